import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { archiveChoices } from '../../shared/export/choices.ts'
import { type ArchiveOrder, exportFileName, exportLanguages } from '../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { type AgendaId, isId } from '../../shared/ids.ts'
import type { Publication } from '../../shared/publication.ts'
import type { Version } from '../../shared/version/version.ts'
import type { Log, RenderExport, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { readBody } from '../rooms/body.ts'
import { answerAsStream } from './export-stream.ts'
import { notFinished, notMade } from './not-made.ts'
import { identityOf, type SignedIn } from './session.ts'

const ofVersion = v.regex(/^[1-9]\d{0,5}$/, 'An archive package is of a version: version is its number')
const question = v.object({
  version: v.pipe(v.optional(v.string(), ''), ofVersion),
  language: v.optional(v.picklist(exportLanguages), 'nl'),
})

const zip = 'application/zip'

export type ArchiveOptions = {
  rooms: Rooms
  render: RenderExport
  /** The board's own address: metadata say where the version is. */
  origin: string
  log: Log
}

/** A version as a package to keep: of a draft there is none, since an archive keeps what was agreed (rule X15). */
export function archiveRoutes({ rooms, render, origin, log }: ArchiveOptions): Hono<SignedIn> {
  const app = new Hono<SignedIn>()

  app.get('/agendas/:agenda/export/zip', async (c) => {
    const order = await ask(c, c.req.query())
    if (order instanceof Response) return order
    const made = await render(order, c.req.raw.signal)
    if (typeof made === 'string') return notMade(c, made)
    const name = nameOf(order)
    return c.body(made, 200, {
      'content-type': zip,
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-language': order.language,
    })
  })

  // The same with an answer that says how far it is.
  app.post('/agendas/:agenda/export/zip', async (c) => {
    const body = await readBody(c, archiveChoices)
    if (!body.ok) return body.answer
    const { version, language } = body.body
    const order = await ask(c, { ...(version && { version: String(version) }), ...(language && { language }) })
    if (order instanceof Response) return order
    const answer = await answerAsStream(c.req.raw, {
      make: (signal, tell) => render(order, signal, tell),
      name: nameOf(order),
      type: zip,
      failed: notFinished(c, log, 'zip'),
    })
    return typeof answer === 'string' ? notMade(c, answer) : answer
  })

  return app

  /** What is to be made, as the room says it; or its answer, when that is something else. */
  async function ask(c: Context<SignedIn>, wanted: Record<string, string>): Promise<ArchiveOrder | Response> {
    const id = c.req.param('agenda')
    if (!isId<AgendaId>(id)) return problem(c, 'not-found')
    const { headers } = c.req.raw
    const askRoom = async (path: string) => {
      const address = new URL(`/api/v1/agendas/${id}${path}`, c.req.url)
      return (await rooms.request(id, new Request(address, { headers }), identityOf(c))) ?? problem(c, 'not-found')
    }
    // Who is not on the agenda hears that there is none, whatever they ask.
    const versions = await askRoom('/versions')
    if (!versions.ok) return versions
    const asked = v.safeParse(question, wanted)
    if (!asked.success) {
      const mistakes = asked.issues.map(({ message }) => ({ path: 'version', message }))
      return problem(c, 'invalid', mistakes)
    }
    const { version, language } = asked.output
    const whole = await askRoom(`/versions/${version}`)
    if (!whole.ok) return whole
    const model = await askRoom(`/export/json?version=${version}&annexes=adoption`)
    if (!model.ok) return model
    // What our own room says. Whether everyone may read it here, today, is no part of what is kept.
    const { publication: _publication, ...kept } = (await whole.json()) as Version & { publication?: Publication }
    return {
      agenda: (await model.json()) as ExportedAgenda,
      language,
      archive: { version: JSON.stringify(kept), address: origin },
    }
  }
}

function nameOf({ agenda }: ArchiveOrder): string {
  return exportFileName(agenda, 'md').replace(/md$/, 'zip')
}
