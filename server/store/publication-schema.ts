import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PersonId, PublicationId } from '../../shared/ids.ts'
import { members } from './room-schema.ts'
import { versions } from './version-schema.ts'

/** Versions that everyone may read, and how. A row stays when it is withdrawn, so that its address says so. */
export const publications = sqliteTable('publications', {
  version: integer()
    .primaryKey()
    .references(() => versions.number),
  id: text().$type<PublicationId>().notNull().unique(),
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
    version integer primary key not null references versions (number), id text not null unique, names integer not null,
    indexed integer not null, person text not null references members (person), at integer not null, withdrawn integer)
  `
