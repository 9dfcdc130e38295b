import { getTableName } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ItemId, OrganisationId, PersonId, StepId, VersionId } from '../../shared/ids.ts'
import { bytes } from './bytes.ts'
import { members, organisations } from './room-schema.ts'

/** What was agreed, frozen. Rows are added and never changed (rule V1). */
export const versions = sqliteTable('versions', {
  number: integer().primaryKey(),
  id: text().$type<VersionId>().notNull().unique(),
  at: integer().notNull(),
  person: text()
    .$type<PersonId>()
    .notNull()
    .references(() => members.person),
  /** JSON: everything that is hashed beside its items. */
  metadata: text().notNull(),
  /** JSON: the hashes of the positions that were taken on it. */
  positions: text().notNull(),
  hash: text().notNull(),
})

/** The items of a version, in their order. */
export const versionItems = sqliteTable(
  'version_items',
  {
    version: integer()
      .notNull()
      .references(() => versions.number),
    item: text().$type<ItemId>().notNull(),
    place: integer().notNull(),
    salt: text().notNull(),
    hash: text().notNull(),
    /** JSON: how it stood beside what was agreed. */
    aside: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.item] })],
)

/** What of an item was agreed, as canonical JSON in UTF-8, in pieces that fit any storage. */
export const versionContents = sqliteTable(
  'version_contents',
  {
    version: integer()
      .notNull()
      .references(() => versions.number),
    item: text().$type<ItemId>().notNull(),
    piece: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.item, table.piece] })],
)

/** The salt of each item's hash, once for ever: the same content keeps the same hash from version to version. */
export const itemSalts = sqliteTable('item_salts', {
  item: text().$type<ItemId>().primaryKey(),
  salt: text().notNull(),
})

/** The bodies of a party and what each does, where it set them otherwise than usual. */
export const adoptionSettings = sqliteTable('adoption_settings', {
  organisation: text()
    .$type<OrganisationId>()
    .primaryKey()
    .references(() => organisations.id),
  /** JSON: the steps in their order. */
  steps: text().notNull(),
  /** Who set them, and when; unknown of what was set before that was kept. */
  person: text()
    .$type<PersonId>()
    .references(() => members.person),
  /** What a coordinator went by who set them on behalf of the party. */
  ground: text(),
  at: integer(),
})

/** The steps of a party on a version, from when something happened with one of them; before that they are its settings. */
export const adoptionSteps = sqliteTable(
  'adoption_steps',
  {
    version: integer()
      .notNull()
      .references(() => versions.number),
    organisation: text()
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
    /** JSON: the steps in their order. */
    steps: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.organisation] })],
)

/** How a step stood from a moment on. The last row counts; earlier ones stay on record. */
export const adoptionStates = sqliteTable(
  'adoption_states',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    version: integer()
      .notNull()
      .references(() => versions.number),
    organisation: text()
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
    step: text().$type<StepId>().notNull(),
    /** JSON: how it stands. */
    state: text().notNull(),
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    /** What a coordinator went by who recorded this on behalf of the party. */
    ground: text(),
    at: integer().notNull(),
  },
  (table) => [index('adoption_states_by_version').on(table.version, table.organisation)],
)

/** Whom a coordinator reminded of a step, and when. */
export const adoptionReminders = sqliteTable('adoption_reminders', {
  seq: integer().primaryKey({ autoIncrement: true }),
  version: integer()
    .notNull()
    .references(() => versions.number),
  organisation: text()
    .$type<OrganisationId>()
    .notNull()
    .references(() => organisations.id),
  step: text().$type<StepId>().notNull(),
  /** Who sent it. */
  person: text()
    .$type<PersonId>()
    .notNull()
    .references(() => members.person),
  /** JSON: the people who got it. */
  people: text().notNull(),
  at: integer().notNull(),
})

export const reminderMigration = `
  create table adoption_reminders (
    seq integer primary key autoincrement not null, version integer not null references versions (number),
    organisation text not null references organisations (id), step text not null,
    person text not null references members (person), people text not null, at integer not null)
  `

export const settingsMigration = `
  alter table adoption_settings add column person text references members (person);
  alter table adoption_settings add column ground text;
  alter table adoption_settings add column at integer
  `

export const versionMigration = `
  create table versions (
    number integer primary key not null, id text not null unique, at integer not null, person text not null references members (person),
    metadata text not null, positions text not null, hash text not null);
  create table version_items (
    version integer not null references versions (number), item text not null, place integer not null, salt text not null,
    hash text not null, aside text not null, primary key (version, item));
  create table version_contents (
    version integer not null references versions (number), item text not null, piece integer not null, bytes blob not null,
    primary key (version, item, piece));
  create table item_salts (item text primary key not null, salt text not null);
  create table adoption_settings (
    organisation text primary key not null references organisations (id), steps text not null);
  create table adoption_steps (
    version integer not null references versions (number), organisation text not null references organisations (id),
    steps text not null, primary key (version, organisation));
  create table adoption_states (
    seq integer primary key autoincrement not null, version integer not null references versions (number),
    organisation text not null references organisations (id), step text not null, state text not null,
    person text not null references members (person), ground text, at integer not null);
  create index adoption_states_by_version on adoption_states (version, organisation)
  `

/**
 * The database itself refuses to change what was frozen or to take it away, whatever a later program tries (rule V1). A purge of
 * what may not stay anywhere will have to take these off for as long as it works.
 */
export const frozenMigration = [versions, versionItems, versionContents, itemSalts]
  .map((table) => getTableName(table))
  .flatMap((table) =>
    ['update', 'delete'].map(
      (what) => `
  create trigger ${table}_no_${what} before ${what} on ${table}
  begin select raise(abort, 'What was frozen stays as it is'); end`,
    ),
  )
  .join(';')
