import { and, asc, desc, eq, gt, lte, max, sql } from 'drizzle-orm'
import type { Member, Organisation, Plan } from '../../shared/agenda.ts'
import type { ItemId, PersonId } from '../../shared/ids.ts'
import type { Database } from '../ports.ts'
import { migrate } from './migrate.ts'
import {
  checkpoints,
  clients,
  history,
  items,
  members,
  organisations,
  outbox,
  plans,
  roomMigrations,
  settings,
  updates,
} from './room-schema.ts'

/** A Durable Object stores values of at most 2 MiB; pieces of a checkpoint stay well below. */
const pieceBytes = 1 << 20

export type UpdateRow = { at: number; person: PersonId; bytes: Uint8Array }
export type HistoryRow = { at: number; person: PersonId; item: ItemId; field: string; before: string; after: string }
export type ItemRow = { item: ItemId; number: number; person: PersonId; at: number }
export type ClientOwner = { person: PersonId; epoch: string }
export type ClientRow = ClientOwner & { client: number; at: number }
export type Seat = { organisations: Organisation[]; members: Member[]; plans: Plan[] }

/** Reads one room's database. */
export type RoomReader = ReturnType<typeof makeReader>
/** Writes it: everything of one turn goes inside one `transaction`. */
export type RoomWriter = ReturnType<typeof makeWriter>
export type RoomStore = RoomReader & RoomWriter

/** Opens the store over a database, bringing it to the newest version first. */
export function openRoomStore(database: Database): RoomStore {
  migrate(database, roomMigrations)
  return { ...makeReader(database), ...makeWriter(database) }
}

function makeReader(database: Database) {
  const clientOwner = database
    .select({ person: clients.person, epoch: clients.epoch })
    .from(clients)
    .where(eq(clients.client, sql.placeholder('client')))
    .prepare()

  return {
    setting: (key: string): string | undefined =>
      database.select().from(settings).where(eq(settings.key, key)).get()?.value,

    /** The last checkpoint and the log rows after it; throws when one of them is not whole. */
    document(): {
      checkpoint: Uint8Array | undefined
      checkpointSeq: number
      updates: { seq: number; bytes: Uint8Array }[]
    } {
      const checkpointSeq =
        database
          .select({ seq: max(checkpoints.seq) })
          .from(checkpoints)
          .get()?.seq ?? 0
      const pieces = database
        .select()
        .from(checkpoints)
        .where(eq(checkpoints.seq, checkpointSeq))
        .orderBy(asc(checkpoints.piece))
        .all()
      if (pieces.some(({ piece }, index) => piece !== index)) throw new Error('A piece of the checkpoint is missing')
      const rows = database
        .select({ seq: updates.seq, bytes: updates.bytes })
        .from(updates)
        .where(gt(updates.seq, checkpointSeq))
        .orderBy(asc(updates.seq))
        .all()
      // A rolled back row gives its number back, so that a gap is a loss.
      if (rows.some(({ seq }, index) => seq !== checkpointSeq + 1 + index))
        throw new Error('A row of the log is missing')
      return {
        checkpoint: pieces.length > 0 ? join(pieces.map(({ bytes }) => bytes)) : undefined,
        checkpointSeq,
        updates: rows,
      }
    },

    /** The whole log up to a row, for the document at a past moment. */
    log: (upTo?: number): (UpdateRow & { seq: number })[] =>
      database
        .select()
        .from(updates)
        .where(upTo === undefined ? undefined : lte(updates.seq, upTo))
        .orderBy(asc(updates.seq))
        .all(),

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
      members: database
        .select()
        .from(members)
        .orderBy(asc(members.position))
        .all()
        .map(({ position, ...member }) => member),
      plans: database
        .select()
        .from(plans)
        .orderBy(asc(plans.position))
        .all()
        .map(({ position, deadline, ...plan }) => ({ ...plan, ...(deadline !== null && { deadline }) })),
    }),

    items: (): ItemRow[] => database.select().from(items).orderBy(asc(items.number)).all(),

    history: (item: ItemId, limit: number): (HistoryRow & { seq: number })[] =>
      database.select().from(history).where(eq(history.item, item)).orderBy(desc(history.seq)).limit(limit).all(),

    /** All of history, the first change first. */
    changes: (): (HistoryRow & { seq: number })[] => database.select().from(history).orderBy(asc(history.seq)).all(),

    clients: (): ClientRow[] => database.select().from(clients).orderBy(asc(clients.client)).all(),

    outbox: (): { seq: number; message: string }[] => database.select().from(outbox).orderBy(asc(outbox.seq)).all(),
  }
}

function makeWriter(database: Database) {
  const appendUpdate = database
    .insert(updates)
    .values({ at: sql.placeholder('at'), person: sql.placeholder('person'), bytes: sql.placeholder('bytes') })
    .returning({ seq: updates.seq })
    .prepare()

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

    /** Appends an edit to the log and gives its sequence number. */
    appendUpdate: ({ at, person, bytes }: UpdateRow): number => {
      const row = appendUpdate.get({ at, person, bytes })
      if (!row) throw new Error('The log gave no number')
      return row.seq
    },

    /** Replaces the checkpoint: the new one is written before the old one goes. */
    writeCheckpoint(seq: number, document: Uint8Array): void {
      for (let piece = 0; piece === 0 || piece * pieceBytes < document.length; piece++) {
        const bytes = document.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)
        database.insert(checkpoints).values({ seq, piece, bytes }).run()
      }
      database
        .delete(checkpoints)
        .where(and(sql`${checkpoints.seq} < ${seq}`))
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
      seat.members.forEach((member, position) => {
        database
          .insert(members)
          .values({ ...member, position })
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

    addToOutbox: (message: string): void => {
      database.insert(outbox).values({ message }).run()
    },

    /** Up to this row: newer news says all that older news said. */
    removeFromOutbox: (seq: number): void => {
      database.delete(outbox).where(lte(outbox.seq, seq)).run()
    },
  }
}

function join(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
