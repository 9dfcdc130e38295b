import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Agendas, newAgenda } from '../../shared/api.ts'
import { dossierSchema, largestDossier } from '../../shared/dossier.ts'
import { largestFile, newFromFile } from '../../shared/from-export/file.ts'
import { type AgendaId, isId } from '../../shared/ids.ts'
import type { RenderExport, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { readBody } from '../rooms/body.ts'
import { UnreadableRoom } from '../rooms/room-document.ts'
import { accountRoutes } from './account.ts'
import { archiveRoutes } from './archive.ts'
import { differenceExportRoutes } from './difference-export.ts'
import { exportRoutes } from './export.ts'
import { type HouseStyles, houseStyleRoutes, inHouseStyle } from './house-style.ts'
import { apiVersion, openApiRoutes } from './openapi.ts'
import { type OutboxOptions, onThisMachine, outboxRoutes } from './outbox.ts'
import { publicRoutes } from './public.ts'
import { type PublishedOptions, publishedRoutes } from './published.ts'
import { sameOrigin, secured } from './security.ts'
import { identityOf, type SignedIn, sessionRoutes, signedIn } from './session.ts'
import { type SignInOptions, signInRoutes } from './sign-in.ts'

export type GatewayOptions = SignInOptions &
  OutboxOptions &
  PublishedOptions & {
    rooms: Rooms
    /** Makes files of agendas; the host knows where. */
    render: RenderExport
    /** What regions look like, where whoever runs the board said so. */
    houseStyles: HouseStyles
    /** Whether an Origin that a browser sends is one of this board's own. */
    isOwnOrigin: (origin: string) => boolean
    /** Whether all that is needed to serve is there. */
    ready: () => boolean
    /** Figures in the Prometheus text format. */
    metrics: () => string
    /** Turns a request into a live connection if the room allows it; the host knows how. */
    live: MiddlewareHandler<SignedIn>
    /** Serves the web app. */
    web: MiddlewareHandler
  }

/** Above the largest frame, so that the room itself says that a frame is too big. */
const largestPost = 12 << 20
const tooLarge = (c: Context) => problem(c, 'too-large')

/** The gateway: it asks who you are, serves the web app, and passes what concerns an agenda on to its room. */
export function makeGateway(options: GatewayOptions) {
  const { directory, rooms, log } = options
  const render = inHouseStyle(options.render, options.houseStyles)
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof UnreadableRoom) {
      log('error', 'room-unreadable', { cause: error.message })
      return problem(c, 'unreadable')
    }
    log('error', 'request-failed', {
      method: c.req.method,
      // What follows here lets somebody in, or speaks for them: not for a log.
      route: c.req.path.replace(/^(\/api\/v1\/stop|\/stop|\/sign-in|\/reageren|\/ics|\/v)\/.*/s, '$1'),
      cause: error.name,
      stack: error.stack ?? '',
    })
    return problem(c, 'unexpected')
  })
  app.use(secured(options.secure), sameOrigin(options.isOwnOrigin))

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', (c) => (options.ready() ? c.text('ready') : c.text('not ready', 503)))
  app.get('/metrics', (c) => c.text(options.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }))

  const api = new Hono<SignedIn>()
  api.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('api-version', apiVersion)
  })
  api.route('/', openApiRoutes())
  // Before the limit for everything else: a dossier holds a whole agenda.
  const dossierLimit = bodyLimit({ maxSize: largestDossier, onError: (c) => problem(c, 'too-large') })
  api.put('/agendas/:agenda/dossier', signedIn(options), only('mayTakeIn'), dossierLimit, async (c) => {
    const agenda = c.req.param('agenda')
    if (!isId<AgendaId>(agenda)) return problem(c, 'not-found')
    const request = await readBody(c, dossierSchema)
    if (!request.ok) return request.answer
    const taken = await rooms.takeIn(agenda, request.body, c.var.me)
    if (taken.answer === 'invalid' || taken.answer === 'bsn') return problem(c, 'invalid', taken.mistakes)
    if (taken.answer === 'taken') return problem(c, 'conflict')
    const summary = (await directory.agendasOf(c.var.me.person)).find(({ id }) => id === agenda)
    return summary ? c.json(summary, 201, { location: `/api/v1/agendas/${agenda}` }) : problem(c, 'unexpected')
  })
  const fileLimit = bodyLimit({ maxSize: largestFile, onError: (c) => problem(c, 'too-large') })
  api.put('/agendas/:agenda/import', signedIn(options), only('mayFound'), fileLimit, async (c) => {
    const agenda = c.req.param('agenda')
    if (!isId<AgendaId>(agenda)) return problem(c, 'not-found')
    const request = await readBody(c, newFromFile)
    if (!request.ok) return request.answer
    const made = await rooms.foundFromFile(agenda, request.body, c.var.me)
    if (made.answer === 'invalid' || made.answer === 'bsn') return problem(c, made.answer, made.mistakes)
    if (made.answer === 'taken') return problem(c, 'conflict')
    const summary = (await directory.agendasOf(c.var.me.person)).find(({ id }) => id === agenda)
    return summary ? c.json(summary, 201, { location: `/api/v1/agendas/${agenda}` }) : problem(c, 'unexpected')
  })
  api.use(bodyLimit({ maxSize: 1 << 20, onError: (c) => problem(c, 'too-large') }))
  api.route('/session', sessionRoutes(options))
  api.route('/session', signInRoutes(options))
  // A mail program stops the mails by itself (RFC 8058): it has no session, and sends no JSON.
  api.post('/stop/:token', async (c) => {
    await directory.stopMails(c.req.param('token'))
    return c.body(null, 204)
  })
  api.route('/outbox', outboxRoutes(options))
  api.use(signedIn(options))
  api.route('/', accountRoutes(options))
  api.get('/agendas', async (c) => c.json({ agendas: await directory.agendasOf(c.var.me.person) } satisfies Agendas))
  api.post('/agendas', only('mayFound'), async (c) => {
    const request = await readBody(c, newAgenda)
    if (!request.ok) return request.answer
    const made = await rooms.found(request.body, c.var.me)
    if (made === 'taken') return problem(c, 'conflict')
    const summary = (await directory.agendasOf(c.var.me.person)).find(({ id }) => id === request.body.id)
    return summary ? c.json(summary, 201, { location: `/api/v1/agendas/${summary.id}` }) : problem(c, 'unexpected')
  })
  api.route('/', archiveRoutes({ ...options, render }))
  api.route('/', exportRoutes({ ...options, render }))
  api.route('/', differenceExportRoutes({ ...options, render }))
  api.all('/agendas/:agenda/*', passOn)
  api.all('/agendas/:agenda', passOn)
  api.notFound((c) => problem(c, 'not-found'))
  app.route('/api/v1', api)
  app.all('/api/*', (c) => problem(c, 'not-found'))

  app.get(
    '/live/:agenda',
    signedIn(options),
    async (c, next) => {
      const agenda = c.req.param('agenda')
      if (!isId<AgendaId>(agenda)) return problem(c, 'not-found')
      return next()
    },
    options.live,
  )
  // The same frames over plain HTTP, where something on the way blocks WebSockets.
  app.post('/live/:agenda', signedIn(options), bodyLimit({ maxSize: largestPost, onError: tooLarge }), passOn)

  app.route('/', houseStyleRoutes(options.houseStyles))
  app.route('/', publicRoutes(options))
  app.route('/', publishedRoutes({ ...options, render }))
  app.get('/outbox', onThisMachine(options))
  app.use(options.web)
  return app

  /** Only for who may make agendas, or may take in what says that others wrote it. */
  function only(right: 'mayFound' | 'mayTakeIn'): MiddlewareHandler<SignedIn> {
    return async (c, next) => {
      const account = await directory.account(c.var.me.person)
      return account[right] ? next() : problem(c, 'not-allowed')
    }
  }

  async function passOn(c: Context<SignedIn>): Promise<Response> {
    const agenda = c.req.param('agenda')
    const answer = isId<AgendaId>(agenda) ? await rooms.request(agenda, c.req.raw, identityOf(c)) : undefined
    return answer ?? problem(c, 'not-found')
  }
}
