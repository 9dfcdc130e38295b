import { and, asc, desc, eq, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Member, Organisation, Plan } from '../../shared/agenda.ts'
import type { ItemId, PersonId } from '../../shared/ids.ts'
import type { Database, OutboxMessage } from '../ports.ts'
import { type AuditReader, type AuditStore, makeAuditStore } from './audit-store.ts'
import { type CalendarReader, type CalendarStore, makeCalendarReader, makeCalendarWriter } from './calendar-store.ts'
import { type CommentReader, type CommentStore, makeCommentReader, makeCommentWriter } from './comment-store.ts'
import { type LogReader, type LogWriter, makeLogReader, makeLogWriter } from './log-store.ts'
import { maskedHistory } from './masked-history.ts'
import { migrate } from './migrate.ts'
import { capacities, mandateOf, mandates } from './people-schema.ts'
import { makePeopleReader, makePeopleWriter, type PeopleReader, type PeopleWriter } from './people-store.ts'
import {
  makePublicationReader,
  makePublicationWriter,
  type PublicationReader,
  type PublicationStore,
} from './publication-store.ts'
import { roomMigrations } from './room-migrations.ts'
import { clients, history, items, members, organisations, outbox, plans, settings } from './room-schema.ts'
import { makeVersionReader, makeVersionWriter, type VersionReader, type VersionStore } from './version-store.ts'

/** `item` is empty where the agenda itself changed. */
export type HistoryRow = {
  at: number
  person: PersonId
  item: ItemId | ''
  field: string
  before: string
  after: string
}
export type HistoryQuestion = { item?: ItemId | undefined; before?: number | undefined; limit: number }
export type ItemRow = { item: ItemId; number: number; person: PersonId; at: number }
export type ClientOwner = { person: PersonId; epoch: string }
export type ClientRow = ClientOwner & { client: number; at: number }
/** One row of the outbox. */
export type Letter = { seq: number; message: OutboxMessage }
export type Seat = { organisations: Organisation[]; members: Member[]; plans: Plan[] }

/** Reads one room's database. */
export type RoomReader = ReturnType<typeof makeReader> &
  LogReader & {
    people: PeopleReader
    comments: CommentReader
    versions: VersionReader
    calendars: CalendarReader
    publications: PublicationReader
    trail: AuditReader
  }
/** Writes it: everything of one turn goes inside one `transaction`. */
export type RoomWriter = ReturnType<typeof makeWriter> &
  LogWriter & {
    people: PeopleWriter
    comments: CommentStore
    versions: VersionStore
    calendars: CalendarStore
    publications: PublicationStore
    trail: AuditStore
  }
export type RoomStore = RoomReader & RoomWriter

/** Opens the store over a database, bringing it to the newest version first. */
export function openRoomStore(database: Database): RoomStore {
  migrate(database, roomMigrations)
  const people = { ...makePeopleReader(database), ...makePeopleWriter(database) }
  const comments = { ...makeCommentReader(database), ...makeCommentWriter(database) }
  const log = { ...makeLogReader(database), ...makeLogWriter(database) }
  const versions = { ...makeVersionReader(database), ...makeVersionWriter(database) }
  const calendars = { ...makeCalendarReader(database), ...makeCalendarWriter(database) }
  const publications = { ...makePublicationReader(database), ...makePublicationWriter(database) }
  const trail = makeAuditStore(database)
  return {
    ...makeReader(database),
    ...makeWriter(database),
    ...log,
    people,
    comments,
    versions,
    calendars,
    publications,
    trail,
  }
}

/** Only reads: a database that is at the newest version already, and stays as it is. */
export function openRoomReader(database: Database): RoomReader {
  return {
    ...makeReader(database),
    ...makeLogReader(database),
    people: makePeopleReader(database),
    comments: makeCommentReader(database),
    versions: makeVersionReader(database),
    calendars: makeCalendarReader(database),
    publications: makePublicationReader(database),
    trail: makeAuditStore(database),
  }
}

