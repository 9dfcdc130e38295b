import { type Context, Hono } from 'hono'
import type { Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { answerCalendar } from './calendar.ts'
import { calmVisitors } from './calm-visitors.ts'

export type PublicOptions = {
  rooms: Pick<Rooms, 'askOpenly'>
  /** The network address that a request comes from. */
  addressOf: (c: Context) => string
}

/** The calendars of many people, who have one address together. */
const mostVisits = 600

/** What is open to whoever has its address, without a session: the room itself says what there is behind it. */
export function publicRoutes({ rooms, addressOf }: PublicOptions): Hono {
  const calm = calmVisitors({ addressOf, most: mostVisits, refuse: (c) => problem(c, 'too-fast') })
  const app = new Hono()
  app.get('/ics/:name', calm, (c) => answerCalendar(c, rooms))
  return app
}
