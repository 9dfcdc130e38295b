import { customAlphabet } from 'nanoid'
import type { Member } from '../../../shared/agenda.ts'
import { type CalendarState, calendarPath, calendarSecret, type MadeCalendar } from '../../../shared/calendar.ts'
import { sha256Hex } from '../../../shared/hash.ts'
import type { AgendaId, PersonId } from '../../../shared/ids.ts'
import type { RoomReader, RoomStore } from '../../store/room-store.ts'
import { type Decision, done } from './decision.ts'
import { momentOf } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

const makeSecret = customAlphabet(calendarSecret.signs, calendarSecret.length)

/** Since when somebody has an address for their calendar. The address itself nobody knows but them. */
export function calendarOf({ calendars }: RoomReader, person: PersonId): CalendarState {
  const row = calendars.of(person)
  return row ? { since: momentOf(row.at) } : {}
}

/** Gives somebody an address for their calendar; the one of before works no more (rule X13). */
export function makeCalendar(
  { calendars }: RoomStore,
  turn: RecordTurn,
  { agenda, person }: { agenda: AgendaId; person: PersonId },
): Decision<MadeCalendar> {
  const secret = makeSecret()
  calendars.put({ person, hash: sha256Hex(secret), at: turn.at })
  turn.audit('calendar-made', { person })
  return done({ since: momentOf(turn.at), path: calendarPath(agenda, secret) })
}

/** Takes the address back: from now on nothing is answered there. */
export function revokeCalendar({ calendars }: RoomStore, turn: RecordTurn, person: PersonId): Decision {
  if (!calendars.of(person)) return done(undefined)
  calendars.remove(person)
  turn.audit('calendar-revoked', { person })
  return done(undefined)
}

/**
 * Whose calendar asks, as they are on the agenda now. It is looked up by its hash: of hashes the first difference tells
 * nothing about the secret, however long the comparison takes.
 */
export function memberByCalendar(store: RoomReader, secret: string): Member | undefined {
  const person = store.calendars.byHash(sha256Hex(secret))?.person
  return person && store.seat().members.find((member) => member.person === person)
}
