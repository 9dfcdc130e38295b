import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OrganisationKind } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'

/** Everyone who can sign in. A demo person can be picked where the demo is on. */
export const people = sqliteTable('people', {
  id: text().$type<PersonId>().primaryKey(),
  name: text().notNull(),
  initials: text().notNull(),
  organisation: text().notNull(),
  organisationKind: text('organisation_kind').$type<OrganisationKind>().notNull(),
  demo: integer({ mode: 'boolean' }).notNull(),
  demoRole: text('demo_role').$type<Role>(),
  position: integer().notNull(),
})

/** Sessions by the hash of their token: who reads the database cannot sign in with it. */
export const sessions = sqliteTable('sessions', {
  hash: text().primaryKey(),
  person: text()
    .$type<PersonId>()
    .notNull()
    .references(() => people.id),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
})

/** The agendas, and what a list of them shows. The rooms keep this true through their outboxes. */
export const agendas = sqliteTable('agendas', {
  id: text().$type<AgendaId>().primaryKey(),
  title: text().notNull(),
  region: text().notNull(),
  start: text().$type<Day>(),
  end: text().$type<Day>(),
  parties: integer().notNull(),
  people: integer().notNull(),
  createdAt: integer('created_at').notNull(),
})

/** An index of who is on which agenda; the room itself decides what they may do there. */
export const memberships = sqliteTable(
  'memberships',
  {
    person: text().$type<PersonId>().notNull(),
    agenda: text()
      .$type<AgendaId>()
      .notNull()
      .references(() => agendas.id),
    role: text().$type<Role>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.agenda] })],
)

export const directoryMigrations = [
  `
  create table people (
    id text primary key not null, name text not null, initials text not null, organisation text not null,
    organisation_kind text not null, demo integer not null, demo_role text, position integer not null);
  create table sessions (
    hash text primary key not null, person text not null references people (id), created_at integer not null,
    seen_at integer not null);
  create table agendas (
    id text primary key not null, title text not null, region text not null, start text, end text, parties integer not null,
    people integer not null, created_at integer not null);
  create table memberships (
    person text not null, agenda text not null references agendas (id), role text not null, primary key (person, agenda))
  `,
]
