import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Me, NewAgenda } from '../shared/api.ts'
import type { AgendaId, PersonId } from '../shared/ids.ts'
import type { CloseReason } from '../shared/wire.ts'

// What the core asks of its host. The adapters in node/ fill these in; nothing else knows the platform.

/** A synchronous SQLite database; both better-sqlite3 and a Durable Object's storage are one to Drizzle. */
// biome-ignore lint/suspicious/noExplicitAny: room and directory have schemas of their own, which Drizzle's type carries
export type Database = BaseSQLiteDatabase<'sync', unknown, any>

/** A database that is open, and what it takes to be sure of it. */
export type OpenDatabase = {
  database: Database
  /** Resolves once every commit made before the call is on the disk; rejects when that cannot be known any more. */
  durable: () => Promise<void>
  close: () => void
}

/** One live connection. Sending never waits; `unsent` tells how many bytes the other side has not taken yet. */
export type Socket = {
  /** Sends several frames in one write. */
  send: (frames: readonly Uint8Array[]) => void
  close: (reason: CloseReason) => void
  unsent: () => number
}

/** The verified identity with which the gateway passes a request or a connection on to a room. */
export type Identity = { person: PersonId; session: string }

/** Finds the room of an agenda, in this process or elsewhere. A room that cannot be read throws `UnreadableRoom`. */
export type Rooms = {
  has: (agenda: AgendaId) => boolean
  /** Whether the room would let this person connect live. To someone who is not on the agenda it does not exist. */
  mayConnect: (agenda: AgendaId, person: PersonId) => 'yes' | 'not-allowed' | 'not-found'
  /** Answers a request about one agenda; undefined when there is no such agenda. */
  request: (agenda: AgendaId, request: Request, identity: Identity) => Promise<Response> | undefined
  /** Makes an agenda with its maker as coordinator. The same request twice makes it once. */
  found: (agenda: NewAgenda, maker: Me) => 'made' | 'taken'
}

/** Milliseconds since 1970. */
export type Clock = () => number

/** Structured logging: names and numbers, never a text of the agenda. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details?: Record<string, string | number | boolean>,
) => void
