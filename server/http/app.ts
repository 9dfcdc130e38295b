import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Agendas, type Me, newAgenda } from '../../shared/api.ts'
import { dossierSchema, largestDossier } from '../../shared/dossier.ts'
import { type AgendaId, isId } from '../../shared/ids.ts'
import type { Log, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { UnreadableRoom } from '../rooms/room-document.ts'
import { readBody } from './body.ts'
import { sameOrigin, secured } from './security.ts'
import { type SessionOptions, type SignedIn, sessionRoutes, signedIn } from './session.ts'

export type GatewayOptions = SessionOptions & {
  rooms: Rooms
  /** Whether an Origin that a browser sends is one of this board's own. */
  isOwnOrigin: (origin: string) => boolean
  log: Log
  /** Whether all that is needed to serve is there. */
  ready: () => boolean
  /** Figures in the Prometheus text format. */
  metrics: () => string
  /** Turns a request into a live connection if the room allows it; the host knows how. */
  live: MiddlewareHandler<SignedIn>
  /** Serves the web app. */
  web: MiddlewareHandler
}

/** The gateway: it asks who you are, serves the web app, and passes what concerns an agenda on to its room. */
export function makeGateway(options: GatewayOptions) {
  const { directory, rooms, log } = options
  const app = new Hono()
  app.onError((error, c) => {
    if (error instanceof UnreadableRoom) {
      log('error', 'room-unreadable', { cause: error.message })
      return problem(c, 'unreadable')
    }
    log('error', 'request-failed', {
      method: c.req.method,
      route: c.req.path,
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
  })
  // Before the limit for everything else: a dossier holds a whole agenda.
  const dossierLimit = bodyLimit({ maxSize: largestDossier, onError: (c) => problem(c, 'too-large') })
  api.put('/agendas/:agenda/dossier', signedIn(options), dossierLimit, async (c) => {
    const agenda = c.req.param('agenda')
    if (!isId<AgendaId>(agenda)) return problem(c, 'not-found')
    // One mistake is enough: a hostile body can hold millions.
    const request = await readBody(c, dossierSchema, { abortEarly: true })
    if (!request.ok) return request.answer
    const taken = await rooms.takeIn(agenda, request.body, c.var.me)
    if (taken.answer === 'invalid') return problem(c, 'invalid', taken.mistakes)
    if (taken.answer === 'taken') return problem(c, 'conflict')
    const summary = (await directory.agendasOf(c.var.me.person)).find(({ id }) => id === agenda)
    return summary ? c.json(summary, 201, { location: `/api/v1/agendas/${agenda}` }) : problem(c, 'unexpected')
  })
  api.use(bodyLimit({ maxSize: 1 << 20, onError: (c) => problem(c, 'too-large') }))
  api.route('/session', sessionRoutes(options))
  api.use(signedIn(options))
  api.get('/me', (c) => c.json(c.var.me satisfies Me))
  api.get('/agendas', async (c) => c.json({ agendas: await directory.agendasOf(c.var.me.person) } satisfies Agendas))
  api.post('/agendas', async (c) => {
    const request = await readBody(c, newAgenda)
    if (!request.ok) return request.answer
    const made = await rooms.found(request.body, c.var.me)
    if (made === 'taken') return problem(c, 'conflict')
    const summary = (await directory.agendasOf(c.var.me.person)).find(({ id }) => id === request.body.id)
    return summary ? c.json(summary, 201, { location: `/api/v1/agendas/${summary.id}` }) : problem(c, 'unexpected')
  })
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

  app.use(options.web)
  return app

  async function passOn(c: Context<SignedIn>): Promise<Response> {
    const agenda = c.req.param('agenda')
    const answer = isId<AgendaId>(agenda)
      ? await rooms.request(agenda, c.req.raw, { person: c.var.me.person, session: c.var.session })
      : undefined
    return answer ?? problem(c, 'not-found')
  }
}
