import writeSheets from 'write-excel-file/universal'
import { type ExportLanguage, exportTables } from '../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { type Cell, type Table, toTables } from '../../shared/export/tables.ts'
import { exportWords } from '../../shared/export/words.ts'

/** More does not fit in a cell of a spreadsheet. */
const longestCell = 32_767
/** Spreadsheets count days from 1900 on, and take that year for a leap year: what was before stands as text. */
const firstDay = '1900-03-01'

/** Items, agreements and indicators, a sheet each. Texts are typed as texts, so that nothing in them is a formula (rule X4). */
export async function toXlsx(agenda: ExportedAgenda, language: ExportLanguage): Promise<Uint8Array> {
  const tables = toTables(agenda, language)
  const { cut } = exportWords(language).text
  const sheets = exportTables.map((name) => toSheet(tables[name], cut))
  return new Uint8Array(
    await (await writeSheets(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob()).arrayBuffer(),
  )
}

function toSheet({ name, columns, rows }: Table, cut: string) {
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map((cell) => toCell(cell, cut))),
    ],
  }
}

function toCell(cell: Cell, cut: string) {
  if (cell === undefined || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const }
  if (typeof cell === 'object') {
    if (cell.day < firstDay) return toText(cell.day)
    return { value: new Date(cell.day), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' as const }
  }
  return toText(
    cell.length > longestCell ? `${cell.slice(0, longestCell - cut.length - 1).toWellFormed()}${cut}` : cell,
  )
}

function toText(text: string) {
  return { value: literal(text), type: String, wrap: true, alignVertical: 'top' as const }
}

/** A workbook writes signs that XML cannot hold as _x000A_: a text that says just that would be read as such a sign. */
function literal(text: string): string {
  return text.replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
}
