import type { Context, Hono } from 'hono'
import type { HouseStyle } from '../../shared/house-style.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { demoAgendaId } from '../demo/demo.ts'
import { makeGateway } from '../http/app.ts'
import { identityOf } from '../http/session.ts'
import { cookieName, isLocal, isOwnOrigin } from '../origin.ts'
import type { DirectoryDoor, Identity, Rooms } from '../ports.ts'
import { identityHeader } from './agenda-room.ts'
import { directoryOf, type Environment } from './environment.ts'
import { renderBy } from './exporter.ts'
import { deployedHouseStyles } from './house-style.ts'
import { logToPlatform } from './log.ts'

const gateways = new WeakMap<Environment, Map<string, Hono>>()

/** Without BASE_URL a board goes by the address that it is asked at: so many of those are known at a time. */
const mostAddresses = 4

/** The gateway under the address that this request came to. It keeps only what it can get again: files that are public. */
export function gatewayFor(request: Request, environment: Environment): Hono {
  const baseUrl = new URL(environment.BASE_URL ?? new URL(request.url).origin)
  const known = gateways.get(environment) ?? new Map<string, Hono>()
  gateways.set(environment, known)
  const there = known.get(baseUrl.origin)
  if (there) return there
  if (known.size >= mostAddresses) known.clear()
  const gateway = make(baseUrl, environment)
  known.set(baseUrl.origin, gateway)
  return gateway
}

function make(baseUrl: URL, environment: Environment): Hono {
  const demo = environment.DEMO === 'on' && isLocal(baseUrl)
  const room = (agenda: AgendaId) => environment.ROOMS.get(environment.ROOMS.idFromName(agenda))
  // An agenda never goes: whoever reads what is public need not wait for the directory each time.
  const there = new Set<AgendaId>()
  const rooms: Rooms = {
    request: (agenda, request, identity) => room(agenda).fetch(withIdentity(request, identity)),
    async askOpenly(agenda, request) {
      // Anyone may ask: an object must not come to be because somebody named it.
      if (!there.has(agenda) && !(await directoryOf(environment).has(agenda))) return undefined
      there.add(agenda)
      return await room(agenda).fetch(withIdentity(request, 'anyone'))
    },
    async found(agenda, maker) {
      const made = await room(agenda.id).found(agenda, maker)
      await room(agenda.id).tellDirectory()
      return made
    },
    async takeIn(agenda, dossier, taker) {
      const taken = await room(agenda).takeIn(dossier, taker)
      await room(agenda).tellDirectory()
      return taken
    },
    async foundFromFile(agenda, request, maker) {
      const answer = await room(agenda).foundFromFile(request, maker)
      await room(agenda).tellDirectory()
      return answer
    },
    async accept(agenda, acceptance, me, email) {
      const answer = await room(agenda).accept(acceptance, me, email)
      await room(agenda).tellDirectory()
      return answer
    },
    async linkIsOpen(agenda, link, secret) {
      // Anyone may ask: an object must not come to be because somebody named it.
      return (await directoryOf(environment).has(agenda)) && (await room(agenda).linkIsOpen(link, secret))
    },
    async endSession(session, agendas) {
      await Promise.all(agendas.map((agenda) => room(agenda).endSession(session)))
    },
  }
  let styles: Promise<HouseStyle[]> | undefined
  const houseStyles = () => {
    styles ??= deployedHouseStyles(environment.ASSETS).catch((error: unknown) => {
      // What could not be read this time, is read again the next.
      styles = undefined
      throw error
    })
    return styles
  }
  return makeGateway({
    directory: demo ? withDemo(doorOf(environment, baseUrl), environment) : doorOf(environment, baseUrl),
    rooms,
    render: renderBy(environment.FILES),
    houseStyles,
    log: logToPlatform,
    demo,
    origin: baseUrl.origin,
    addressOf,
    // The platform names whoever comes from outside; locally nothing stands before the board.
    hasOutbox: (c) => isLocal(baseUrl) && !environment.SMTP_URL && ['', '127.0.0.1', '::1'].includes(addressOf(c)),
    cookie: cookieName(baseUrl),
    secure: baseUrl.protocol === 'https:',
    isOwnOrigin: (origin) => isOwnOrigin(origin, baseUrl),
    ready: () => true,
    // No one process counts everything here, so this says only what it can know: it answers.
    metrics: () => '# TYPE ontwikkelagenda_up gauge\nontwikkelagenda_up 1\n',
    live: (c) => room(c.req.param('agenda') as AgendaId).fetch(withIdentity(c.req.raw, identityOf(c))),
    web: (c) => page(c, environment),
  })
}

function withIdentity(request: Request, identity: Identity | 'anyone'): Request {
  const headers = new Headers(request.headers)
  headers.set(identityHeader, JSON.stringify(identity))
  return new Request(request, { headers })
}

/** The directory's methods, as calls to the object that has them. */
function doorOf(environment: Environment, { origin }: URL): DirectoryDoor {
  const directory = () => directoryOf(environment)
  return {
    visitor: (session) => directory().visitor(session, origin),
    demoPeople: () => directory().demoPeople(),
    signInDemo: (...asked) => directory().signInDemo(...asked),
    signOut: (...asked) => directory().signOut(...asked),
    agendasOf: (...asked) => directory().agendasOf(...asked),
    account: (...asked) => directory().account(...asked),
    askLink: (...asked) => directory().askLink(...asked),
    askJoin: (...asked) => directory().askJoin(...asked),
    look: (...asked) => directory().look(...asked),
    redeem: (...asked) => directory().redeem(...asked),
    sessionsOf: (...asked) => directory().sessionsOf(...asked),
    endSessions: (...asked) => directory().endSessions(...asked),
    settings: (...asked) => directory().settings(...asked),
    changeSettings: (...asked) => directory().changeSettings(...asked),
    waiting: (...asked) => directory().waiting(...asked),
    organisationsFor: (...asked) => directory().organisationsFor(...asked),
    stopMails: (...asked) => directory().stopMails(...asked),
    localMails: () => directory().localMails(),
  }
}

function addressOf(c: Context): string {
  return c.req.header('cf-connecting-ip') ?? ''
}

/** The demo's agenda is there before anyone of its people signs in. */
function withDemo(door: DirectoryDoor, environment: Environment): DirectoryDoor {
  return {
    ...door,
    async signInDemo(...asked) {
      const room = environment.ROOMS.get(environment.ROOMS.idFromName(demoAgendaId))
      await room.foundDemo()
      await room.tellDirectory()
      return door.signInDemo(...asked)
    },
  }
}

/**
 * The platform serves every file that there is before it asks us, so here is asked for none: an address of the board, of
 * which there is one page, or the file of an older build, which must not be answered with that page.
 */
async function page(c: Context, environment: Environment): Promise<Response> {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead || c.req.path.startsWith('/assets/')) return c.notFound()
  return environment.ASSETS.fetch(new Request(new URL('/', c.req.url), c.req.raw))
}
