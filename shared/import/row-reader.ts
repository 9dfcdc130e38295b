import { hasBsn } from '../bsn.ts'
import type { ChosenTable, ImportField } from './fields.ts'
import type { ImportLine, ImportProblem, ImportWarning } from './imported-item.ts'
import { plainWord, type TableRow } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One row of a table by what its columns were chosen to be. */
export type RowReader = {
  line: number
  isEmpty: () => boolean
  /** What the row says in this field: of several columns what all of them say, each on a line. */
  text: (field: ImportField) => string
  /** The same on one line. */
  plain: (field: ImportField) => string
  /** Each of its columns that says something, by name. */
  parts: (field: ImportField) => { name: string; text: string }[]
  /** Every cell that says something. */
  cells: () => { field: ImportField; name: string; text: string }[]
  problem: (on: ImportLine, reason: ImportProblem, field: ImportField, value?: string) => void
  warning: (on: ImportLine, reason: ImportWarning, field: ImportField, value?: string) => void
}

export function makeRowReader(row: Extract<TableRow, { cells: string[] }>, columns: ChosenTable['columns']): RowReader {
  const cells = columns.flatMap(({ name, field }, index) => {
    const text = row.cells[index]?.trim() ?? ''
    return field && text !== '' ? [{ field, name, text }] : []
  })
  const parts = (field: ImportField) => cells.filter((cell) => cell.field === field)
  const text = (field: ImportField) =>
    parts(field)
      .map((part) => part.text)
      .join('\n')
  const remark = <Reason>(reason: Reason, field: ImportField, value = '') => ({
    line: row.line,
    column: columns.find((column) => column.field === field)?.name ?? '',
    reason,
    value: excerpt(value),
  })
  return {
    line: row.line,
    isEmpty: () => cells.length === 0,
    text,
    plain: (field) => text(field).replace(/\s+/g, ' '),
    parts,
    cells: () => cells,
    problem: (on, reason, field, value) => void on.problems.push(remark(reason, field, value)),
    warning: (on, reason, field, value) => void on.warnings.push(remark(reason, field, value)),
  }
}

/** What the word in this field stands for; a word that stands for nothing is wrong. */
export function readChoice<Value>(
  reader: RowReader,
  field: ImportField,
  words: Vocabulary<Value>,
  on: ImportLine,
): Value | undefined {
  const text = reader.text(field)
  const value = words.get(plainWord(text))
  if (text !== '' && value === undefined) reader.problem(on, 'unknown-choice', field, text)
  return value
}

const longestExcerpt = 60
/** Stands for what must not be said again: a report can be sent on. */
export const unsaid = '…'

/** What is said again of a cell: its beginning, and nothing where it holds a citizen service number. */
export function excerpt(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  if (hasBsn(line)) return unsaid
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line
}
