import type { Context } from 'hono'
import { readCalendarName } from '../../shared/calendar.ts'
import { exportFormats } from '../../shared/export/formats.ts'
import { toIcs } from '../../shared/export/ics.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import type { Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { asGet } from './as-get.ts'

/** How often a calendar is asked to come back: a day that changes need not be there within the hour. */
const refreshEvery = 'PT4H'

/** The days of an agenda for the calendar that this address was given to (rule X13). */
export async function answerCalendar(c: Context, rooms: Pick<Rooms, 'askOpenly'>): Promise<Response> {
  const name = readCalendarName(c.req.param('name') ?? '')
  const answer = name && (await rooms.askOpenly(name.agenda, asGet(c.req.raw)))
  if (!answer) return problem(c, 'not-found')
  if (!answer.ok && answer.status !== 304) return answer
  const headers = {
    etag: answer.headers.get('etag') ?? '',
    // Kept by the calendar alone, which asks each time: a revoked address must answer nowhere.
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
  }
  if (answer.status === 304) return c.body(null, 304, headers)
  // What our own room says.
  const agenda = (await answer.json()) as ExportedAgenda
  const language = c.req.query('language') === 'en' ? 'en' : 'nl'
  return c.body(toIcs(agenda, language, { refreshEvery }), 200, {
    ...headers,
    'content-type': exportFormats.ics,
    'content-disposition': 'inline; filename="ontwikkelagenda.ics"',
    'content-language': language,
  })
}
