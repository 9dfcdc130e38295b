import type { Hono } from 'hono'
import type { AgendaId } from '../../shared/ids.ts'
import { demoAgendaId } from '../demo/demo.ts'
import { makeGateway } from '../http/app.ts'
import { cookieName, isLocal, isOwnOrigin } from '../origin.ts'
import type { DirectoryDoor, Identity, Rooms } from '../ports.ts'
import { identityHeader } from './agenda-room.ts'
import { directoryOf, type Environment } from './environment.ts'
import { logToPlatform } from './log.ts'

const gateways = new WeakMap<Environment, Map<string, Hono>>()

/** The gateway under the address that this request came to. It keeps nothing; making one costs a few routes. */
export function gatewayFor(request: Request, environment: Environment): Hono {
  const baseUrl = new URL(environment.BASE_URL ?? new URL(request.url).origin)
  const known = gateways.get(environment) ?? new Map<string, Hono>()
  gateways.set(environment, known)
  const gateway = known.get(baseUrl.origin) ?? make(baseUrl, environment)
  known.set(baseUrl.origin, gateway)
  return gateway
}

function make(baseUrl: URL, environment: Environment): Hono {
  const demo = environment.DEMO === 'on' && isLocal(baseUrl)
  const room = (agenda: AgendaId) => environment.ROOMS.get(environment.ROOMS.idFromName(agenda))
  const rooms: Rooms = {
    request: (agenda, request, identity) => room(agenda).fetch(withIdentity(request, identity)),
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
    async endSession(session, agendas) {
      await Promise.all(agendas.map((agenda) => room(agenda).endSession(session)))
    },
  }
  return makeGateway({
    directory: demo ? withDemo(doorOf(environment), environment) : doorOf(environment),
    rooms,
    log: logToPlatform,
    demo,
    cookie: cookieName(baseUrl),
    secure: baseUrl.protocol === 'https:',
    isOwnOrigin: (origin) => isOwnOrigin(origin, baseUrl),
    ready: () => true,
    metrics: () => '',
    live: (c) =>
      room(c.req.param('agenda') as AgendaId).fetch(
        withIdentity(c.req.raw, { person: c.var.me.person, session: c.var.session }),
      ),
    web: (c) => environment.ASSETS.fetch(c.req.raw),
  })
}

function withIdentity(request: Request, identity: Identity): Request {
  const headers = new Headers(request.headers)
  headers.set(identityHeader, JSON.stringify(identity))
  return new Request(request, { headers })
}

/** The directory's methods, as calls to the object that has them. */
function doorOf(environment: Environment): DirectoryDoor {
  return {
    visitor: (session) => directoryOf(environment).visitor(session),
    demoPeople: () => directoryOf(environment).demoPeople(),
    signInDemo: (person, session) => directoryOf(environment).signInDemo(person, session),
    signOut: (session) => directoryOf(environment).signOut(session),
    agendasOf: (person) => directoryOf(environment).agendasOf(person),
  }
}

/** The demo's agenda is there before anyone of its people signs in. */
function withDemo(door: DirectoryDoor, environment: Environment): DirectoryDoor {
  return {
    ...door,
    async signInDemo(person, session) {
      const room = environment.ROOMS.get(environment.ROOMS.idFromName(demoAgendaId))
      await room.foundDemo()
      await room.tellDirectory()
      return door.signInDemo(person, session)
    },
  }
}
