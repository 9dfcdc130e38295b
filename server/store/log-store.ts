import { and, asc, count, desc, eq, gt, gte, lt, lte, max, min, sql } from 'drizzle-orm'
import type { PersonId } from '../../shared/ids.ts'
import type { Edits } from '../../shared/moments.ts'
import type { Database } from '../ports.ts'
import { checkpoints, updatePieces, updates } from './room-schema.ts'

/** A Durable Object stores values of at most 2 MB; pieces of an edit or a checkpoint stay well below. */
const pieceBytes = 1 << 20

export type UpdateRow = { at: number; person: PersonId; bytes: Uint8Array }
export type LogReader = ReturnType<typeof makeLogReader>
export type LogWriter = ReturnType<typeof makeLogWriter>

/** Reads the log of edits, and the checkpoint that saves reading all of it. */
export function makeLogReader(database: Database) {
  /** The rows of the log after one row and up to another, each with all its pieces. */
  function rows(after: number, upTo: number | undefined): (UpdateRow & { seq: number })[] {
    const within = upTo === undefined ? gt(updates.seq, after) : and(gt(updates.seq, after), lte(updates.seq, upTo))
    return database
      .select()
      .from(updates)
      .where(within)
      .orderBy(asc(updates.seq))
      .all()
      .map(({ seq, at, person, bytes, more }) => ({
        seq,
        at,
        person,
        bytes: more === 0 ? bytes : join([bytes, ...rest(seq, more)]),
      }))
  }

  function rest(seq: number, more: number): Uint8Array[] {
    const pieces = database
      .select()
      .from(updatePieces)
      .where(eq(updatePieces.seq, seq))
      .orderBy(asc(updatePieces.piece))
      .all()
    if (pieces.length !== more || pieces.some(({ piece }, index) => piece !== index + 1))
      throw new Error('A piece of the log is missing')
    return pieces.map(({ bytes }) => bytes)
  }

  return {
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
      const tail = rows(checkpointSeq, undefined)
      // A rolled back row gives its number back, so that a gap is a loss.
      if (tail.some(({ seq }, index) => seq !== checkpointSeq + 1 + index))
        throw new Error('A row of the log is missing')
      return {
        checkpoint: pieces.length > 0 ? join(pieces.map(({ bytes }) => bytes)) : undefined,
        checkpointSeq,
        updates: tail,
      }
    },

    /** The whole log up to a row, for the document at a past moment. */
    log: (upTo?: number): (UpdateRow & { seq: number })[] => rows(0, upTo),

    /** The last row of the log that was written by a moment (in ms since 1970); 0 when there was none yet. */
    seqAt: (at: number): number =>
      database
        .select({ seq: max(updates.seq) })
        .from(updates)
        .where(lte(updates.at, at))
        .get()?.seq ?? 0,

    /** The last row of the log and when it was written; 0 when there is none yet. */
    lastEdit: (): { seq: number; at: number } =>
      database.select({ seq: updates.seq, at: updates.at }).from(updates).orderBy(desc(updates.seq)).limit(1).get() ?? {
        seq: 0,
        at: 0,
      },

    /** How many edits came in between two moments, and when the last of them: by spans of so many ms, the empty ones left out. */
    editsBy: (span: number, from: number, to: number): Edits[] =>
      database
        .select({ at: sql<number>`max(${updates.at})`, edits: count() })
        .from(updates)
        .where(and(gte(updates.at, from), lte(updates.at, to)))
        .groupBy(sql`${updates.at} / cast(${span} as integer)`)
        .orderBy(sql`${updates.at} / cast(${span} as integer)`)
        .all(),

    /** The moments (in ms since 1970) of the first and the last edit; undefined when there was none yet. */
    life(): { first: number; last: number } | undefined {
      const { first, last } =
        database
          .select({ first: min(updates.at), last: max(updates.at) })
          .from(updates)
          .get() ?? {}
      return typeof first === 'number' && typeof last === 'number' ? { first, last } : undefined
    },

    /** The rows of the log after a row, so many at most. */
    logAfter: (seq: number, most: number): (UpdateRow & { seq: number })[] => rows(seq, seq + most),
  }
}

/** Writes the log and its checkpoints. The log only grows. */
export function makeLogWriter(database: Database) {
  const append = database
    .insert(updates)
    .values({
      at: sql.placeholder('at'),
      person: sql.placeholder('person'),
      bytes: sql.placeholder('bytes'),
      more: sql.placeholder('more'),
    })
    .returning({ seq: updates.seq })
    .prepare()

  return {
    /** Appends an edit to the log and gives its sequence number. One that is large belongs in a transaction. */
    appendUpdate: ({ at, person, bytes }: UpdateRow): number => {
      const more = Math.max(0, Math.ceil(bytes.length / pieceBytes) - 1)
      const row = append.get({ at, person, bytes: more === 0 ? bytes : bytes.subarray(0, pieceBytes), more })
      if (!row) throw new Error('The log gave no number')
      for (let piece = 1; piece <= more; piece++)
        database
          .insert(updatePieces)
          .values({ seq: row.seq, piece, bytes: bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes) })
          .run()
      return row.seq
    },

    /** Replaces the checkpoint: the new one is written before the old one goes. */
    writeCheckpoint(seq: number, document: Uint8Array): void {
      for (let piece = 0; piece === 0 || piece * pieceBytes < document.length; piece++) {
        const bytes = document.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)
        database.insert(checkpoints).values({ seq, piece, bytes }).run()
      }
      database.delete(checkpoints).where(lt(checkpoints.seq, seq)).run()
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
