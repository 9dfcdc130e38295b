import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { Visits } from '../rooms/directory/visits.ts'
import { answerCalendar } from './calendar.ts'

export type PublicOptions = {
  rooms: Pick<Rooms, 'askOpenly'>
  /** The network address that a request comes from. */
  addressOf: (c: Context) => string
}

/** From one network, in a quarter of an hour: many people and the programs of a town hall have one address together. */
const mostVisits = 600

/** What is open to whoever has its address, without a session: the room itself says what there is behind it. */
export function publicRoutes({ rooms, addressOf }: PublicOptions): Hono {
  const calm = calmVisitors(addressOf)
  const app = new Hono()
  app.get('/ics/:name', calm, (c) => answerCalendar(c, rooms))
  return app
}

/** Slows down who tries one address after another. */
function calmVisitors(addressOf: (c: Context) => string): MiddlewareHandler {
  const visits = new Visits(mostVisits)
  return async (c, next) => {
    const wait = visits.count(addressOf(c), Date.now())
    if (wait === undefined) return next()
    const answer = problem(c, 'too-fast')
    answer.headers.set('retry-after', String(Math.ceil(wait / 1000)))
    return answer
  }
}
