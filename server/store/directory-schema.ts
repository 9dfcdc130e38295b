import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DigestRhythm, NoticeKind } from '../../shared/account.ts'
import type { Body, Capacity } from '../../shared/adoption.ts'
import type { OrganisationKind } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import type { AgendaId, CommentId, InvitationId, ItemId, OrganisationId, PersonId, StepId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'

/** Everyone who can sign in. A demo person can be picked where the demo is on. */
export const people = sqliteTable(
  'people',
  {
    id: text().$type<PersonId>().primaryKey(),
    name: text().notNull(),
    initials: text().notNull(),
    organisation: text().notNull(),
    organisationKind: text('organisation_kind').$type<OrganisationKind>().notNull(),
    demo: integer({ mode: 'boolean' }).notNull(),
    demoRole: text('demo_role').$type<Role>(),
    position: integer().notNull(),
    /** In lower case. Nobody else has it. */
    email: text(),
    digest: text().$type<DigestRhythm>().notNull().default('daily'),
    /** Whether this person may make agendas although on none of them yet: who began this board. */
    founder: integer({ mode: 'boolean' }).notNull().default(false),
    /** The region that who began this board named. */
    region: text(),
    /** By which a mail can be stopped without signing in. */
    stopToken: text('stop_token'),
    /** The language of the page on which they last came in. */
    language: text().$type<'nl' | 'en'>().notNull().default('nl'),
  },
  (table) => [uniqueIndex('people_email').on(table.email), uniqueIndex('people_stop_token').on(table.stopToken)],
)

/** Sessions by the hash of their token: who reads the database cannot sign in with it. */
export const sessions = sqliteTable('sessions', {
  hash: text().primaryKey(),
  person: text()
    .$type<PersonId>()
    .notNull()
    .references(() => people.id),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  /** By which its person names it; the hash stays here. */
  id: text().notNull().default(''),
  device: text().notNull().default(''),
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
    /** How many comments this person has not read there. */
    unread: integer().notNull().default(0),
    /** For which organisation this person is on it first of all. */
    organisation: text().$type<OrganisationId>(),
  },
  (table) => [primaryKey({ columns: [table.person, table.agenda] })],
)

/** What a mail or the terminal gave to somebody, by its hash: single use, for a while. */
export const tokens = sqliteTable(
  'tokens',
  {
    hash: text().primaryKey(),
    kind: text().$type<'sign-in' | 'invitation' | 'join' | 'first'>().notNull(),
    email: text(),
    /** A sign-in can also be finished with a code, in the window that asked for it. */
    codeHash: text('code_hash'),
    window: text(),
    tries: integer().notNull(),
    /** What it leads to: an invitation or a comment link, of this agenda; and the name that came with it. */
    agenda: text().$type<AgendaId>(),
    subject: text(),
    name: text(),
    madeAt: integer('made_at').notNull(),
    until: integer().notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('tokens_by_email').on(table.email), index('tokens_by_window').on(table.window)],
)

/** Invitations that are open, as the rooms tell: whoever signs in with the address comes in. */
export const openInvitations = sqliteTable(
  'open_invitations',
  {
    agenda: text().$type<AgendaId>().notNull(),
    invitation: text().$type<InvitationId>().notNull(),
    email: text().notNull(),
    until: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agenda, table.invitation] }),
    index('open_invitations_by_email').on(table.email),
  ],
)

/** How far the directory has heard each room out, so that the same news twice sends no mail twice. */
export const heard = sqliteTable('heard', {
  agenda: text().$type<AgendaId>().primaryKey(),
  epoch: text().notNull(),
  seq: integer().notNull(),
})

/** Mails that have yet to be sent, or that were not because there is no mail server. */
export const mails = sqliteTable('mails', {
  seq: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  /** JSON: to, subject, text, headers. Goes when it was sent. */
  mail: text().notNull(),
  tries: integer().notNull(),
  nextAt: integer('next_at').notNull(),
  state: text().$type<'waiting' | 'sent' | 'local' | 'failed'>().notNull(),
})

