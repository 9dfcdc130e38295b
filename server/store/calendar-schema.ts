import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PersonId } from '../../shared/ids.ts'
import { members } from './room-schema.ts'

/** The address by which a person's calendar asks for the days of this agenda: of its secret part only the hash is kept. */
export const calendars = sqliteTable('calendars', {
  person: text()
    .$type<PersonId>()
    .primaryKey()
    .references(() => members.person),
  hash: text().notNull(),
  at: integer().notNull(),
})

export const calendarMigration = `
  create table calendars (
    person text primary key not null references members (person), hash text not null, at integer not null)
  `
