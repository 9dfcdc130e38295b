import * as v from 'valibot'
import type { Member, Organisation } from '../../shared/agenda.ts'
import { isId } from '../../shared/ids.ts'
import type { Presence, PresentUser } from '../../shared/wire.ts'
import { type PresenceEntry, presenceFrame } from './frames.ts'

/** What a client may say: where it is. Everything else in its state is dropped. */
const placeSchema = v.object({
  item: v.fallback(v.optional(v.pipe(v.string(), v.check(isId))), undefined),
  field: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/))), undefined),
  cursor: v.fallback(v.optional(v.nullable(v.object({ anchor: v.unknown(), head: v.unknown() }))), undefined),
})

/** Who is where: one entry per connection, the identity stamped by the server (rules L5 and L6). */
export class PresenceBook<Connection extends object> {
  readonly #entries = new Map<Connection, PresenceEntry>()
  /** The connection whose client id it is; the last one that said so. */
  readonly #connections = new Map<number, Connection>()
  readonly #largest: number

  constructor(largestEntry: number) {
    this.#largest = largestEntry
  }

  /** The client id under which this connection is present. */
  clientOf(connection: Connection): number | undefined {
    return this.#entries.get(connection)?.client
  }

  entryOf(connection: Connection): PresenceEntry | undefined {
    return this.#entries.get(connection)
  }

  /** Takes back what was known of a connection before a sleep. */
  resume(connection: Connection, entry: PresenceEntry): void {
    this.#connections.set(entry.client, connection)
    this.#entries.set(connection, entry)
  }

  /** Gives a connection its client id; it is not seen anywhere until its first entry. */
  enter(connection: Connection, client: number): void {
    const previous = this.#connections.get(client)
    if (previous) this.#entries.delete(previous)
    this.#connections.set(client, connection)
    this.#entries.set(connection, { client, clock: 0, state: 'null' })
  }

  /** Takes in what a connection says of itself and gives the frame for everyone, or nothing when there is no news. */
  take(connection: Connection, entry: PresenceEntry, user: PresentUser): Uint8Array | undefined {
    if (this.#connections.get(entry.client) !== connection) return undefined
    const state = this.#stamp(entry.state, user)
    if (state === undefined) return undefined
    const stamped = { client: entry.client, clock: entry.clock, state }
    this.#entries.set(connection, stamped)
    return presenceFrame([stamped])
  }

  /** Everybody who is here, as one frame. */
  everybody(): Uint8Array | undefined {
    const here = [...this.#entries.values()].filter(({ state }) => state !== 'null')
    return here.length > 0 ? presenceFrame(here) : undefined
  }

  /** Takes a connection out and gives the frame that tells the others. Only its own entry goes. */
  leave(connection: Connection): Uint8Array | undefined {
    const entry = this.#entries.get(connection)
    if (!entry) return undefined
    this.#entries.delete(connection)
    this.#connections.delete(entry.client)
    return entry.state === 'null' ? undefined : presenceFrame([{ ...entry, state: 'null' }])
  }

  #stamp(state: string, user: PresentUser): string | undefined {
    if (state === 'null') return state
    if (state.length > this.#largest) return undefined
    let claimed: unknown
    try {
      claimed = JSON.parse(state)
    } catch {
      // Not JSON: this client says nothing that can be passed on.
      return undefined
    }
    const place = v.safeParse(placeSchema, claimed)
    if (!place.success) return undefined
    return JSON.stringify({ ...place.output, user } satisfies Presence)
  }
}

/** The identity that everyone sees beside a place. The tone only helps to tell people apart; names do the telling. */
export function presentUser(member: Member, organisation: Organisation | undefined, position: number): PresentUser {
  return {
    person: member.person,
    name: member.name,
    initials: member.initials,
    organisation: organisation?.short ?? '',
    kind: organisation?.kind ?? 'other',
    tone: (position % 4) + 1,
  }
}
