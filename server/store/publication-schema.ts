import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PersonId, PublicationId } from '../../shared/ids.ts'
import { members } from './room-schema.ts'
import { versions } from './version-schema.ts'

/** Versions that everyone may read, and how. A row stays when it is withdrawn, so that its address says so. */
export const publications = sqliteTable('publications', {
  id: text().$type<PublicationId>().primaryKey(),
  version: integer()
    .notNull()
    .unique()
    .references(() => versions.number),
  /** Whether the names of persons are in it, and whether search engines may take it up: 1 for yes. */
  names: integer().notNull(),
  indexed: integer().notNull(),
  person: text()
    .$type<PersonId>()
    .notNull()
    .references(() => members.person),
  at: integer().notNull(),
  /** When it was withdrawn, in ms since 1970. */
  withdrawn: integer(),
})

export const publicationMigration = `
  create table publications (
    id text primary key not null, version integer not null unique references versions (number), names integer not null,
    indexed integer not null, person text not null references members (person), at integer not null, withdrawn integer)
  `
