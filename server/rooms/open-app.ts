import { type Context, Hono } from 'hono'
import { readCalendarName } from '../../shared/calendar.ts'
import { readPublicationName } from '../../shared/publication.ts'
import { problem } from '../problem.ts'
import { calendarModel } from './calendar-model.ts'
import { type Published, published } from './published.ts'
import { memberByCalendar } from './record/calendars.ts'
import type { Room } from './room.ts'

/**
 * What a room answers to who did not sign in: what they may have is proved by the address alone. To who cannot prove it
 * there is nothing there. Nothing here changes anything.
 */
export function makeOpenApp(room: Room): Hono {
  const app = new Hono()

  app.get('/ics/:name', (c) => {
    const name = readCalendarName(c.req.param('name'))
    const member = name && memberByCalendar(room.store, name.secret)
    if (!member) return problem(c, 'not-found')
    const { tag, model } = calendarModel(room, member)
    if (c.req.header('if-none-match')?.replace(/^W\//, '') === tag) return c.body(null, 304, { etag: tag })
    return c.json(model(), 200, { etag: tag })
  })

  // The gateway makes the page and the files, and keeps them as long as this tag holds.
  app.get('/v/:name', (c) => {
    const answer = publishedAt(c)
    if (answer.state !== 'open') return problem(c, answer.state === 'withdrawn' ? 'withdrawn' : 'not-found')
    const { tag, model } = answer
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { etag: tag })
    return c.json(model(), 200, { etag: tag })
  })

  app.get('/v/:name/check', (c) => {
    const answer = publishedAt(c)
    if (answer.state !== 'open') return problem(c, answer.state === 'withdrawn' ? 'withdrawn' : 'not-found')
    return c.json(answer.check())
  })

  function publishedAt(c: Context): Published {
    const name = readPublicationName(c.req.param('name') ?? '')
    return name ? published(room, name.id) : { state: 'unknown' }
  }

  app.notFound((c) => problem(c, 'not-found'))
  return app
}
