import type { Cell, Table } from './tables.ts'

/** What spreadsheets take for the beginning of a formula, also in the wide signs of Asian keyboards. */
const formula = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** CSV as Dutch spreadsheets open it: semicolons, a byte order mark, CRLF. A text that could be a formula stays text (rule X4). */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(field).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function field(cell: Cell): string {
  if (cell === undefined) return ''
  // A number as Dutch programs read it; no sign in it can begin a formula.
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object') return cell.day
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell as it was before the apostrophe that keeps it a text was put before it. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}
