const token = /<!--[\s\S]*?-->|<(style|script|xml)\b[\s\S]*?<\/\1>|<(\/?)([a-z][\w:-]*)([^>]*)>|([^<]+)|</gi
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }
/** The names of the letters from U+00C0 on, as HTML has them. */
const letters =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const widest = 200

/**
 * The cells of the first table in the HTML that Word, Excel or a page put on the clipboard; undefined when there is none.
 * Only words and breaks are taken: nothing of it ever becomes markup. A table within a cell counts as text of that cell.
 */
export function htmlToRows(html: string): string[][] | undefined {
  const rows: string[][] = []
  let depth = 0
  let cell: string | undefined
  let spans = { columns: 1, rows: 1 }
  /** What cells of rows above still say of this row, by column: they were joined from top to bottom. */
  const joined = new Map<number, { text: string; left: number }>()
  const takeOver = (row: string[]) => {
    for (let above = joined.get(row.length); above; above = joined.get(row.length)) {
      if (above.left === 1) joined.delete(row.length)
      else above.left--
      row.push(above.text)
    }
  }
  const endCell = () => {
    const row = rows.at(-1)
    if (cell === undefined || !row) return
    const text = tidyLines(cell)
    takeOver(row)
    for (const own of [text, ...Array<string>(spans.columns - 1).fill('')]) {
      if (spans.rows > 1) joined.set(row.length, { text: own, left: spans.rows - 1 })
      row.push(own)
    }
    cell = undefined
  }
  const endRow = () => {
    const row = rows.at(-1)
    endCell()
    if (row) takeOver(row)
  }
  for (const { 2: slash, 3: tag, 4: attributes = '', 5: text } of html.matchAll(token)) {
    if (text !== undefined) {
      if (cell !== undefined) cell += decode(text).replace(/[\r\n\t ]+/g, ' ')
      continue
    }
    const name = tag?.toLowerCase()
    const isEnd = slash === '/'
    if (name === 'table') {
      depth += isEnd ? -1 : 1
      if (depth <= 0 && rows.length > 0) break
    } else if (depth === 1 && name === 'tr') {
      endRow()
      if (!isEnd) rows.push([])
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell()
      if (isEnd) continue
      if (rows.length === 0) rows.push([])
      cell = ''
      spans = { columns: spanOf('colspan', attributes), rows: spanOf('rowspan', attributes) }
    } else if (cell !== undefined) cell += breakOf(name, isEnd)
  }
  endRow()
  const found = rows.filter((row) => row.some((text) => text !== ''))
  return found.length > 0 ? found : undefined
}

function spanOf(name: 'colspan' | 'rowspan', attributes: string): number {
  const said = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
  return Math.min(Math.max(Number(said ?? 1), 1), widest)
}

function breakOf(name: string | undefined, isEnd: boolean): string {
  if (name === 'br') return '\n'
  if (name === 'li') return isEnd ? '\n' : '\n• '
  return isEnd && /^(p|div|h[1-6]|tr)$/.test(name ?? '') ? '\n' : ''
}

function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \u00A0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) {
      const place = letters.indexOf(name)
      return named[name] ?? (place < 0 ? whole : String.fromCharCode(0xc0 + place))
    }
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
