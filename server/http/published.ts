import { type Context, Hono } from 'hono'
import { type ExportFormat, exportFormats, exportTables, isExportFormat } from '../../shared/export/formats.ts'
import { readPublicationName } from '../../shared/publication.ts'
import type { Log, RenderExport, Rooms } from '../ports.ts'
import { UnreadableRoom } from '../rooms/room-document.ts'
import { asGet } from './as-get.ts'
import { calmVisitors } from './calm-visitors.ts'
import { PublishedFiles } from './published-files.ts'
import { type Notice, notice } from './published-notice.ts'
import { documentPolicy } from './security.ts'

export type PublishedOptions = {
  rooms: Pick<Rooms, 'askOpenly'>
  render: RenderExport
  log: Log
  /** The board's own address. */
  origin: string
  /** The network address that a request comes from. */
  addressOf: (c: Context) => string
}

/** Files cost more than the page. */
const mostPages = 1_200
const mostFiles = 120

/** What programs need not look at: nothing of it is public, and most of it asks who they are. */
const robots = `User-agent: *
Disallow: /api/
Disallow: /live/
Disallow: /agenda/
Disallow: /ics/
Disallow: /reageren/
Disallow: /sign-in/
Disallow: /stop/
`

/** Versions that everyone may read, without signing in: as a page, as files, and to check (rules V21 to V24). */
export function publishedRoutes({ rooms, render, log, origin, addressOf }: PublishedOptions): Hono {
  const files = new PublishedFiles(rooms, render)
  const calm = (most: number) => calmVisitors({ addressOf, most, refuse: (c) => notice(c, 'too-fast') })
  const app = new Hono()
  app.get('/robots.txt', (c) => c.text(robots))
  app.get('/v/:publication', calm(mostPages), (c) => give(c, 'html'))
  app.get('/v/:publication/:form', calm(mostFiles), (c) => {
    const form = c.req.param('form')
    if (form === 'check') return check(c)
    return isExportFormat(form) && form !== 'html' ? give(c, form) : notice(c, 'unknown')
  })
  return app

  async function give(c: Context, format: ExportFormat): Promise<Response> {
    const publication = c.req.param('publication') ?? ''
    const [language, path] = [c.req.query('language') === 'en' ? 'en' : 'nl', `/v/${publication}`] as const
    // Of the others there is but one, whatever is asked: it is kept once.
    const table = (format === 'csv' && exportTables.find((one) => one === c.req.query('table'))) || 'items'
    const page = { origin, path }
    const file = await orUnreadable(() => files.get({ publication, format, language, table, page }))
    const isPage = format === 'html'
    if (typeof file === 'string') return notice(c, file, !isPage && file !== 'unknown' ? path : undefined)
    const { bytes, etag, name, indexed } = file
    const headers = {
      etag,
      // Anyone may keep it, and asks each time whether it still holds.
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-language': language,
      ...(!indexed && { 'x-robots-tag': 'noindex, nofollow' }),
      ...(isPage && { 'content-security-policy': documentPolicy }),
    }
    if (claims(c.req.header('if-none-match')).includes(etag)) return c.body(null, 304, headers)
    return c.body(bytes, 200, {
      ...headers,
      'content-type': exportFormats[format],
      ...(isPage
        ? { 'content-disposition': 'inline' }
        : {
            'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
            link: `<${origin}${path}>; rel="canonical"`,
          }),
    })
  }

  /** From which everyone can compute the hash of the version. */
  async function check(c: Context): Promise<Response> {
    const name = readPublicationName(c.req.param('publication') ?? '')
    if (!name) return notice(c, 'unknown')
    const answer = await orUnreadable(async () => (await rooms.askOpenly(name.agenda, asGet(c.req.raw))) ?? 'unknown')
    if (typeof answer === 'string') return notice(c, answer)
    if (!answer.ok)
      return notice(c, answer.status === 404 ? 'unknown' : answer.status === 410 ? 'withdrawn' : 'unreadable')
    return c.body(await answer.text(), 200, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="version.json"',
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-robots-tag': 'noindex, nofollow',
    })
  }

  /** Of a room that cannot be read, people hear by a page: no program asks here. */
  async function orUnreadable<Answer>(ask: () => Promise<Answer>): Promise<Answer | Notice> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof UnreadableRoom)) throw error
      log('error', 'room-unreadable', { cause: error.message })
      return 'unreadable'
    }
  }
}

function claims(header = ''): string[] {
  return header.split(',').map((one) => one.trim().replace(/^W\//, ''))
}
