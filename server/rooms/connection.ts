import type { Member } from '../../shared/agenda.ts'
import { mayReadDraft, mayWriteText } from '../../shared/roles.ts'
import type { PresentUser } from '../../shared/wire.ts'
import type { Remembered, Socket } from '../ports.ts'
import type { Seat } from '../store/room-store.ts'
import type { PresenceEntry } from './frames.ts'
import { Budget, type Limits } from './limits.ts'
import { presentUser } from './presence.ts'

/** One live connection, as the room knows it. */
export type Connection = {
  readonly socket: Socket
  readonly member: Member
  readonly session: string
  /** When the session ends at the latest. */
  readonly until: number
  readonly ours: boolean
  readonly user: PresentUser
  readonly bytes: Budget
  readonly frames: Budget
  readonly requests: Budget
  /** The document frames that came in, and how many of them the client knows to be on the disk. */
  received: number
  acknowledged: number
  /** Something of this connection was not taken in: nothing is acknowledged until it has sent everything it has. */
  owes: boolean
  askedPresence: boolean
  /** How much was sent in answer to its last request: a slow line may take its time over that. */
  answered: number
}

/** The connection of somebody who sits at the table and may see the living agenda; undefined for anybody else. */
export function seatedConnection(
  socket: Socket,
  remembered: Remembered,
  { members, organisations }: Seat,
  limits: Limits,
  now: number,
): Connection | undefined {
  const { person, session, until, ours, received, acknowledged, owes } = remembered
  const position = members.findIndex((member) => member.person === person)
  const member = members[position]
  if (!member || !mayReadDraft(member.role)) return undefined
  const organisation = organisations.find(({ id }) => id === member.organisation)
  const { frameBurst, framesPerSecond, requestBurst, requestsPerSecond } = limits
  const perMinute = mayWriteText(member.role) ? limits.writerBytesPerMinute : limits.otherBytesPerMinute
  return {
    socket,
    member,
    session,
    until,
    ours,
    user: presentUser(member, organisation, position),
    bytes: new Budget(perMinute, perMinute / 60, now),
    frames: new Budget(frameBurst, framesPerSecond, now),
    requests: new Budget(requestBurst, requestsPerSecond, now),
    received,
    acknowledged,
    owes,
    askedPresence: false,
    answered: 0,
  }
}

/** Where rooms sleep, writes down with the socket what must be known of it afterwards. */
export function rememberConnection(connection: Connection, presence: PresenceEntry | undefined): void {
  const { socket, member, session, until, ours, received, acknowledged, owes } = connection
  const state = { person: member.person, session, until, ours, received, acknowledged, owes }
  socket.remember?.(presence ? { ...state, presence } : state)
}
