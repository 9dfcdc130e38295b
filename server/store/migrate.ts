import { sql } from 'drizzle-orm'
import type { Database } from '../ports.ts'

/**
 * Brings a database to the newest of its numbered migrations, each in a transaction of its own. A database that is newer
 * than this program is refused: going on would write what it cannot understand.
 */
export function migrate(database: Database, migrations: readonly string[]): void {
  database.run(sql`create table if not exists schema_version (version integer not null)`)
  const row = database.get<{ version: number } | undefined>(sql`select version from schema_version`)
  const version = row?.version ?? 0
  if (version > migrations.length) {
    throw new Error(
      `The database is at version ${version}; this program knows ${migrations.length}. Use a newer program.`,
    )
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue
    database.transaction((transaction) => {
      // What a trigger does ends in one as well, before its `end`.
      for (const statement of statements.split(/;(?!\s*end\b)/))
        if (statement.trim()) transaction.run(sql.raw(statement))
      transaction.run(sql`delete from schema_version`)
      transaction.run(sql`insert into schema_version (version) values (${index + 1})`)
    })
  }
}
