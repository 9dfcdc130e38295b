import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve, upgradeWebSocket } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AgendaId, asId } from '../../shared/ids.ts'
import { subprotocol } from '../../shared/wire.ts'
import { demoAgendaId, demoRegion } from '../demo/demo.ts'
import { makeGateway } from '../http/app.ts'
import type { SignedIn } from '../http/session.ts'
import { cookieName, isLocal, isOwnOrigin } from '../origin.ts'
import type { Clock, DirectoryDoor, Log } from '../ports.ts'
import { problem } from '../problem.ts'
import { Directory } from '../rooms/directory.ts'
import { defaultLimits, type Limits } from '../rooms/limits.ts'
import { seatOfMaker } from '../rooms/seat.ts'
import { makeTally, tallyToPrometheus } from '../rooms/tally.ts'
import { openDirectoryStore } from '../store/directory-store.ts'
import { Checkpointer } from './checkpointer.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
import { lockFolder } from './lock.ts'
import { NodeRooms } from './rooms.ts'
import type { Settings } from './settings.ts'
import { joinRoom } from './socket.ts'
import { isBuilt, webApp } from './web.ts'

/** The socket's own limit lies above that of the room, so that a client hears 4413 and not 1009, which it would retry. */
const largestMessage = 16 << 20

export type ServerOptions = {
  settings: Settings
  webFolder: string
  clock: Clock
  log: Log
  limits?: Limits
  /** For tests: see there. */
  opened?: DatabaseOptions['opened']
}

export type RunningServer = { url: string; rooms: NodeRooms; stop: () => Promise<void> }

/** Puts the parts together and listens. Stopping commits everything and tells clients to come back (1012). */
export async function startServer({
  settings,
  webFolder,
  clock,
  log,
  limits,
  opened,
}: ServerOptions): Promise<RunningServer> {
  const { dataDirectory, baseUrl, demo } = settings
  const unlock = lockFolder(dataDirectory)
  const checkpointer = new Checkpointer(log)
  const checkpoint = (file: string) => checkpointer.checkpoint(file)
  const directoryDatabase = openDatabase(join(dataDirectory, 'directory.sqlite'), { checkpoint, always: true })
  const directory = new Directory(openDirectoryStore(directoryDatabase.database), clock)
  const tally = makeTally()
  const rooms = new NodeRooms({
    folder: join(dataDirectory, 'agendas'),
    directory,
    open: (file) => openDatabase(file, { checkpoint, ...(opened && { opened }) }),
    clock,
    log,
    limits: limits ?? defaultLimits,
    tally,
    seatOf: (maker) => (demo ? demoRegion.seatOf(maker, clock()) : seatOfMaker(maker)),
  })
  if (demo) {
    directory.setDemoPeople(demoRegion.people)
    demoRegion.found(rooms.room(demoAgendaId), clock())
  }

  let { port } = settings
  const app = makeGateway({
    directory: doorOf(directory),
    rooms,
    log,
    demo,
    cookie: cookieName(baseUrl),
    secure: baseUrl.protocol === 'https:',
    isOwnOrigin: (origin) => isOwnOrigin(origin, baseUrl, port),
    ready: () => isBuilt(webFolder),
    metrics: () => tallyToPrometheus(tally, { rooms_open: rooms.count, resident_bytes: process.memoryUsage.rss() }),
    live: liveDoor(rooms, log),
    web: webApp(webFolder),
  })

  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: largestMessage,
    // A ping costs its sender like any frame, and its answers must not pile up: joinRoom answers.
    autoPong: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  })
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve(
      { fetch: app.fetch, hostname: settings.host, port: settings.port, websocket: { server: sockets } },
      () => resolve(starting as Server),
    )
    starting.once('error', reject)
  })
  port = (server.address() as AddressInfo).port

  return {
    url: isLocal(baseUrl) ? `http://localhost:${port}` : baseUrl.origin,
    rooms,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      await rooms.stop()
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await closed
      await checkpointer.stop()
      directoryDatabase.close()
      unlock()
    },
  }
}

/** Refuses who may not be in the room while an HTTP status still reaches them; then the socket is the room's. */
function liveDoor(rooms: NodeRooms, log: Log): MiddlewareHandler<SignedIn> {
  const upgrade = upgradeWebSocket((c) => {
    const agenda = asId<AgendaId>(c.req.param('agenda') ?? '')
    const identity = { person: c.get('me').person, session: c.get('session') }
    const epoch = c.req.query('epoch')
    return {
      onOpen: (_event, { raw, protocol }) =>
        // ws is the WebSocket server that this process upgrades with, so this is one of its sockets.
        joinRoom(raw as WebSocket, rooms.room(agenda), { identity, epoch, ours: protocol === subprotocol }, log),
    }
  })
  return async (c, next) => {
    const answer = rooms.mayConnect(asId<AgendaId>(c.req.param('agenda') ?? ''), c.var.me.person)
    if (answer !== 'yes') return problem(c, answer)
    const isUpgrade = c.req.header('upgrade')?.toLowerCase() === 'websocket'
    return isUpgrade ? upgrade(c, next) : problem(c, 'upgrade-required')
  }
}

/** The directory of this process, through the door that could as well lead elsewhere. */
function doorOf(directory: Directory): DirectoryDoor {
  return {
    visitor: async (session) => directory.visitor(session),
    demoPeople: async () => directory.demoPeople(),
    signInDemo: async (person, session) => directory.signInDemo(person, session),
    signOut: async (session) => directory.signOut(session),
    agendasOf: async (person) => directory.agendasOf(person),
  }
}
