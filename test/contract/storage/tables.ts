import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../server/ports.ts'

/** A row with a value in every column that was not given one, whatever the column means. */
export function madeUpRow(table: SQLiteTable, given: Record<string, unknown> = {}): Record<string, unknown> {
  const keys = Object.entries(table).flatMap(([key, column]) =>
    getTableConfig(table).columns.includes(column) ? [[key, column] as const] : [],
  )
  return Object.fromEntries(keys.map(([key, column]) => [key, given[key] ?? madeUpValue(column)]))
}

/** The tables that this one refers to, and by which of its keys to which of theirs. */
export function parentsOf(table: SQLiteTable): { key: string; parent: SQLiteTable; parentKey: string }[] {
  return getTableConfig(table).foreignKeys.flatMap((foreignKey) => {
    const { columns, foreignTable, foreignColumns } = foreignKey.reference()
    return columns.map((column, index) => ({
      key: keyOf(table, column),
      parent: foreignTable,
      parentKey: keyOf(foreignTable, foreignColumns[index]),
    }))
  })
}

/** Puts in a made-up row, and first the rows that it refers to; gives it as it went in. */
export function putIn(database: Database, table: SQLiteTable): Record<string, unknown> {
  const given = Object.fromEntries(
    parentsOf(table).map(({ key, parent, parentKey }) => [key, putIn(database, parent)[parentKey]]),
  )
  const row = madeUpRow(table, given)
  // Two tables may refer to the same row of a third.
  database.insert(table).values(row).onConflictDoNothing().run()
  return row
}

export function tablesOf(schema: Record<string, unknown>): SQLiteTable[] {
  return Object.values(schema).filter((value) => value instanceof SQLiteTable)
}

export function nameOf(table: SQLiteTable): string {
  return getTableConfig(table).name
}

type Column = ReturnType<typeof getTableConfig>['columns'][number]

function madeUpValue({ dataType, enumValues }: Column): unknown {
  switch (dataType) {
    case 'string':
      return enumValues?.[0] ?? 'een tekst, met ’ en "'
    case 'number':
      // More than 32 bits hold, as moments and Yjs's client ids do.
      return 1_790_000_000_000
    case 'boolean':
      return true
    case 'custom':
      return new Uint8Array([0, 1, 254, 255])
    case 'json':
      return { een: [1, 'twee', null] }
    default:
      throw new Error(`No value was thought of for a column of ${dataType}`)
  }
}

function keyOf(table: SQLiteTable, column: unknown): string {
  return Object.entries(table).find(([, value]) => value === column)?.[0] ?? ''
}
