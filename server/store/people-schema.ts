import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Day } from '../../shared/date.ts'
import type { CommentLinkId, InvitationId, MandateId, OrganisationId, PersonId } from '../../shared/ids.ts'
import type { Mandate } from '../../shared/people.ts'
import type { Role } from '../../shared/roles.ts'
import { members, organisations } from './room-schema.ts'

/** The other organisations for which a member may act. */
export const capacities = sqliteTable(
  'capacities',
  {
    person: text()
      .$type<PersonId>()
      .notNull()
      .references(() => members.person),
    organisation: text()
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [primaryKey({ columns: [table.person, table.organisation] })],
)

/** Who speaks for an organisation. A mandate that is taken away stays on record. */
export const mandates = sqliteTable('mandates', {
  id: text().$type<MandateId>().primaryKey(),
  person: text()
    .$type<PersonId>()
    .notNull()
    .references(() => members.person),
  organisation: text()
    .$type<OrganisationId>()
    .notNull()
    .references(() => organisations.id),
  from: text().$type<Day>().notNull(),
  until: text().$type<Day>(),
  ground: text().notNull(),
  deputy: text().$type<PersonId>(),
  endedAt: integer('ended_at'),
})

/** A row of `mandates` as the contract has it. */
export function mandateOf({ id, organisation, from, until, ground, deputy }: typeof mandates.$inferSelect): Mandate {
  return { id, organisation, from, ...(until && { until }), ground, ...(deputy && { deputy }) }
}

export const invitations = sqliteTable(
  'invitations',
  {
    id: text().$type<InvitationId>().primaryKey(),
    email: text().notNull(),
    organisation: text()
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<Role>().notNull(),
    invitedBy: text('invited_by').$type<PersonId>().notNull(),
    invitedAt: integer('invited_at').notNull(),
    sentAt: integer('sent_at').notNull(),
    until: integer().notNull(),
    /** Who came in by it, and when it ended in another way. */
    person: text().$type<PersonId>(),
    acceptedAt: integer('accepted_at'),
    withdrawnAt: integer('withdrawn_at'),
  },
  (table) => [index('invitations_by_email').on(table.email)],
)

/** Links by which members of one parent organisation become commenters. */
export const commentLinks = sqliteTable('comment_links', {
  id: text().$type<CommentLinkId>().primaryKey(),
  organisation: text()
    .$type<OrganisationId>()
    .notNull()
    .references(() => organisations.id),
  secret: text().notNull(),
  until: text().$type<Day>().notNull(),
  places: integer().notNull(),
  used: integer().notNull(),
  madeBy: text('made_by').$type<PersonId>().notNull(),
  madeAt: integer('made_at').notNull(),
  withdrawnAt: integer('withdrawn_at'),
})

export const peopleMigration = `
  alter table members add column email text;
  alter table members add column since integer not null default 0;
  alter table members add column ended_at integer;
  create table capacities (
    person text not null references members (person), organisation text not null references organisations (id),
    primary key (person, organisation));
  create table mandates (
    id text primary key not null, person text not null references members (person),
    organisation text not null references organisations (id), "from" text not null, until text,
    ground text not null, deputy text, ended_at integer);
  create table invitations (
    id text primary key not null, email text not null, organisation text not null references organisations (id), role text not null,
    invited_by text not null, invited_at integer not null, sent_at integer not null, until integer not null, person text,
    accepted_at integer, withdrawn_at integer);
  create index invitations_by_email on invitations (email);
  create table comment_links (
    id text primary key not null, organisation text not null references organisations (id), secret text not null, until text not null,
    places integer not null, used integer not null, made_by text not null, made_at integer not null, withdrawn_at integer)
  `
