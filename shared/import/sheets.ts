import type { ChosenTable, ImportField } from './fields.ts'

/**
 * Which tables of a file make the import: the first that names titles, and those that say more of its items. Others (a cover,
 * lists to choose from) are left alone unless somebody takes them in.
 */
export function suggestTables(tables: readonly ChosenTable[]): number[] {
  const has = ({ columns }: ChosenTable, field: ImportField) => columns.some((column) => column.field === field)
  const first = tables.findIndex((table) => has(table, 'title'))
  if (first < 0) return tables.length > 0 ? [0] : []
  return tables.flatMap((table, index) => {
    const saysMore =
      (has(table, 'agreement') || has(table, 'indicator')) && (has(table, 'title') || has(table, 'number'))
    return index === first || (index > first && saysMore) ? index : []
  })
}
