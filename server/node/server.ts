import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve, upgradeWebSocket } from '@hono/node-server'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AgendaId, asId } from '../../shared/ids.ts'
import { subprotocol } from '../../shared/wire.ts'
import { demoRegion } from '../demo/demo.ts'
import { makeGateway } from '../http/app.ts'
import type { Clock, Log } from '../ports.ts'
import { defaultLimits, type Limits } from '../rooms/limits.ts'
import { seatOfMaker } from '../rooms/seat.ts'
import { makeTally, tallyToPrometheus } from '../rooms/tally.ts'
import { openDirectoryStore } from '../store/directory-store.ts'
import { Checkpointer } from './checkpointer.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
import { NodeRooms } from './rooms.ts'
import { isLocal, type Settings } from './settings.ts'
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
  const checkpointer = new Checkpointer()
  const checkpoint = (file: string) => checkpointer.checkpoint(file)
  const directoryDatabase = openDatabase(join(dataDirectory, 'directory.sqlite'), { checkpoint })
  const directory = openDirectoryStore(directoryDatabase.database)
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
  if (demo) demoRegion.settle(directory, rooms, clock())

  const app = makeGateway({
    directory,
    rooms,
    clock,
    log,
    demo,
    cookie: `${baseUrl.protocol === 'https:' ? '__Host-' : ''}ontwikkelagenda${isLocal(baseUrl) ? `-${baseUrl.port || '80'}` : ''}`,
    secure: baseUrl.protocol === 'https:',
    isOwnOrigin: (origin) => isOwnOrigin(origin, baseUrl),
    ended: (session) => rooms.endSession(session),
    ready: () => isBuilt(webFolder),
    metrics: () => tallyToPrometheus(tally, { rooms_open: rooms.count, resident_bytes: process.memoryUsage.rss() }),
    live: upgradeWebSocket((c) => {
      const agenda = asId<AgendaId>(c.req.param('agenda') ?? '')
      const arrival = {
        identity: { person: c.get('me').person, session: c.get('session') },
        epoch: c.req.query('epoch'),
      }
      return {
        onOpen: (_event, { raw, protocol }) =>
          joinRoom(raw as WebSocket, rooms.room(agenda), { ...arrival, ours: protocol === subprotocol }, log),
      }
    }),
    web: webApp(webFolder),
  })

  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: largestMessage,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  })
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve(
      { fetch: app.fetch, hostname: settings.host, port: settings.port, websocket: { server: sockets } },
      () => resolve(starting as Server),
    )
    starting.once('error', reject)
  })
  const { port } = server.address() as AddressInfo

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
    },
  }
}

/** On this machine one and the same board has several names. */
function isOwnOrigin(origin: string, baseUrl: URL): boolean {
  if (origin === baseUrl.origin) return true
  return isLocal(baseUrl) && URL.canParse(origin) && isLocal(new URL(origin)) && new URL(origin).protocol === 'http:'
}
