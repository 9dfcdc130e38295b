import { Hono } from 'hono'
import type { CalendarState, MadeCalendar } from '../../../shared/calendar.ts'
import { may } from '../../../shared/rights.ts'
import { problem } from '../../problem.ts'
import type { Room } from '../room.ts'
import type { RoomEnvironment } from '../room-app.ts'
import { calendarOf, makeCalendar, revokeCalendar } from './calendars.ts'
import { answerDecision, command } from './command.ts'

/** The address for one's own calendar: everyone on the agenda may have one. */
export function calendarRoutes(room: Room): Hono<RoomEnvironment> {
  const { store, agenda } = room
  const app = new Hono<RoomEnvironment>()

  app.use('/calendar', async (c, next) => (may(c.var.me.role, 'read-record') ? next() : problem(c, 'not-allowed')))

  app.get('/calendar', (c) => c.json(calendarOf(store, c.var.me.person) satisfies CalendarState))

  app.put('/calendar', async (c) => {
    const { person } = c.var.me
    const decision = await command(room, person, 'read-record', (turn) => makeCalendar(store, turn, { agenda, person }))
    return answerDecision(c, decision, (made) => c.json(made satisfies MadeCalendar))
  })

  app.delete('/calendar', async (c) => {
    const { person } = c.var.me
    const decision = await command(room, person, 'read-record', (turn) => revokeCalendar(store, turn, person))
    return answerDecision(c, decision, () => c.body(null, 204))
  })

  return app
}
