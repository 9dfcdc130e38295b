import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Agendas, type Me, newAgenda } from '../../shared/api.ts'
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
  /** Turns a request into a live connection; the host knows how. */
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
    c.res.headers.set('cache-control', 'no-store')
  })
  api.use(bodyLimit({ maxSize: 1 << 20, onError: (c) => problem(c, 'too-large') }))
  api.route('/session', sessionRoutes(options))
  api.use(signedIn(options))
  api.get('/me', (c) => c.json(c.var.me satisfies Me))
  api.get('/agendas', (c) => c.json({ agendas: directory.agendasOf(c.var.me.person) } satisfies Agendas))
  api.post('/agendas', async (c) => {
    const request = await readBody(c, newAgenda)
    if (!request.ok) return request.answer
    const made = rooms.found(request.body, c.var.me)
    if (made === 'taken') return problem(c, 'conflict')
    const summary = directory.agendasOf(c.var.me.person).find(({ id }) => id === request.body.id)
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
      const answer = rooms.mayConnect(agenda, c.var.me.person)
      if (answer !== 'yes') return problem(c, answer)
      if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return problem(c, 'upgrade-required')
      return next()
    },
    options.live,
  )

  app.use(options.web)
  return app

  async function passOn(c: Context<SignedIn>): Promise<Response> {
    const agenda = c.req.param('agenda')
    const answer = isId<AgendaId>(agenda)
      ? rooms.request(agenda, c.req.raw, { person: c.var.me.person, session: c.var.session })
      : undefined
    return (await answer) ?? problem(c, 'not-found')
  }
}
