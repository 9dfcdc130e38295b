import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { AgendaSummary } from '../shared/agenda.ts'
import type { DemoPerson, Me, NewAgenda } from '../shared/api.ts'
import type { Dossier } from '../shared/dossier.ts'
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
  /** Where rooms sleep: keeps what a room must still know of this connection when it has forgotten everything else. */
  remember?: (state: Remembered) => void
  close: (reason: CloseReason) => void
  unsent: () => number
}

/** What outlives a sleep of the room, per connection. Plain JSON, small. */
export type Remembered = {
  person: PersonId
  session: string
  ours: boolean
  received: number
  acknowledged: number
  owes: boolean
  presence?: { client: number; clock: number; state: string }
}

/** The verified identity with which the gateway passes a request or a connection on to a room. */
export type Identity = { person: PersonId; session: string }

/** The directory as the gateway reaches it: in this process, or elsewhere. Sessions go by the hash of their token. */
export type DirectoryDoor = {
  /** Whose session it is; undefined when it is over. */
  visitor: (session: string) => Promise<Me | undefined>
  demoPeople: () => Promise<DemoPerson[]>
  /** Begins a session of a demo person; undefined when there is no such person. */
  signInDemo: (person: PersonId, session: string) => Promise<Me | undefined>
  /** Ends a session and gives the agendas on which it may have connections open. */
  signOut: (session: string) => Promise<AgendaId[]>
  agendasOf: (person: PersonId) => Promise<AgendaSummary[]>
}

/** Finds the room of an agenda, in this process or elsewhere. A room that cannot be read throws `UnreadableRoom`. */
export type Rooms = {
  /** Answers a request about one agenda; undefined when there is no such agenda. */
  request: (agenda: AgendaId, request: Request, identity: Identity) => Promise<Response | undefined>
  /** Makes an agenda with its maker as coordinator. The same request twice makes it once. */
  found: (agenda: NewAgenda, maker: Me) => Promise<'made' | 'taken'>
  /** Takes in an agenda that was carried here; who takes it is its coordinator. The same dossier twice is taken in once. */
  takeIn: (agenda: AgendaId, dossier: Dossier, taker: Me) => Promise<TakenIn>
  /** Ends the connections of a session in these rooms. */
  endSession: (session: string, agendas: readonly AgendaId[]) => Promise<void>
}

export type TakenIn =
  | { answer: 'made' | 'taken' }
  | { answer: 'invalid'; mistakes: { path: string; message: string }[] }

/** Milliseconds since 1970. */
export type Clock = () => number

/** Structured logging: names and numbers, never a text of the agenda. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details?: Record<string, string | number | boolean>,
) => void
