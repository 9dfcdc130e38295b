import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import {
  type ExportAnnex,
  exportChoices,
  exportQuestion,
  type NumberRun,
  needsDraft,
} from '../../shared/export/choices.ts'
import { isExportFormat } from '../../shared/export/formats.ts'
import type { ItemId } from '../../shared/ids.ts'
import { mayReadDraft } from '../../shared/roles.ts'
import type { Clock } from '../ports.ts'
import { problem } from '../problem.ts'
import { readBody } from './body.ts'
import { draftModel, type ModelChoice, versionModel } from './export-model.ts'
import { Budgets } from './limits.ts'
import type { Room } from './room.ts'
import type { RoomEnvironment } from './room-app.ts'
import { answerWritten } from './written-agenda.ts'

/** So many files a person may ask for at once, and so many a second after that: each reads all of an agenda. */
const exportBurst = 120
const exportsPerSecond = 0.5

/**
 * The agenda as exports say it, for the gateway, which makes the file from this in the form that the path names. What was
 * agreed is for everyone on the agenda; what was said of it and who changed what, for who reads drafts (rules X6 and X8).
 */
export function exportModelRoutes(room: Room, clock: Clock): Hono<RoomEnvironment> {
  const budgets = new Budgets(exportBurst, exportsPerSecond)
  const app = new Hono<RoomEnvironment>()

  app.get('/export/:format', (c) => {
    const asked = v.safeParse(exportQuestion, c.req.query())
    // Who may not have it hears that first, whatever else is wrong with the question.
    if (c.req.query('version') === undefined && !mayReadDraft(c.var.me.role)) return problem(c, 'not-allowed')
    if (!asked.success)
      return problem(
        c,
        'invalid',
        asked.issues.map(({ message }) => ({ path: 'query', message })),
      )
    const { items, ...choice } = asked.output
    return answer(c, { ...choice, ...(items && { items: itemsWithNumbers(room, items) }) })
  })

  app.post('/export/:format', async (c) => {
    const request = await readBody(c, exportChoices)
    return request.ok ? answer(c, request.body) : request.answer
  })

  return app

  function answer(c: Context<RoomEnvironment>, { version, ...choice }: ModelChoice & { version?: number | undefined }) {
    const format = c.req.param('format') ?? ''
    if (needsDraft({ version, annexes: [...(choice.annexes ?? [])] }) && !mayReadDraft(c.var.me.role))
      return problem(c, 'not-allowed')
    if (!isExportFormat(format)) return problem(c, 'not-found')
    if (!budgets.spend(c.var.me.person, 1, clock())) {
      const refusal = problem(c, 'too-fast')
      refusal.headers.set('retry-after', '10')
      return refusal
    }
    // Tables and calendars hold the adoption always: it is a table and days.
    const annexes: ExportAnnex[] = [...(choice.annexes ?? [])]
    if (['xlsx', 'csv', 'ics'].includes(format) && !annexes.includes('adoption')) annexes.push('adoption')
    const asked = { ...choice, annexes }
    const model = version === undefined ? draftModel(room, asked, clock()) : versionModel(room, version, asked)
    return model ? answerWritten(model) : problem(c, 'not-found')
  }
}

/** An address names items by their numbers. */
function itemsWithNumbers({ store }: Room, runs: readonly NumberRun[]): ItemId[] {
  return store
    .items()
    .filter(({ number }) => runs.some(({ from, to }) => from <= number && number <= to))
    .map(({ item }) => item)
}
