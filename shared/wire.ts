import * as v from 'valibot'
import type { Comment } from './comment.ts'
import { isRole } from './roles.ts'

/** The subprotocol of our own client. Without it a connection speaks the plain y-websocket protocol only. */
export const subprotocol = 'ontwikkelagenda.v1'

/** Message kinds: the first number of every frame. 0, 1 and 3 are y-websocket's; the rest only our client gets. */
export const messageKinds = { sync: 0, awareness: 1, queryAwareness: 3, hello: 100, saved: 101, event: 102 } as const

/** Text frames that only ask whether the other side is there. The platform can answer without waking the room. */
export const ping = 'ping'
export const pong = 'pong'

/** Why the server closes a connection. y-websocket takes every code from 4400 to 4499 as final and retries all others. */
export const closeCodes = {
  restart: 1012,
  slow: 1013,
  refused: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  otherEpoch: 4409,
  tooBig: 4413,
  roleChanged: 4503,
  tooFast: 4529,
} as const
export type CloseReason = keyof typeof closeCodes

/** The first message to our client: which life of the room this is, what the document looks like, and who you are here. */
export const helloSchema = v.object({
  epoch: v.string(),
  schemaVersion: v.number(),
  role: v.custom<import('./roles.ts').Role>(isRole),
  person: v.string(),
  readOnly: v.boolean(),
})
export type Hello = v.InferOutput<typeof helloSchema>

/** Only that much: who shows comments checks them with their own schema, which a board without them need not load. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null

/** What happened in the record, told to our clients as it happens. */
export type RoomEvent =
  /** Items got their numbers. */
  | { kind: 'numbers'; numbers: Record<string, number> }
  /** The room can no longer write (its disk is full), or it can again. */
  | { kind: 'read-only'; readOnly: boolean }
  /** A comment is new, or another than it was. Of one that is not shown, its text is not told. */
  | { kind: 'comment'; comment: Comment }
  /** Who is on the agenda, or as what, or which parties sit at the table, has changed: ask for the agenda again. */
  | { kind: 'people' }
  /** A version was frozen. */
  | { kind: 'version'; number: number }
  /** How far a party is with the adoption of a version, or its bodies, has changed: ask for the adoption again. */
  | { kind: 'adoption'; organisation: string }

export const roomEventSchema: v.GenericSchema<RoomEvent> = v.variant('kind', [
  v.object({ kind: v.literal('numbers'), numbers: v.record(v.string(), v.number()) }),
  v.object({ kind: v.literal('read-only'), readOnly: v.boolean() }),
  v.object({ kind: v.literal('comment'), comment: v.custom<Comment>(isObject) }),
  v.object({ kind: v.literal('people') }),
  v.object({ kind: v.literal('version'), number: v.number() }),
  v.object({ kind: v.literal('adoption'), organisation: v.string() }),
])

/** What a client says of where it is. Who it is, the server adds. */
export type Place = {
  /** The item that is open, and the field in it that has the focus. */
  item?: string
  field?: string
  /** A caret or selection in the body, as y-prosemirror writes it: relative positions. */
  cursor?: { anchor: unknown; head: unknown } | null
}

/** The identity that the server stamps on presence. */
export type PresentUser = {
  person: string
  name: string
  initials: string
  organisation: string
  kind: string
  tone: number
}

/** One entry of presence as everyone receives it. */
export type Presence = Place & { user?: PresentUser }
