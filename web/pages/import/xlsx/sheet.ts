import { serialToDay } from '../../../../shared/import/read-day.ts'
import type { TableRow } from '../../../../shared/import/table.ts'
import { type CountSigns, toCellText } from './cell-text.ts'
import type { NumberMeaning } from './number-format.ts'
import { TooLargeError } from './unpack.ts'
import { readXml } from './xml.ts'

/** What the cells of a sheet refer to. Its texts are tidy. */
export type Workbook = {
  texts: readonly string[]
  styles: readonly NumberMeaning[]
  isFrom1904: boolean
  /** Counts what all cells say together. */
  count: CountSigns
}

const mostRows = 20_000
/** What stands further to the right is no column of items. */
const mostColumns = 200
/** Cells that were joined over more rows than this are a whole column that was joined. */
const mostJoined = 1000
/** Far more than anyone joins, each of which costs as many rows as it has. */
const mostJoins = 10_000

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
          if (joined.length >= mostJoins) throw new TooLargeError()
          joined.push(attributes().ref ?? '')
      }
    },
    text(text) {
      if (isInValue) value += text
    },
    close(name) {
      if (name === 'v' || name === 't') isInValue = false
      if (name !== 'c' || value === undefined || column >= mostColumns) return
      const text = textOf(value, type, workbook.styles[style] ?? 'number', workbook)
      if (text === '') return
      workbook.count(text)
      const cells = rows.get(row) ?? []
      if (!rows.has(row) && rows.size >= mostRows) throw new TooLargeError()
      rows.set(row, cells)
      cells[column] = text
    },
  })
  for (const range of joined) fillDown(rows, range, workbook.count)
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
      return value.slice(0, 10).trim()
    default:
      return toCellText(value)
  }
}

/** As people here write it: with a comma, and without what a computer makes of a tenth. */
function numberToText(value: number, meaning: NumberMeaning, isFrom1904: boolean): string {
  if (!Number.isFinite(value)) return ''
  if (meaning === 'day') return serialToDay(value, isFrom1904) ?? ''
  const shown = Number((meaning === 'percent' ? value * 100 : value).toPrecision(15))
  return `${String(shown).replace('.', ',')}${meaning === 'percent' ? '%' : ''}`
}

function fillDown(rows: ReadonlyMap<number, string[]>, range: string, count: CountSigns): void {
  const [, from = '', first, to = '', last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
  const [top, bottom, column] = [Number(first), Number(last), columnOf(from)]
  const text = column === undefined || from !== to ? undefined : rows.get(top)?.[column]
  if (text === undefined || column === undefined || !(bottom - top < mostJoined)) return
  for (let row = top + 1; row <= bottom; row++) {
    const cells = rows.get(row)
    // A row that says nothing else says nothing.
    if (!cells) continue
    count(text)
    cells[column] = text
  }
}

/** The number of a column from a reference such as AB12; undefined where there is none. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (!letters) return undefined
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
