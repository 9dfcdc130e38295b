import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve, upgradeWebSocket } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AgendaId, asId } from '../../shared/ids.ts'
import { subprotocol } from '../../shared/wire.ts'
import { demoAgendaId, demoRegion } from '../demo/demo.ts'
import { makeGateway } from '../http/app.ts'
import { identityOf, type SignedIn } from '../http/session.ts'
import { cookieName, isLocal, isOwnOrigin } from '../origin.ts'
import type { Clock, Log, Mail } from '../ports.ts'
import { problem } from '../problem.ts'
import { linkOf } from '../rooms/directory/letters.ts'
import type { MailWay } from '../rooms/directory/post.ts'
import { Directory } from '../rooms/directory.ts'
import { defaultLimits, type Limits } from '../rooms/limits.ts'
import { seatOfMaker } from '../rooms/seat.ts'
import { makeTally, tallyToPrometheus } from '../rooms/tally.ts'
import { makeSmtp } from '../smtp.ts'
import { openDirectoryStore } from '../store/directory-store.ts'
import { Checkpointer } from './checkpointer.ts'
import { clientAddress, isAtThisMachine } from './client-address.ts'
import { type DatabaseOptions, openDatabase } from './database.ts'
import { doorOf } from './directory-door.ts'
import { Exporter } from './exporter.ts'
import { houseStylesIn } from './house-style.ts'
import { lockFolder } from './lock.ts'
import { Mailing } from './mailing.ts'
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
  /** Says something to whoever started the server: mails where no mail server is, and the link by which a board begins. */
  say?: (text: string) => void
  /** For tests: see there. */
  opened?: DatabaseOptions['opened']
}

export type RunningServer = { url: string; port: number; rooms: NodeRooms; stop: () => Promise<void> }

/** Puts the parts together and listens. Stopping commits everything and tells clients to come back (1012). */
export async function startServer({
  settings,
  webFolder,
  clock,
  log,
  limits,
  say = () => {},
  opened,
}: ServerOptions): Promise<RunningServer> {
  const { dataDirectory, baseUrl, demo } = settings
  const styles = settings.houseStyle ? await houseStylesIn(settings.houseStyle) : []
  const unlock = lockFolder(dataDirectory)
  const checkpointer = new Checkpointer(log)
  const exporter = new Exporter(log)
  const checkpoint = (file: string) => checkpointer.checkpoint(file)
  const directoryDatabase = openDatabase(join(dataDirectory, 'directory.sqlite'), { checkpoint, always: true })
  const smtp = settings.smtp && makeSmtp(settings.smtp, isLocal(settings.smtp.url))
  let mailing: Mailing | undefined
  const directory = new Directory({
    store: openDirectoryStore(directoryDatabase.database),
    clock,
    log,
    mail: mailWay,
    origin: () => baseUrl.origin,
  })
  mailing = new Mailing(directory, smtp?.send, clock, log)
  const tally = makeTally()
  const rooms = new NodeRooms({
    folder: join(dataDirectory, 'agendas'),
    directory,
    heard: () => mailing?.wake(),
    open: (file) => openDatabase(file, { checkpoint, ...(opened && { opened }) }),
    clock,
    log,
    limits: limits ?? defaultLimits,
    tally,
    seatOf: (maker) => (demo && maker.demo ? demoRegion.seatOf(maker, clock()) : seatOfMaker(maker)),
  })
  if (demo) {
    directory.setDemoPeople(demoRegion.people)
    demoRegion.found(rooms.room(demoAgendaId), clock())
  }

  const first = demo ? undefined : directory.firstToken({ instead: true })

  let { port } = settings
  const addressOf = clientAddress(settings.trustedProxies ?? [])
  const app = makeGateway({
    directory: doorOf(directory),
    rooms,
    render: exporter.render,
    houseStyles: async () => styles,
    log,
    demo,
    origin: baseUrl.origin,
    addressOf,
    hasOutbox: (c) => mailWay().to === 'machine' && isAtThisMachine(c),
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
  if (mailWay().to === 'nowhere') log('warn', 'no-mail-server')
  if (first)
    say(
      `Nobody is known here yet. Begin by this link, within a day:\n${linkOf({ origin: baseUrl.origin, token: first })}`,
    )

  return {
    url: isLocal(baseUrl) ? `http://localhost:${port}` : baseUrl.origin,
    port,
    rooms,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      await rooms.stop()
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await closed
      await mailing?.stop()
      smtp?.close()
      await exporter.stop()
      await checkpointer.stop()
      directoryDatabase.close()
      unlock()
    },
  }

  function mailWay(): MailWay {
    if (smtp) return { to: 'server', onWaiting: () => mailing?.wake() }
    return isLocal(baseUrl) ? { to: 'machine', print: (mail) => say(printed(mail)) } : { to: 'nowhere' }
  }
}

/** A mail as the terminal shows it. */
function printed({ to, subject, text }: Mail): string {
  return ['', `--- mail to ${to}: ${subject}`, text.trim(), '---', ''].join('\n')
}

/** Refuses who may not be in the room while an HTTP status still reaches them; then the socket is the room's. */
function liveDoor(rooms: NodeRooms, log: Log): MiddlewareHandler<SignedIn> {
  const upgrade = upgradeWebSocket((c) => {
    const agenda = asId<AgendaId>(c.req.param('agenda') ?? '')
    const identity = identityOf(c as Context<SignedIn>)
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
