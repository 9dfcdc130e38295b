import { type Line, linkedRuns, type Run } from './lines.ts'
import type { Element, Page } from './page.ts'
import { colours, measure, sheet, type TextStyle } from './sheet.ts'

const cellStyle: TextStyle = { size: 9.5, leading: 13.5, colour: colours.ink }
const headStyle: TextStyle = { size: 8.5, leading: 12, colour: colours.subtle }
const gap = 12
const padding = 4

export type PdfTable = { header?: string[]; widths: number[]; rows: string[][]; title?: string }

/**
 * A table as screen readers know one: rows with headers that say what they are the header of. A row may go over several
 * sheets; the header stands on each, and is read once. Without a header row the first cell of each row is its header.
 */
export function writeTable(page: Page, parent: Element, { header, widths, rows, title }: PdfTable): void {
  const { doc } = page
  const columns = columnsOf(widths)
  const table = doc.struct('Table', title ? { title } : {})
  parent.add(table)
  const head = header?.map((text, index) =>
    page.lines([{ text, cut: 'semibold' }], headStyle, columns[index]?.width ?? 0),
  )
  if (head) {
    page.ensure(heightOf(head, headStyle) + 3 * cellStyle.leading)
    const row = doc.struct('TR')
    table.add(row)
    for (const [index, lines] of head.entries()) {
      const cell = doc.struct('TH', { scope: 'Column' } as object)
      row.add(cell)
      page.put(cell, 'TH', lines, headStyle, columns[index]?.x ?? 0, page.y)
      cell.end()
    }
    row.end()
    endHead(page, head)
  }
  const isFacts = !header
  for (const cells of rows) {
    const row = doc.struct('TR')
    table.add(row)
    const elements = columns.map((_column, index) => {
      const cell = isFacts && index === 0 ? doc.struct('TH', { scope: 'Row' } as object) : doc.struct('TD')
      row.add(cell)
      return cell
    })
    const lines = columns.map(({ width }, index) =>
      page.lines(runsOf(cells[index] ?? '', isFacts && index === 0), cellStyle, width),
    )
    writeRow(page, elements, lines, { columns, isFacts, ...(head && { head }) })
    for (const element of elements) element.end()
    row.end()
  }
  table.end()
  page.space(10)
}

type Column = { x: number; width: number }

function writeRow(
  page: Page,
  elements: Element[],
  cells: Line[][],
  { columns, isFacts, head }: { columns: Column[]; isFacts: boolean; head?: Line[][] },
): void {
  const tallest = Math.max(...cells.map((lines) => lines.length))
  const between = isFacts ? 1 : padding
  for (let next = 0; next < tallest; ) {
    // Not one lonely line of many at the foot of a sheet.
    const least = Math.min(tallest - next, 2) * cellStyle.leading + between * 2
    if (page.ensure(least) && head) repeatHead(page, head, columns)
    const fit = Math.max(1, Math.floor((page.bottom - page.y - between * 2) / cellStyle.leading))
    const count = Math.min(fit, tallest - next)
    for (const [index, lines] of cells.entries()) {
      const part = lines.slice(next, next + count)
      const element = elements[index]
      const isHeader = isFacts && index === 0
      const style = isHeader ? { ...cellStyle, colour: colours.subtle } : cellStyle
      if (element && part.length > 0) {
        page.put(element, isHeader ? 'TH' : 'TD', part, style, columns[index]?.x ?? 0, page.y + between)
      }
    }
    page.y += count * cellStyle.leading + between * 2
    next += count
  }
  if (!isFacts) page.rule(page.y, colours.line)
}

function repeatHead(page: Page, head: Line[][], columns: Column[]): void {
  page.artifact(() => {
    for (const [index, lines] of head.entries()) {
      for (const [at, line] of lines.entries()) {
        const text = line.map((run) => run.text).join('')
        page.show(text, 'semibold', { ...headStyle, x: columns[index]?.x ?? 0, y: page.y + at * headStyle.leading })
      }
    }
  }, 'Pagination')
  endHead(page, head)
}

function endHead(page: Page, head: Line[][]): void {
  page.y += heightOf(head, headStyle) + 3
  page.rule(page.y, colours.strong, 0.75)
}

function heightOf(cells: Line[][], { leading }: TextStyle): number {
  return Math.max(...cells.map((lines) => lines.length)) * leading
}

function columnsOf(widths: number[]): Column[] {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const room = measure - gap * (widths.length - 1)
  let x: number = sheet.left
  return widths.map((share) => {
    const column = { x, width: (room * share) / whole }
    x += column.width + gap
    return column
  })
}

function runsOf(text: string, isHeader: boolean): Run[] {
  return linkedRuns(text, isHeader ? 'semibold' : 'regular')
}
