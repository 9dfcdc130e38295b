import { Hono } from 'hono'
import * as v from 'valibot'
import {
  exportFileName,
  exportFormats,
  exportLanguages,
  exportTables,
  isExportFormat,
} from '../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { type AgendaId, isId } from '../../shared/ids.ts'
import type { RenderExport, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { identityOf, type SignedIn } from './session.ts'

const question = v.object({
  language: v.optional(v.picklist(exportLanguages), 'nl'),
  table: v.optional(v.picklist(exportTables), 'items'),
})

/**
 * Files of an agenda. The room decides who may have it and answers with its model as JSON; the file is made from that
 * outside the room, so that those who write there do not wait for it (rule X6).
 */
export function exportRoutes({ rooms, render }: { rooms: Rooms; render: RenderExport }) {
  return new Hono<SignedIn>().get('/agendas/:agenda/export/:format', async (c) => {
    const { agenda: id, format } = c.req.param()
    if (!isId<AgendaId>(id)) return problem(c, 'not-found')
    const answer = await rooms.request(id, c.req.raw, identityOf(c))
    if (!answer?.ok) return answer ?? problem(c, 'not-found')
    if (!isExportFormat(format)) return problem(c, 'not-found')
    const asked = v.safeParse(question, c.req.query())
    if (!asked.success) {
      return problem(
        c,
        'invalid',
        asked.issues.map(({ message }) => ({ path: 'query', message })),
      )
    }
    const agenda = (await answer.json()) as ExportedAgenda
    const { language, table } = asked.output
    const made = await render({ agenda, format, language, table }, c.req.raw.signal)
    if (made === 'not-here') return problem(c, 'not-here')
    if (made === 'busy') return problem(c, 'export-busy')
    const name = exportFileName(agenda, format, table)
    return c.body(made, 200, {
      'content-type': exportFormats[format],
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-language': language,
    })
  })
}
