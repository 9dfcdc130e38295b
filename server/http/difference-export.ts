import { Hono } from 'hono'
import * as v from 'valibot'
import { differenceFileName } from '../../shared/export/difference.ts'
import {
  type DifferenceFormat,
  differenceFormats,
  exportFormats,
  exportLanguages,
} from '../../shared/export/formats.ts'
import { type AgendaId, isId } from '../../shared/ids.ts'
import type { Differences } from '../../shared/version/differences.ts'
import type { RenderExport, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { asGet } from './as-get.ts'
import { notMade } from './not-made.ts'
import { documentPolicy } from './security.ts'
import { identityOf, type SignedIn } from './session.ts'

const question = v.object({ language: v.optional(v.picklist(exportLanguages), 'nl') })

/** The difference between two moments as a file: the room compares and answers as JSON, the file is made outside it (rule X6). */
export function differenceExportRoutes({ rooms, render }: { rooms: Rooms; render: RenderExport }) {
  return new Hono<SignedIn>().get('/agendas/:agenda/differences/export/:format', async (c) => {
    const { agenda: id, format } = c.req.param()
    if (!isId<AgendaId>(id)) return problem(c, 'not-found')
    const answer = await rooms.request(id, asGet(c.req.raw), identityOf(c))
    if (!answer?.ok) return answer ?? problem(c, 'not-found')
    if (!isDifferenceFormat(format)) return problem(c, 'not-found')
    const asked = v.safeParse(question, c.req.query())
    if (!asked.success) return problem(c, 'invalid', [{ path: 'language', message: `One of ${exportLanguages}` }])
    const { language } = asked.output
    const differences = (await answer.json()) as Differences
    const made = await render({ differences, format, language }, c.req.raw.signal)
    if (typeof made === 'string') return notMade(c, made)
    return c.body(made, 200, {
      'content-type': exportFormats[format],
      // A page is there to be looked at.
      ...(format === 'html' && { 'content-security-policy': documentPolicy }),
      'content-disposition': `${format === 'html' ? 'inline' : 'attachment'}; filename="${differenceFileName(differences, format)}"`,
      'content-language': language,
    })
  })
}

function isDifferenceFormat(value: string): value is DifferenceFormat {
  return differenceFormats.some((format) => format === value)
}
