import { parseCsv } from '../csv.ts'
import { clean } from '../export/clean.ts'
import { withoutGuard } from '../export/csv.ts'

/** A line of a table as its cells say it, or that its quotes do not fit together. Cells are text, days YYYY-MM-DD. */
export type TableRow = { line: number; cells: string[] } | { line: number; mistake: 'quotes' }
/** What an import begins with: one table of a file, or what was pasted. */
export type ImportTable = { name: string; rows: TableRow[] }

/** A table from text with semicolons, commas or tabs. What our own export put before a formula is taken away again. */
export function textToTable(text: string, name = ''): ImportTable {
  const rows = parseCsv(text).map(
    (record): TableRow =>
      'fields' in record
        ? { line: record.line, cells: record.fields.map((field) => withoutGuard(tidy(field))) }
        : { line: record.line, mistake: record.mistake },
  )
  return { name, rows }
}

/** Text that reads as the same table again: what a pasted table looks like in a text field. */
export function rowsToText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellToText).join('\t')).join('\n')
}

/** A cell without the signs that no form can hold or that cannot be seen, and with one kind of line end. */
export function tidy(cell: string): string {
  return clean(cell)
    .replace(/[\uFEFF\u200B]/g, '')
    .replace(/\u00A0/g, ' ')
    .trim()
}

/** As people tell words apart: case, spaces and what stands at the end make no difference. */
export function plainWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[\s:*.]+$/, '')
    .trim()
}

function cellToText(cell: string): string {
  return /["\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