function makeReader(database: Database) {
  const clientOwner = database
    .select({ person: clients.person, epoch: clients.epoch })
    .from(clients)
    .where(eq(clients.client, sql.placeholder('client')))
    .prepare()

  function readMembers(which: SQL | undefined): Member[] {
    const others = Map.groupBy(database.select().from(capacities).all(), ({ person }) => person)
    const held = Map.groupBy(
      database.select().from(mandates).where(isNull(mandates.endedAt)).all(),
      ({ person }) => person,
    )
    return database
      .select()
      .from(members)
      .where(which)
      .orderBy(asc(members.position))
      .all()
      .map(({ person, name, initials, organisation, role }) => {
        const alsoFor = others.get(person)?.map((capacity) => capacity.organisation)
        const mandatesOf = held.get(person)?.map(mandateOf)
        return {
          person,
          name,
          initials,
          organisation,
          ...(alsoFor && { alsoFor }),
          ...(mandatesOf && { mandates: mandatesOf }),
          role,
        }
      })
  }

  return {
    setting: (key: string): string | undefined =>
      database.select().from(settings).where(eq(settings.key, key)).get()?.value,

    /** Whose a Yjs client id is, and since which epoch. */
    clientOwner: (client: number): ClientOwner | undefined => clientOwner.get({ client }),

    seat: (): Seat => ({
      organisations: database
        .select()
        .from(organisations)
        .orderBy(asc(organisations.position))
        .all()
        .map(({ position, code, website, ...organisation }) => ({
          ...organisation,
          ...(code !== null && { code }),
          ...(website !== null && { website }),
        })),
      members: readMembers(isNull(members.endedAt)),
      plans: database
        .select()
        .from(plans)
        .orderBy(asc(plans.position))
        .all()
        .map(({ position, deadline, ...plan }) => ({ ...plan, ...(deadline !== null && { deadline }) })),
    }),

    /** Everyone who ever was on the agenda: what they wrote keeps its author. */
    everyMember: (): Member[] => readMembers(undefined),

    items: (): ItemRow[] => database.select().from(items).orderBy(asc(items.number)).all(),

    /** What changed in an item, or in all of them, before a row: the last change first. */
    history: ({ item, before, limit }: HistoryQuestion): (HistoryRow & { seq: number })[] =>
      database
        .select()
        .from(history)
        .where(and(item && eq(history.item, item), before === undefined ? undefined : lt(history.seq, before)))
        .orderBy(desc(history.seq))
        .limit(limit)
        .all()
        .map(maskedHistory),

    /** All of history, the first change first. */
    changes: (): (HistoryRow & { seq: number })[] =>
      database.select().from(history).orderBy(asc(history.seq)).all().map(maskedHistory),

    clients: (): ClientRow[] => database.select().from(clients).orderBy(asc(clients.client)).all(),

    outbox: (): Letter[] =>
      database
        .select()
        .from(outbox)
        .orderBy(asc(outbox.seq))
        .all()
        // Only addToOutbox writes there.
        .map(({ seq, message }) => ({ seq, message: JSON.parse(message) as OutboxMessage })),
  }
}

function makeWriter(database: Database) {
  return {
    /** All or nothing. The callback must not wait for anything. */
    transaction: <Result>(write: () => Result): Result => database.transaction(() => write()),

    setSetting: (key: string, value: string): void => {
      database
        .insert(settings)
        .values({ key, value })
        .onConflictDoUpdate({ target: settings.key, set: { value } })
        .run()
    },

    bindClient: (client: number, person: PersonId, epoch: string, at: number): void => {
      database.insert(clients).values({ client, person, epoch, at }).onConflictDoNothing().run()
    },

    /** Puts the parties, people and plans at the table, in the order given. */
    setSeat(seat: Seat): void {
      database.delete(plans).run()
      database.delete(members).run()
      database.delete(organisations).run()
      seat.organisations.forEach((organisation, position) => {
        database
          .insert(organisations)
          .values({ ...organisation, position })
          .run()
      })
      seat.members.forEach(({ alsoFor = [], mandates: held = [], ...member }, position) => {
        database
          .insert(members)
          .values({ ...member, position })
          .run()
        for (const organisation of alsoFor)
          database.insert(capacities).values({ person: member.person, organisation }).run()
        for (const mandate of held)
          database
            .insert(mandates)
            .values({ ...mandate, person: member.person })
            .run()
      })
      seat.plans.forEach((plan, position) => {
        database
          .insert(plans)
          .values({ ...plan, position })
          .run()
      })
    },

    addItem: (row: ItemRow): void => {
      database.insert(items).values(row).run()
    },

    addHistory: (rows: HistoryRow[]): void => {
      for (const row of rows) database.insert(history).values(row).run()
    },

    /** What the room has to say to the directory. News of the agenda says all that older news of it said. */
    addToOutbox: (message: OutboxMessage): void => {
      if (message.kind === 'agenda')
        database.delete(outbox).where(sql`json_extract(${outbox.message}, '$.kind') = 'agenda'`).run()
      database
        .insert(outbox)
        .values({ message: JSON.stringify(message) })
        .run()
    },

    /** Up to this row: it was heard. */
    removeFromOutbox: (seq: number): void => {
      database.delete(outbox).where(lte(outbox.seq, seq)).run()
    },
  }
}
