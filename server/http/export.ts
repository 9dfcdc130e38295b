import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { exportChoices } from '../../shared/export/choices.ts'
import {
  type ExportFormat,
  exportFileName,
  exportFormats,
  exportLanguages,
  exportTables,
  isExportFormat,
  type WrittenOrder,
} from '../../shared/export/formats.ts'
import { type AgendaId, isId } from '../../shared/ids.ts'
import type { Log, RenderExport, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { readWritten } from '../rooms/written-agenda.ts'
import { asGet } from './as-get.ts'
import { answerAsStream } from './export-stream.ts'
import { notFinished, notMade } from './not-made.ts'
import { documentPolicy } from './security.ts'
import { identityOf, type SignedIn } from './session.ts'

const question = v.object({
  language: v.optional(v.picklist(exportLanguages), 'nl'),
  table: v.optional(v.picklist(exportTables), 'items'),
})

type Written = Awaited<ReturnType<typeof readWritten>>

export type ExportOptions = {
  rooms: Rooms
  render: RenderExport
  log: Log
}

/**
 * Files of an agenda. The room decides who may have it and answers with its model as JSON; the file is made from that
 * outside the room, so that those who write there do not wait for it (rule X6).
 */
export function exportRoutes({ rooms, render, log }: ExportOptions) {
  const app = new Hono<SignedIn>()

  app.get('/agendas/:agenda/export/:format', async (c) => {
    const asked = await askModel(c, asGet(c.req.raw))
    if (!asked.ok) return asked.answer
    const read = v.safeParse(question, c.req.query())
    if (!read.success) {
      return problem(
        c,
        'invalid',
        read.issues.map(({ message }) => ({ path: 'query', message })),
      )
    }
    const order = { ...asked.agenda, format: asked.format, ...read.output }
    const { format, language } = order
    const made = await render(order, c.req.raw.signal)
    if (typeof made === 'string') return notMade(c, made)
    const name = exportFileName(order.about, format, order.table)
    return c.body(made, 200, {
      'content-type': exportFormats[format],
      // A page is there to be looked at: as a preview, or in a window of its own.
      ...(format === 'html' && { 'content-security-policy': documentPolicy }),
      'content-disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-language': language,
    })
  })

  // The same with choices that an address cannot hold, and an answer that says how far it is.
  app.post('/agendas/:agenda/export/:format', async (c) => {
    const body = await c.req.text()
    const { url, headers } = c.req.raw
    const asked = await askModel(c, new Request(url, { method: 'POST', headers, body }))
    if (!asked.ok) return asked.answer
    // The room checked it.
    const { language = 'nl', table = 'items' } = v.parse(exportChoices, JSON.parse(body))
    const { agenda, format } = asked
    const order: WrittenOrder = { ...agenda, format, language, table }
    const answer = await answerAsStream(c.req.raw, {
      make: (signal, tell) => render(order, signal, tell),
      name: exportFileName(order.about, format, table),
      type: exportFormats[format],
      failed: notFinished(c, log, format),
    })
    return typeof answer === 'string' ? notMade(c, answer) : answer
  })

  return app

  /** What the room says the agenda is; or its answer, when that is something else. */
  async function askModel(
    c: Context<SignedIn>,
    request: Request,
  ): Promise<{ ok: true; agenda: Written; format: ExportFormat } | { ok: false; answer: Response }> {
    const agenda = c.req.param('agenda')
    const format = c.req.param('format') ?? ''
    const answer = isId<AgendaId>(agenda) ? await rooms.request(agenda, request, identityOf(c)) : undefined
    if (!answer?.ok) return { ok: false, answer: answer ?? problem(c, 'not-found') }
    if (!isExportFormat(format)) return { ok: false, answer: problem(c, 'not-found') }
    return { ok: true, agenda: await readWritten(answer), format }
  }
}
