import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnswerOutcome, ReactionKind } from '../../shared/comment.ts'
import type { CommentId, ItemId, OrganisationId, PersonId } from '../../shared/ids.ts'
import { members, organisations } from './room-schema.ts'

/** What somebody said about an item or a passage. `seq` is the change that made it what it is. */
export const comments = sqliteTable(
  'comments',
  {
    id: text().$type<CommentId>().primaryKey(),
    thread: text().$type<CommentId>().notNull(),
    item: text().$type<ItemId>().notNull(),
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    organisation: text()
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
    text: text().notNull(),
    at: integer().notNull(),
    editedAt: integer('edited_at'),
    state: text().$type<'shown' | 'withdrawn' | 'hidden' | 'reported'>().notNull(),
    stateAt: integer('state_at'),
    stateBy: text('state_by').$type<PersonId>(),
    stateReason: text('state_reason'),
    /** JSON: the passage, and who and what is mentioned. */
    anchor: text(),
    mentions: text().notNull(),
    seq: integer().notNull().unique(),
    /** The change with which it came: later ones (a reaction, a correction) make it no news again. */
    news: integer().notNull().default(0),
  },
  (table) => [index('comments_by_item').on(table.item)],
)

/** What a comment said before its author corrected it. */
export const commentTexts = sqliteTable(
  'comment_texts',
  {
    comment: text()
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
    until: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [index('comment_texts_by_comment').on(table.comment)],
)

/** What was done about a comment, one row each time: withdrawn, reported, hidden, shown again. It stays on record. */
export const commentStates = sqliteTable(
  'comment_states',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    comment: text()
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
    state: text().$type<'shown' | 'withdrawn' | 'hidden' | 'reported'>().notNull(),
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    at: integer().notNull(),
    reason: text(),
  },
  (table) => [index('comment_states_by_comment').on(table.comment)],
)

export const reactions = sqliteTable(
  'reactions',
  {
    comment: text()
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    kind: text().$type<ReactionKind>().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.comment, table.person, table.kind] })],
)

/** What was done with a contribution. The last answer counts; earlier ones stay on record. */
export const answers = sqliteTable(
  'answers',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    comment: text()
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
    outcome: text().$type<AnswerOutcome>().notNull(),
    reason: text().notNull(),
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    organisation: text()
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
    at: integer().notNull(),
  },
  (table) => [index('answers_by_comment').on(table.comment)],
)

/** How far each person has read the comments of an item. */
export const readMarks = sqliteTable(
  'read_marks',
  {
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    item: text().$type<ItemId>().notNull(),
    seq: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.item] })],
)

/** When each person was last here, and the time before that. */
export const visits = sqliteTable('visits', {
  person: text()
    .$type<PersonId>()
    .primaryKey()
    .references(() => members.person),
  at: integer().notNull(),
  before: integer(),
})

export const commentMigration = `
  create table comments (
    id text primary key not null, thread text not null, item text not null, person text not null references members (person),
    organisation text not null references organisations (id), text text not null, at integer not null, edited_at integer, state text not null,
    state_at integer, state_by text, state_reason text, anchor text, mentions text not null,
    seq integer not null unique);
  create index comments_by_item on comments (item);
  create table comment_texts (comment text not null references comments (id), until integer not null, text text not null);
  create index comment_texts_by_comment on comment_texts (comment);
  create table reactions (
    comment text not null references comments (id), person text not null references members (person), kind text not null, at integer not null,
    primary key (comment, person, kind));
  create table answers (
    seq integer primary key autoincrement not null, comment text not null references comments (id), outcome text not null, reason text not null,
    person text not null references members (person), organisation text not null references organisations (id), at integer not null);
  create index answers_by_comment on answers (comment);
  create table read_marks (person text not null references members (person), item text not null, seq integer not null, primary key (person, item));
  create table visits (person text primary key not null references members (person), at integer not null, before integer)
  `

export const commentStateMigration = `
  alter table comments add column news integer not null default 0;
  create table comment_states (
    seq integer primary key autoincrement not null, comment text not null references comments (id), state text not null,
    person text not null references members (person), at integer not null, reason text);
  create index comment_states_by_comment on comment_states (comment)
  `
