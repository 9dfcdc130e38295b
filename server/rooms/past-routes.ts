import { Hono, type MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { gather, type Moments, shortestSpan } from '../../shared/moments.ts'
import { may } from '../../shared/rights.ts'
import type { Clock } from '../ports.ts'
import { problem } from '../problem.ts'
import { Budgets } from './limits.ts'
import { encodePast, longLog, type Past } from './past.ts'
import type { Room } from './room.ts'
import type { RoomEnvironment } from './room-app.ts'

/**
 * What a person may have read of the past: so much at once, and so much a second after that. A question costs one, and one
 * more for every so many rows of the log that must be read for it.
 */
const budgetSize = 400
const budgetPerSecond = 5
const rowsForOne = 500
const momentsCost = 4

const moment = v.pipe(v.string(), v.isoTimestamp('A date and time, as 2026-11-22T09:30:00Z'), v.transform(Date.parse))
const pastQuestion = v.object({ at: moment })
const momentsQuestion = v.object({ from: v.optional(moment), to: v.optional(moment) })

/** The agenda as it was, and when it changed: for who sees the living agenda (rule H4). */
export function pastRoutes({ store }: Room, past: Past, clock: Clock): Hono<RoomEnvironment> {
  const budgets = new Budgets(budgetSize, budgetPerSecond)
  const app = new Hono<RoomEnvironment>()

  app.get('/past', drafts, async (c) => {
    const question = v.safeParse(pastQuestion, c.req.query())
    if (!question.success) return problem(c, 'invalid', mistakesOf(question.issues))
    const { at } = question.output
    const cost = 1 + Math.ceil(Math.min(past.distance(at), longLog) / rowsForOne)
    if (!budgets.spend(c.var.me.person, cost, clock())) return tooFast(c)
    const bytes = await past.read(at, encodePast)
    return c.body(Uint8Array.from(bytes), 200, { 'content-type': 'application/octet-stream' })
  })

  app.get('/moments', drafts, (c) => {
    const question = v.safeParse(momentsQuestion, c.req.query())
    if (!question.success) return problem(c, 'invalid', mistakesOf(question.issues))
    if (!budgets.spend(c.var.me.person, momentsCost, clock())) return tooFast(c)
    const { from = 0, to = Number.MAX_SAFE_INTEGER } = question.output
    const life = store.life()
    const { span, changes } = gather(store.editsBy(shortestSpan * 1000, from, to))
    return c.json({
      ...(life && { first: iso(life.first), last: iso(life.last) }),
      span,
      changes: changes.map(({ at, edits }) => ({ at: iso(at), edits })),
      versions: store.versions.heads().map(({ number, metadata: { at } }) => ({ number, at })),
    } satisfies Moments)
  })

  return app
}

const drafts: MiddlewareHandler<RoomEnvironment> = async (c, next) => {
  return may(c.var.me.role, 'read-draft') ? next() : problem(c, 'not-allowed')
}

function tooFast(c: Parameters<typeof problem>[0]): Response {
  const answer = problem(c, 'too-fast')
  answer.headers.set('retry-after', '10')
  return answer
}

function mistakesOf(issues: readonly { message: string }[]): { path: string; message: string }[] {
  return issues.map(({ message }) => ({ path: 'query', message }))
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