/** What happened for somebody, until a digest told it or it was read. */
export const notices = sqliteTable(
  'notices',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    person: text().$type<PersonId>().notNull(),
    agenda: text().$type<AgendaId>().notNull(),
    item: text().$type<ItemId>().notNull(),
    itemTitle: text('item_title').notNull(),
    comment: text().$type<CommentId>().notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    by: text().notNull(),
    excerpt: text().notNull(),
    at: integer().notNull(),
    readAt: integer('read_at'),
    mailedAt: integer('mailed_at'),
  },
  (table) => [
    index('notices_by_person').on(table.person, table.seq),
    index('notices_by_comment').on(table.agenda, table.comment),
    // What no mail told yet is asked for with every piece of news, and is a small part of all that is kept.
    index('notices_to_tell').on(table.person).where(sql`read_at is null and mailed_at is null`),
  ],
)

/** Organisations that sit at some table, to choose from at the next. */
export const organisations = sqliteTable(
  'organisations',
  {
    agenda: text().$type<AgendaId>().notNull(),
    id: text().$type<OrganisationId>().notNull(),
    name: text().notNull(),
    short: text().notNull(),
    kind: text().$type<OrganisationKind>().notNull(),
    code: text(),
    website: text(),
  },
  (table) => [primaryKey({ columns: [table.agenda, table.id] })],
)

/** Steps in an adoption that have a day, and who may record them then: the rooms keep this true. */
export const openSteps = sqliteTable(
  'open_steps',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    agenda: text().$type<AgendaId>().notNull(),
    person: text().$type<PersonId>().notNull(),
    version: integer().notNull(),
    organisation: text().$type<OrganisationId>().notNull(),
    step: text().$type<StepId>().notNull(),
    /** What the party is called, and its body when that is none of the usual ones. */
    party: text().notNull(),
    body: text().$type<Body>().notNull(),
    name: text(),
    capacity: text().$type<Capacity>().notNull(),
    due: text().$type<Day>().notNull(),
    /** The days of the mandate by which it is theirs. */
    from: text().$type<Day>().notNull(),
    until: text().$type<Day>(),
  },
  (table) => [index('open_steps_by_person').on(table.person), index('open_steps_by_agenda').on(table.agenda)],
)

export const directoryMigrations: readonly string[] = [
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
  `
  alter table people add column email text;
  alter table people add column digest text not null default 'daily';
  alter table people add column told_until integer not null default 0;
  alter table people add column founder integer not null default 0;
  alter table people add column region text;
  alter table people add column stop_token text;
  create unique index people_email on people (email);
  create unique index people_stop_token on people (stop_token);
  alter table sessions add column id text not null default '';
  alter table sessions add column device text not null default '';
  update sessions set id = lower(hex(randomblob(16)));
  alter table memberships add column unread integer not null default 0;
  alter table memberships add column organisation text;
  create table tokens (
    hash text primary key not null, kind text not null, email text, code_hash text, window text, tries integer not null,
    agenda text, subject text, name text, made_at integer not null, until integer not null, used_at integer);
  create index tokens_by_email on tokens (email);
  create index tokens_by_window on tokens (window);
  create table open_invitations (
    agenda text not null, invitation text not null, email text not null, until integer not null,
    primary key (agenda, invitation));
  create index open_invitations_by_email on open_invitations (email);
  create table heard (agenda text primary key not null, epoch text not null, seq integer not null);
  create table mails (
    seq integer primary key autoincrement not null, at integer not null, mail text not null, tries integer not null,
    next_at integer not null, state text not null);
  create table notices (
    seq integer primary key autoincrement not null, person text not null, agenda text not null, item text not null,
    item_title text not null, comment text not null, kind text not null, by text not null, excerpt text not null,
    at integer not null, read_at integer, mailed_at integer);
  create index notices_by_person on notices (person, seq);
  create table organisations (
    agenda text not null, id text not null, name text not null, short text not null, kind text not null, code text,
    website text, primary key (agenda, id))
  `,
  `
  alter table people drop column told_until;
  create index notices_by_comment on notices (agenda, comment);
  create index notices_to_tell on notices (person) where read_at is null and mailed_at is null
  `,
  `
  alter table people add column language text not null default 'nl';
  create table open_steps (
    seq integer primary key autoincrement not null, agenda text not null, person text not null, version integer not null,
    organisation text not null, step text not null, party text not null, body text not null, name text,
    capacity text not null, due text not null, "from" text not null, until text);
  create index open_steps_by_person on open_steps (person);
  create index open_steps_by_agenda on open_steps (agenda)
  `,
]
