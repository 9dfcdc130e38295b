import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import type { Database } from '../../server/ports.ts'
import * as directorySchema from '../../server/store/directory-schema.ts'
import { migrate } from '../../server/store/migrate.ts'
import * as roomSchema from '../../server/store/room-schema.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function emptyDatabase(): Database {
  const { database, close } = openDatabase(':memory:', { checkpoint: () => {} })
  closing.push(close)
  return database
}

function tablesOf(schema: Record<string, unknown>): SQLiteTable[] {
  return Object.values(schema).filter((value) => value instanceof SQLiteTable)
}

type Column = { name: string; type: string; notnull: number; pk: number }
type Index = { name: string; unique: number; origin: string }

/** A table as SQLite has it. */
function inDatabase(database: Database, table: string) {
  const columns = database.all<Column>(`select name, type, "notnull", pk from pragma_table_info('${table}')`)
  const indexes = database.all<Index>(`select name, "unique", origin from pragma_index_list('${table}')`)
  const columnsOf = (index: string) =>
    database
      .all<{ name: string }>(`select name from pragma_index_info('${index}') order by seqno`)
      .map(({ name }) => name)
  const references = database.all<{ from: string; table: string; to: string }>(
    `select "from", "table", "to" from pragma_foreign_key_list('${table}')`,
  )
  return {
    columns: columns.map(({ name, type, notnull }) => ({ name, type: type.toLowerCase(), notNull: notnull === 1 })),
    primaryKey: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map(({ name }) => name),
    indexes: indexes.filter(({ origin }) => origin === 'c').map(({ name }) => ({ name, columns: columnsOf(name) })),
    unique: indexes.filter(({ origin }) => origin === 'u').map(({ name }) => columnsOf(name)),
    references: new Set(references.map(({ from, table: other, to }) => `${from} -> ${other}.${to}`)),
  }
}

/** A table as the Drizzle schema has it. */
function inSchema(table: SQLiteTable) {
  const { columns, primaryKeys, indexes, foreignKeys } = getTableConfig(table)
  const [together] = primaryKeys
  const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  return {
    columns: columns.map((column) => ({ name: column.name, type: column.getSQLType(), notNull: column.notNull })),
    primaryKey: together ? namesOf(together.columns) : namesOf(columns.filter(({ primary }) => primary)),
    indexes: indexes.map(({ config }) => ({
      name: config.name,
      columns: namesOf(config.columns as { name: string }[]),
    })),
    unique: columns.filter(({ isUnique }) => isUnique).map(({ name }) => [name]),
    references: new Set(
      foreignKeys
        .map((key) => key.reference())
        .map(
          ({ columns: from, foreignColumns: to, foreignTable }) =>
            `${from[0]?.name} -> ${getTableConfig(foreignTable).name}.${to[0]?.name}`,
        ),
    ),
  }
}

describe.each([
  ['room', roomSchema, roomSchema.roomMigrations],
  ['directory', directorySchema, directorySchema.directoryMigrations],
] as const)('the database of a %s', (_name, schema, migrations) => {
  const tables = tablesOf(schema).map((table) => [getTableConfig(table).name, table] as const)

  it('has the tables of the schema, and no others', () => {
    const database = emptyDatabase()
    migrate(database, migrations)
    const names = database.all<{ name: string }>(`select name from sqlite_master where type = 'table'`)
    expect(new Set(names.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_')))).toEqual(
      new Set([...tables.map(([name]) => name), 'schema_version']),
    )
  })

  it.each(tables)('has %s as the schema says', (name, table) => {
    const database = emptyDatabase()
    migrate(database, migrations)
    expect(inDatabase(database, name)).toEqual(inSchema(table))
  })

  it('stays as it is when it is opened again', () => {
    const database = emptyDatabase()
    migrate(database, migrations)
    const whole = () => database.all(`select sql from sqlite_master`)
    const before = whole()
    migrate(database, migrations)
    expect(whole()).toEqual(before)
  })

  it('is not opened when a newer program made it', () => {
    const database = emptyDatabase()
    migrate(database, [...migrations, 'create table later (id integer)'])
    expect(() => migrate(database, migrations)).toThrow(/Use a newer program/)
    expect(database.get(`select version from schema_version`)).toEqual({ version: migrations.length + 1 })
  })

  it('is at the last whole version when a migration fails half way', () => {
    const database = emptyDatabase()
    expect(() => migrate(database, [...migrations, 'create table half (id integer); create tabel x'])).toThrow()
    expect(database.get(`select version from schema_version`)).toEqual({ version: migrations.length })
    expect(database.get(`select name from sqlite_master where name = 'half'`)).toBeUndefined()
  })
})
