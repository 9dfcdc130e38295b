import { nanoid } from 'nanoid'
import { auditHash, contentHash } from '../../../shared/audit.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { RoomEvent } from '../../../shared/wire.ts'
import type { OutboxMessage } from '../../ports.ts'
import type { AuditStore } from '../../store/audit-store.ts'

/** One command of the record while it is carried out: everything it writes is one transaction. */
export type RecordTurn = {
  /** When it happens, in ms since 1970. */
  at: number
  /** Adds a line to the audit trail: the ids it is about, and what was said, which goes in as a salted hash only. */
  audit: (kind: string, subject: Record<string, string | number>, content?: unknown) => void
  /** Tells everyone who is here, once it is written. */
  tell: (event: RoomEvent) => void
  /** Tells the directory, once it is written; again and again until it heard. */
  post: (message: OutboxMessage) => void
  /** Says that memberships, roles or parties changed: open connections follow at once, the directory hears of it. */
  seatChanged: () => void
  /** Says that what the directory shows of this agenda changed: it hears of it. */
  newsChanged: () => void
  /** Says that somebody has more or less to read: the directory hears of it in a while. */
  unreadChanged: () => void
}

/** What a turn wants done when it is written. */
export type TurnOutcome = {
  events: RoomEvent[]
  messages: OutboxMessage[]
  seatChanged: boolean
  newsChanged: boolean
  unreadChanged: boolean
}

/** A turn of somebody at a moment, and what it comes to. */
export function beginTurn(person: PersonId, at: number, trail: AuditStore): { turn: RecordTurn; outcome: TurnOutcome } {
  const outcome: TurnOutcome = {
    events: [],
    messages: [],
    seatChanged: false,
    newsChanged: false,
    unreadChanged: false,
  }
  const turn: RecordTurn = {
    at,
    audit(kind, about, content) {
      const salt = content === undefined ? null : nanoid()
      const line = {
        at,
        person,
        kind,
        subject: JSON.stringify(about),
        contentHash: salt && contentHash(salt, content),
      }
      trail.add({ ...line, salt, hash: auditHash(trail.lastHash(), line) })
    },
    tell: (event) => void outcome.events.push(event),
    post: (message) => void outcome.messages.push(message),
    seatChanged() {
      outcome.seatChanged = true
    },
    newsChanged() {
      outcome.newsChanged = true
    },
    unreadChanged() {
      outcome.unreadChanged = true
    },
  }
  return { turn, outcome }
}

/** The room cannot write now: its disk is full, or nobody knows what is on it. */
export class ReadOnlyRoom extends Error {}
