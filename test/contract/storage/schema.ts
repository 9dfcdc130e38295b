import { sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../server/ports.ts'
import * as auditSchema from '../../../server/store/audit-schema.ts'
import * as calendarSchema from '../../../server/store/calendar-schema.ts'
import * as commentSchema from '../../../server/store/comment-schema.ts'
import * as directorySchema from '../../../server/store/directory-schema.ts'
import { migrate } from '../../../server/store/migrate.ts'
import * as peopleSchema from '../../../server/store/people-schema.ts'
import * as publicationSchema from '../../../server/store/publication-schema.ts'
import { roomMigrations } from '../../../server/store/room-migrations.ts'
import * as roomSchema from '../../../server/store/room-schema.ts'
import * as versionSchema from '../../../server/store/version-schema.ts'
import { isRefused, messageOf, type StorageRule } from './rule.ts'
import { madeUpRow, nameOf, parentsOf, putIn, tablesOf } from './tables.ts'

/** What the databases of a room and of the directory promise, table by table: new tables join in by themselves. */
export const schemaRules: StorageRule[] = [
  ...rulesOf(
    'room',
    {
      ...roomSchema,
      ...peopleSchema,
      ...commentSchema,
      ...auditSchema,
      ...versionSchema,
      ...publicationSchema,
      ...calendarSchema,
    },
    roomMigrations,
  ),
  ...rulesOf('directory', directorySchema, directorySchema.directoryMigrations),
]

function rulesOf(owner: string, schema: Record<string, unknown>, migrations: readonly string[]): StorageRule[] {
  const tables = tablesOf(schema)
  const byTable = (see: (table: SQLiteTable) => unknown) =>
    Object.fromEntries(tables.map((table) => [nameOf(table), see(table)]))
  const migrated = (open: () => Database) => {
    const database = open()
    migrate(database, migrations)
    return database
  }

  return [
    {
      name: `the database of a ${owner} has the tables of the schema, and no others`,
      see: (open) => tablesIn(migrated(open)),
      is: [...tables.map(nameOf), 'schema_version'].sort(inOrder),
    },
    {
      name: `the database of a ${owner} has every table as the schema says`,
      see(open) {
        const database = migrated(open)
        return byTable((table) => inDatabase(database, nameOf(table)))
      },
      is: byTable(inSchema),
    },
    {
      name: `the database of a ${owner} gives a row of every table back as it went in`,
      see(open) {
        const database = migrated(open)
        return byTable((table) => {
          const row = putIn(database, table)
          const found = asText(open().select().from(table).all())
          return found === asText([row]) || found
        })
      },
      is: byTable(() => true),
    },
    {
      name: `the database of a ${owner} refuses a row that refers to what is not there`,
      see(open) {
        const database = migrated(open)
        return byTable((table) => {
          const whole = { ...putIn(database, table), ...otherKeys(table) }
          return parentsOf(table).map(({ key }) => {
            const orphan = madeUpRow(table, { ...whole, [key]: 'bestaat-niet' })
            const message = messageOf(() => database.insert(table).values(orphan).run())
            return /foreign key/i.test(message) || `${key}: ${message}`
          })
        })
      },
      is: byTable((table) => parentsOf(table).map(() => true)),
    },
    {
      name: `the database of a ${owner} stays as it is when it is opened again`,
      see(open) {
        const before = asText(shapeOf(migrated(open)))
        return asText(shapeOf(migrated(open))) === before
      },
      is: true,
    },
    {
      name: `the database of a ${owner} is not opened when a newer program made it`,
      see(open) {
        migrate(open(), [...migrations, 'create table later (id integer)'])
        return { message: messageOf(() => migrate(open(), migrations)), version: versionOf(open()) }
      },
      is: {
        message: `The database is at version ${migrations.length + 1}; this program knows ${migrations.length}. Use a newer program.`,
        version: migrations.length + 1,
      },
    },
    {
      name: `the database of a ${owner} is at the last whole version when a migration fails half way`,
      see(open) {
        const half = [...migrations, 'create table half (id integer); create tabel x']
        const refused = isRefused(() => migrate(open(), half))
        return { refused, version: versionOf(open()), half: tablesIn(open()).includes('half') }
      },
      is: { refused: true, version: migrations.length, half: false },
    },
  ]
}

/** Another primary key than the made-up row of this table has, so that only the reference can be wrong. */
function otherKeys(table: SQLiteTable): Record<string, unknown> {
  const columns = Object.entries(table).filter(([, column]) => getTableConfig(table).columns.includes(column))
  const unique = columns.filter(([, column]) => column.primary || column.isUnique)
  return Object.fromEntries(unique.map(([key, column]) => [key, column.dataType === 'number' ? 7 : 'een-ander']))
}

function versionOf(database: Database): number | undefined {
  return database.get<{ version: number }>(sql`select version from schema_version`)?.version
}

function shapeOf(database: Database): { name: string; sql: string }[] {
  return database.all(sql`select name, sql from sqlite_master order by name`)
}

function tablesIn(database: Database): string[] {
  const names = database.all<{ name: string }>(sql`select name from sqlite_master where type = 'table'`)
  // SQLite's own, and those in which a Durable Object keeps its alarm and, under test, its name.
  return names.flatMap(({ name }) => (/^(sqlite|_cf|__miniflare)_/.test(name) ? [] : name)).sort(inOrder)
}

type Column = { name: string; type: string; notnull: number; pk: number }
type Index = { name: string; unique: number; origin: string }
type Reference = { from: string; table: string; to: string }

/** A table as SQLite has it. */
function inDatabase(database: Database, table: string) {
  const columns = database.all<Column>(sql.raw(`pragma table_info('${table}')`))
  const indexes = database.all<Index>(sql.raw(`pragma index_list('${table}')`))
  const columnsOf = (index: string) =>
    database
      .all<{ seqno: number; name: string }>(sql.raw(`pragma index_info('${index}')`))
      .sort((a, b) => a.seqno - b.seqno)
      .map(({ name }) => name)
  const references = database.all<Reference>(sql.raw(`pragma foreign_key_list('${table}')`))
  return {
    columns: columns.map(({ name, type, notnull }) => ({ name, type: type.toLowerCase(), notNull: notnull === 1 })),
    primaryKey: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map(({ name }) => name),
    indexes: indexes
      .filter(({ origin }) => origin === 'c')
      .map(({ name }) => ({ name, columns: columnsOf(name) }))
      .sort(byName),
    unique: indexes
      .filter(({ origin }) => origin === 'u')
      .map(({ name }) => columnsOf(name).join())
      .sort(inOrder),
    references: references.map(({ from, table: other, to }) => `${from} -> ${other}.${to}`).sort(inOrder),
  }
}

/** A table as the Drizzle schema has it. */
function inSchema(table: SQLiteTable): ReturnType<typeof inDatabase> {
  const { columns, primaryKeys, indexes, foreignKeys, uniqueConstraints } = getTableConfig(table)
  const [together] = primaryKeys
  const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name)
  return {
    columns: columns.map((column) => ({ name: column.name, type: column.getSQLType(), notNull: column.notNull })),
    primaryKey: together ? namesOf(together.columns) : namesOf(columns.filter(({ primary }) => primary)),
    // An index here is over columns, never over an expression.
    indexes: indexes
      .map(({ config }) => ({ name: config.name, columns: namesOf(config.columns as { name: string }[]) }))
      .sort(byName),
    unique: [
      ...columns.filter(({ isUnique }) => isUnique).map(({ name }) => name),
      ...uniqueConstraints.map((constraint) => namesOf(constraint.columns).join()),
    ].sort(inOrder),
    references: foreignKeys
      .map((key) => key.reference())
      .map(
        ({ columns: from, foreignColumns: to, foreignTable }) =>
          `${from[0]?.name} -> ${nameOf(foreignTable)}.${to[0]?.name}`,
      )
      .sort(inOrder),
  }
}

function byName(one: { name: string }, other: { name: string }): number {
  return inOrder(one.name, other.name)
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : 1
}

/** JSON with bytes in it, keys in the order of the schema. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (part instanceof Uint8Array ? `bytes ${[...part]}` : part))
}
