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
  /** How many more pieces it has: no storage takes a value of any size. */
  more: integer().notNull().default(0),
})

/** The rest of an edit that does not fit in its row, from piece 1 on. */
export const updatePieces = sqliteTable(
  'update_pieces',
  { seq: integer().notNull(), piece: integer().notNull(), bytes: bytes().notNull() },
  (table) => [primaryKey({ columns: [table.seq, table.piece] })],
)

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
  /** Where this person gets mail; known for who came in by an invitation or a comment link. */
  email: text(),
  since: integer().notNull().default(0),
  /** Who is no longer on the agenda stays on record: what they wrote keeps its author. */
  endedAt: integer('ended_at'),
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

/** What changed, per working burst: one field of one item, or of the agenda itself, by one person. Values are JSON. */
export const history = sqliteTable(
  'history',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    person: text().$type<PersonId>().notNull(),
    item: text().$type<ItemId | ''>().notNull(),
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
