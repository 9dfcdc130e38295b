import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PersonId } from '../../shared/ids.ts'

/**
 * The audit trail: one line for each command of the record, each with the hash of the one before. The chain covers ids and
 * a salted hash of what was said, never the words: so that erasing them leaves it verifiable (rule K2).
 */
export const audit = sqliteTable('audit', {
  seq: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  person: text().$type<PersonId>().notNull(),
  kind: text().notNull(),
  /** JSON: the ids that it is about. */
  subject: text().notNull(),
  /** SHA-256 of salt and content; absent when the line holds no words. */
  contentHash: text('content_hash'),
  /** Goes when the content is purged. */
  salt: text(),
  hash: text().notNull(),
})

export const auditMigration = `
  create table audit (
    seq integer primary key autoincrement not null, at integer not null, person text not null, kind text not null,
    subject text not null, content_hash text, salt text, hash text not null)
  `
