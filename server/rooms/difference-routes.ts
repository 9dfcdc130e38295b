import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { differenceFormats } from '../../shared/export/formats.ts'
import { isId, type OrganisationId } from '../../shared/ids.ts'
import { may } from '../../shared/rights.ts'
import { isDraftMoment, type Moment, parseMoment } from '../../shared/version/moment.ts'
import type { Clock } from '../ports.ts'
import { problem } from '../problem.ts'
import { answerDifferences, foundMoment, sideAt } from './differences.ts'
import { Budgets } from './limits.ts'
import { longLog, type Past } from './past.ts'
import type { Room } from './room.ts'
import type { RoomEnvironment } from './room-app.ts'

/**
 * What a person may have compared: so much at once, and so much a second after that. A comparison costs some, since it reads
 * all of two agendas, and a moment of the past one more for every so many rows of the log that must be read for it.
 */
const budgetSize = 240
const budgetPerSecond = 2
const comparisonCost = 4
const rowsForOne = 500

const moment = v.pipe(
  v.string(),
  v.transform((text): Moment | undefined => parseMoment(text)),
  v.custom<Moment>((read) => read !== undefined, 'A moment is version:2, now, adopted:<party> or 2026-11-22T09:30:00Z'),
)
const question = v.object({
  from: moment,
  to: moment,
  party: v.optional(v.custom<OrganisationId>(isId, 'party is the id of an organisation')),
})

/** What changed between two moments (rule V7). Versions are for everyone on the agenda, other moments for who sees drafts. */
export function differenceRoutes(room: Room, past: Past, clock: Clock): Hono<RoomEnvironment> {
  const budgets = new Budgets(budgetSize, budgetPerSecond)
  const app = new Hono<RoomEnvironment>()

  app.get('/differences', answer)
  // The gateway makes the file from the same answer, in the form that the path names.
  app.get('/differences/export/:format', (c) =>
    differenceFormats.some((format) => format === c.req.param('format')) ? answer(c) : problem(c, 'not-found'),
  )

  return app

  async function answer(c: Context<RoomEnvironment>): Promise<Response> {
    const { me } = c.var
    if (!may(me.role, 'read-record')) return problem(c, 'not-allowed')
    const asked = v.safeParse(question, c.req.query())
    if (!asked.success) {
      const mistakes = asked.issues.map((issue) => ({ path: v.getDotPath(issue) ?? 'query', message: issue.message }))
      return problem(c, 'invalid', mistakes)
    }
    const { from, to, party } = asked.output
    const mayReadDraft = may(me.role, 'read-draft')
    if ([from, to].some(isDraftMoment) && !mayReadDraft) return problem(c, 'not-allowed')
    if ([from, to].some((one) => one.kind === 'adopted' && !isParty(one.by))) return problem(c, 'not-found')
    if (party !== undefined && !isParty(party)) return problem(c, 'not-found')
    const now = clock()
    if (!budgets.spend(me.person, costOf([from, to], now), now)) {
      const refusal = problem(c, 'too-fast')
      refusal.headers.set('retry-after', '30')
      return refusal
    }
    const found = await Promise.all([from, to].map((one) => sideAt({ room, past, now }, one)))
    const [before, after] = found
    if (!before || !after) return problem(c, 'not-found')
    return c.json(answerDifferences(room, [before, after], { party, mayReadDraft }))
  }

  function isParty(organisation: OrganisationId): boolean {
    return room.store.seat().organisations.some(({ id }) => id === organisation)
  }

  function costOf(moments: readonly Moment[], now: number): number {
    return moments.reduce((sum, one) => {
      const found = foundMoment(room.store, one, now)
      if (found === 'nothing' || found.kind !== 'past') return sum
      return sum + Math.ceil(Math.min(past.distance(Date.parse(found.at)), longLog) / rowsForOne)
    }, comparisonCost)
  }
}
