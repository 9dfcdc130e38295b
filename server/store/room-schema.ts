import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OrganisationKind, PlanKind } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import type { ItemId, OrganisationId, PersonId, PlanId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import { bytes } from './bytes.ts'

/** Single values of the room: its epoch, its region. */
export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() })

/** The append-only log: every accepted edit, as the server re-encoded it, with its author and time. */
export const updates = sqliteTable('updates', {
  seq: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  person: text().$type<PersonId>().notNull(),
  bytes: bytes().notNull(),
})

/** The whole document as it was after log row `seq`, in pieces that fit any storage. */
export const checkpoints = sqliteTable(
  'checkpoints',
  { seq: integer().notNull(), piece: integer().notNull(), bytes: bytes().notNull() },
  (table) => [primaryKey({ columns: [table.seq, table.piece] })],
)

/** Whose each Yjs client id is, for ever: this is the authorship. */
export const clients = sqliteTable('clients', {
  client: integer().primaryKey(),
  person: text().$type<PersonId>().notNull(),
  epoch: text().notNull(),
  at: integer().notNull(),
})

export const organisations = sqliteTable('organisations', {
  id: text().$type<OrganisationId>().primaryKey(),
  name: text().notNull(),
  short: text().notNull(),
  kind: text().$type<OrganisationKind>().notNull(),
  code: text(),
  website: text(),
  position: integer().notNull(),
})

export const members = sqliteTable('members', {
  person: text().$type<PersonId>().primaryKey(),
  name: text().notNull(),
  initials: text().notNull(),
  organisation: text()
    .$type<OrganisationId>()
    .notNull()
    .references(() => organisations.id),
  role: text().$type<Role>().notNull(),
  position: integer().notNull(),
})

export const plans = sqliteTable('plans', {
  id: text().$type<PlanId>().primaryKey(),
  kind: text().$type<PlanKind>().notNull(),
  name: text().notNull(),
  organisation: text()
    .$type<OrganisationId>()
    .notNull()
    .references(() => organisations.id),
  deadline: text().$type<Day>(),
  position: integer().notNull(),
})

/** The numbers of items, handed out once and for ever, and who put them on the agenda. */
export const items = sqliteTable('items', {
  item: text().$type<ItemId>().primaryKey(),
  number: integer().notNull().unique(),
  person: text().$type<PersonId>().notNull(),
  at: integer().notNull(),
})

/** What changed, per working burst: one field of one item by one person. Values are JSON. */
export const history = sqliteTable(
  'history',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    person: text().$type<PersonId>().notNull(),
    item: text().$type<ItemId>().notNull(),
    field: text().notNull(),
    before: text().notNull(),
    after: text().notNull(),
  },
  (table) => [index('history_by_item').on(table.item, table.seq)],
)

/** What the directory has yet to hear from this room. */
export const outbox = sqliteTable('outbox', {
  seq: integer().primaryKey({ autoIncrement: true }),
  message: text().notNull(),
})

/** The same, as the statements that make it. A test compares the two. */
export const roomMigrations = [
  `
  create table settings (key text primary key not null, value text not null);
  create table updates (
    seq integer primary key autoincrement not null, at integer not null, person text not null, bytes blob not null);
  create table checkpoints (
    seq integer not null, piece integer not null, bytes blob not null, primary key (seq, piece));
  create table clients (client integer primary key not null, person text not null, epoch text not null, at integer not null);
  create table organisations (
    id text primary key not null, name text not null, short text not null, kind text not null, code text, website text,
    position integer not null);
  create table members (
    person text primary key not null, name text not null, initials text not null,
    organisation text not null references organisations (id), role text not null, position integer not null);
  create table plans (
    id text primary key not null, kind text not null, name text not null,
    organisation text not null references organisations (id), deadline text, position integer not null);
  create table items (item text primary key not null, number integer not null unique, person text not null, at integer not null);
  create table history (
    seq integer primary key autoincrement not null, at integer not null, person text not null, item text not null,
    field text not null, before text not null, after text not null);
  create index history_by_item on history (item, seq);
  create table outbox (seq integer primary key autoincrement not null, message text not null)
  `,
]
