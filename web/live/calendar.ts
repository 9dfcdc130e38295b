import type { CalendarState, MadeCalendar } from '../../shared/calendar.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** The address by which my own calendar keeps up with one agenda. */
export type CalendarDoor = {
  state: () => Promise<Answer<CalendarState>>
  /** A new address; the one of before works no more. */
  make: () => Promise<Answer<MadeCalendar>>
  revoke: () => Promise<Answer<undefined>>
}

export function makeCalendarDoor(agenda: AgendaId, ask: Ask = makeAsk()): CalendarDoor {
  const path = `/agendas/${agenda}/calendar`
  return {
    state: () => ask('GET', path),
    make: () => ask('PUT', path),
    revoke: () => ask('DELETE', path),
  }
}
