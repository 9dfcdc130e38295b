import { serialToDay } from '../../../../shared/import/read-day.ts'
import { type TableRow, tidy } from '../../../../shared/import/table.ts'
import type { NumberMeaning } from './number-format.ts'
import { TooLargeError } from './unpack.ts'
import { readXml } from './xml.ts'

/** What the cells of a sheet refer to. */
export type Workbook = { texts: readonly string[]; styles: readonly NumberMeaning[]; isFrom1904: boolean }

const mostRows = 20_000
/** What stands further to the right is no column of items. */
const mostColumns = 200
/** Cells that were joined over more rows than this are a whole column that was joined. */
const mostJoined = 1000

/**
 * The rows of a sheet that say something, with the numbers that the spreadsheet shows. Of a formula it is the outcome that
 * was kept. What stands in cells that were joined from top to bottom is said of each of their rows.
 */
export function readSheet(xml: string, workbook: Workbook): TableRow[] {
  const rows = new Map<number, string[]>()
  const joined: string[] = []
  let [row, column, type, style] = [0, -1, '', -1]
  let value: string | undefined
  let isInValue = false
  readXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = Number(attributes().r) || row + 1
          column = -1
          break
        case 'c': {
          const { r = '', t = 'n', s = '' } = attributes()
          column = columnOf(r) ?? column + 1
          type = t
          style = s === '' ? -1 : Number(s)
          value = undefined
          break
        }
        case 'v':
        case 't':
          isInValue = true
          value ??= ''
          break
        case 'mergeCell':
          joined.push(attributes().ref ?? '')
      }
    },
    text(text) {
      if (isInValue) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') isInValue = false
      if (name !== 'c' || value === undefined || column >= mostColumns) return
      const text = tidy(textOf(value, type, workbook.styles[style] ?? 'number', workbook))
      if (text === '') return
      const cells = rows.get(row) ?? []
      if (!rows.has(row) && rows.size >= mostRows) throw new TooLargeError()
      rows.set(row, cells)
      cells[column] = text
    },
  })
  for (const range of joined) fillDown(rows, range)
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([line, cells]) => ({ line, cells: Array.from(cells, (cell) => cell ?? '') }))
}

function textOf(value: string, type: string, meaning: NumberMeaning, { texts, isFrom1904 }: Workbook): string {
  switch (type) {
    case 's':
      return texts[Number(value)] ?? ''
    case 'n':
      return numberToText(Number(value), meaning, isFrom1904)
    case 'd':
      return value.slice(0, 10)
    default:
      return unescaped(value)
  }
}

/** As people here write it: with a comma, and without what a computer makes of a tenth. */
function numberToText(value: number, meaning: NumberMeaning, isFrom1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  if (meaning === 'day') return serialToDay(value, isFrom1904) ?? ''
  const shown = Number((meaning === 'percent' ? value * 100 : value).toPrecision(15))
  return `${String(shown).replace('.', ',')}${meaning === 'percent' ? '%' : ''}`
}

/** Signs that XML cannot hold are written as _x000A_ in a workbook. */
export function unescaped(text: string): string {
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function fillDown(rows: ReadonlyMap<number, string[]>, range: string): void {
  const [, from = '', first, to = '', last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
  const [top, bottom, column] = [Number(first), Number(last), columnOf(from)]
  const text = column === undefined || from !== to ? undefined : rows.get(top)?.[column]
  if (text === undefined || column === undefined || !(bottom - top < mostJoined)) return
  for (let row = top + 1; row <= bottom; row++) {
    const cells = rows.get(row)
    // A row that says nothing else says nothing.
    if (cells) cells[column] = text
  }
}

/** The number of a column from a reference such as AB12; undefined where there is none. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (!letters) return undefined
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
