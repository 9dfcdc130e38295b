import { longest } from '../document/longest.ts'
import type { Duty } from '../item.ts'
import type { ChosenTable, ImportField } from './fields.ts'
import type { ImportLine, ImportPlan } from './imported-item.ts'
import { type ImportContext, knownNames } from './known-names.ts'
import { addOwnEntries, hasOwnEntry } from './own-entries.ts'
import { privacyOf } from './privacy.ts'
import { readItem } from './read-item.ts'
import { makeRowReader, type RowReader, unsaid } from './row-reader.ts'
import { settle } from './settle.ts'
import { plainWord } from './table.ts'
import { type ThemeChoices, themeFinder } from './themes.ts'

export type ImportDefaults = {
  /** Where items go of which no column says it. */
  duty: Duty
  themes: ThemeChoices
}

/**
 * What tables become, line by line (rules I1 to I5). A row with an agreement or an indicator of its own that has no title, or
 * the number and title of an item above it, belongs to that item. What is wrong with it is then wrong with the whole item.
 */
export function readTables(
  tables: readonly ChosenTable[],
  context: ImportContext,
  defaults: ImportDefaults,
): ImportPlan {
  const names = knownNames(context)
  const themes = themeFinder(names.themes, defaults.themes)
  const lines: ImportLine[] = []
  const byName = new Map<string, ImportLine>()
  for (const [index, { columns, rows }] of withoutTwins(tables).entries()) {
    let last: ImportLine | undefined
    for (const row of rows) {
      const key = `${index}:${row.line}`
      if ('mistake' in row) {
        last = emptyLine(key, row.line)
        last.problems.push({ line: row.line, column: '', reason: row.mistake, value: '' })
        lines.push(last)
        continue
      }
      const reader = makeRowReader(row, columns)
      if (reader.isEmpty()) continue
      const above = hasOwnEntry(reader) ? itemAbove(reader, last, byName) : undefined
      const line = above ?? emptyLine(key, row.line, reader.plain('title'))
      checkWords(reader, line)
      if (!above) {
        checkTitle(reader, line)
        line.item = readItem(reader, line, { names, themes, defaults })
        lines.push(line)
        for (const name of namesOf(reader)) if (!byName.has(name)) byName.set(name, line)
      }
      addOwnEntries(reader, line, names, context.today)
      last = line
    }
  }
  settle(lines, names)
  return { lines, unknownThemes: themes.unknown() }
}

/** Agreements that have a table of their own also stand in a cell of their item in our export, with less to them. */
function withoutTwins(tables: readonly ChosenTable[]): ChosenTable[] {
  const own = tables.find(({ columns }) => columns.some(({ field }) => field === 'agreement'))
  return tables.map((table) => {
    if (own === undefined || own === table) return table
    const columns = table.columns.map((column) =>
      column.field === 'agreements' ? { ...column, field: undefined } : column,
    )
    return { ...table, columns }
  })
}

function emptyLine(key: string, line: number, title = ''): ImportLine {
  return { key, line, title, item: undefined, problems: [], warnings: [] }
}

/** By number and title together, and by number alone for rows that leave the title out. */
function namesOf(reader: RowReader): string[] {
  const [number, title] = [plainWord(reader.text('number')), plainWord(reader.plain('title'))]
  return [`${number}\n${title}`, ...(number !== '' ? [`${number}\n`] : [])]
}

function itemAbove(
  reader: RowReader,
  last: ImportLine | undefined,
  byName: ReadonlyMap<string, ImportLine>,
): ImportLine | undefined {
  const [name = ''] = namesOf(reader)
  return name === '\n' ? last : byName.get(name)
}

function checkTitle(reader: RowReader, line: ImportLine): void {
  if (line.title === '') reader.problem(line, 'no-title', 'title')
  else if (line.title.length > longest.line) reader.problem(line, 'too-long', 'title', line.title)
  else if (line.title.length > longTitle) reader.warning(line, 'long-title', 'title', line.title)
}

/** Longer titles come in, but no card shows them whole. */
const longTitle = 200

/** Of these the form says enough: their digits could only look like a citizen service number. */
const formal: ReadonlySet<ImportField> = new Set<ImportField>([
  ...(['number', 'due', 'done', 'baseline', 'target', 'targetDate', 'measured', 'value'] as const),
])

/** What must not be said in any of its words, or had better not. */
function checkWords(reader: RowReader, line: ImportLine): void {
  for (const { field, text } of reader.cells()) {
    if (formal.has(field)) continue
    const found = privacyOf(text)
    if (found === 'bsn') {
      reader.problem(line, 'bsn', field)
      if (field === 'title') line.title = unsaid
    }
    if (found === 'case') reader.warning(line, 'case', field)
    const most = field === 'body' ? longest.paragraph : longest.line
    if (text.length > most && field !== 'title') reader.problem(line, 'too-long', field, text)
  }
}
