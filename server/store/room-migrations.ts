import { auditMigration } from './audit-schema.ts'
import { calendarMigration } from './calendar-schema.ts'
import { commentMigration, commentStateMigration } from './comment-schema.ts'
import { peopleMigration } from './people-schema.ts'
import { publicationMigration } from './publication-schema.ts'
import { frozenMigration, reminderMigration, settingsMigration, versionMigration } from './version-schema.ts'

/** The tables of a room as the statements that make them, one set after the other. A test compares them with the schemas. */
export const roomMigrations: readonly string[] = [
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
  peopleMigration,
  commentMigration,
  auditMigration,
  commentStateMigration,
  `
  alter table updates add column more integer not null default 0;
  create table update_pieces (
    seq integer not null, piece integer not null, bytes blob not null, primary key (seq, piece))
  `,
  versionMigration,
  reminderMigration,
  publicationMigration,
  calendarMigration,
  settingsMigration,
  frozenMigration,
]
