import { DurableObject } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/durable-sqlite'
import type { Me, NewAgenda } from '../../shared/api.ts'
import type { Dossier } from '../../shared/dossier.ts'
import type { NewFromFile } from '../../shared/from-export/file.ts'
import { type AgendaId, type CommentLinkId, isId } from '../../shared/ids.ts'
import { ping, pong, subprotocol } from '../../shared/wire.ts'
import { demoAgendaId, demoRegion } from '../demo/demo.ts'
import type { Acceptance, Identity, Socket, TakenIn } from '../ports.ts'
import { problemFor } from '../problem.ts'
import { takeInOnce } from '../rooms/dossier.ts'
import { foundOnce } from '../rooms/founding.ts'
import { foundFromFile } from '../rooms/from-file.ts'
import { defaultLimits } from '../rooms/limits.ts'
import { makeOpenApp } from '../rooms/open-app.ts'
import { accept, linkIsOpen } from '../rooms/record/arrivals.ts'
import { Room } from '../rooms/room.ts'
import { makeRoomApp } from '../rooms/room-app.ts'
import { UnreadableRoom } from '../rooms/room-document.ts'
import { seatOfMaker } from '../rooms/seat.ts'
import { makeTally } from '../rooms/tally.ts'
import { directoryOf, type Environment } from './environment.ts'
import { logToPlatform } from './log.ts'
import { rememberedOf, socketOf } from './socket.ts'

/** A burst is written before the object falls asleep, which it does after some ten seconds of silence. */
const burstSilence = 4_000
const retryAfter = 5_000

/**
 * One agenda as a Durable Object: the same room that Node uses, over the object's own SQLite. Its sockets stay open while
 * it sleeps; pings are answered by the platform, and nothing here ticks but for a minute after somebody looked into the past.
 */
export class AgendaRoom extends DurableObject<Environment> {
  readonly #sockets = new Map<WebSocket, Socket>()
  #opened: { room: Room; app: ReturnType<typeof makeRoomApp> } | undefined

  constructor(context: DurableObjectState, environment: Environment) {
    super(context, environment)
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(ping, pong))
    for (const webSocket of context.getWebSockets()) {
      const socket = this.#socket(webSocket)
      const remembered = rememberedOf(webSocket)
      if (remembered) this.#room().resume(socket, remembered)
      else socket.close('restart')
    }
  }

  /** A request about this agenda, or a live connection; the gateway vouches for the identity. */
  async answer(request: Request, identity: Identity | 'anyone'): Promise<Response> {
    // An object exists as soon as somebody names it; an agenda only once it was founded, and only that may take up storage.
    if (!this.#isThere()) return problemFor(request, 'not-found')
    const { room, app } = this.#open()
    if (room.epoch === '') return problemFor(request, 'not-found')
    // What was published does not need the living text: many may ask for it at once, and the room may be asleep.
    if (identity === 'anyone' && new URL(request.url).pathname.startsWith('/v/'))
      return await makeOpenApp(room).fetch(request)
    try {
      // Here and not when it wakes, for which it may need less than its text.
      room.read()
    } catch (error) {
      // The class of an error does not survive the way to the gateway.
      if (!(error instanceof UnreadableRoom)) throw error
      logToPlatform('error', 'room-unreadable', { agenda: room.agenda, cause: error.message })
      return problemFor(request, 'unreadable')
    }
    if (identity === 'anyone') return await makeOpenApp(room).fetch(request)
    const url = new URL(request.url)
    const isUpgrade = request.method === 'GET' && url.pathname.startsWith('/live/')
    if (!isUpgrade) {
      const response = await app.fetch(request, { identity })
      if (room.hasWork) this.ctx.waitUntil(this.#workLater())
      return response
    }
    const answer = room.mayConnect(identity.person)
    if (answer !== 'yes') return problemFor(request, answer)
    if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') return problemFor(request, 'upgrade-required')
    const { 0: client, 1: server } = new WebSocketPair()
    const ours = (request.headers.get('sec-websocket-protocol') ?? '').split(/,\s*/).includes(subprotocol)
    this.ctx.acceptWebSocket(server)
    room.connect(this.#socket(server), { identity, ours, epoch: url.searchParams.get('epoch') ?? undefined })
    return new Response(null, {
      status: 101,
      webSocket: client,
      headers: ours ? { 'sec-websocket-protocol': subprotocol } : {},
    })
  }

  override fetch(request: Request): Promise<Response> {
    const identity = JSON.parse(request.headers.get(identityHeader) ?? 'null') as Identity | 'anyone' | null
    if (!identity) throw new Error('a request that did not come through the gateway')
    return this.answer(request, identity)
  }

  found(agenda: NewAgenda, maker: Me): 'made' | 'taken' {
    const seat = this.env.DEMO === 'on' && maker.demo ? demoRegion.seatOf(maker, Date.now()) : seatOfMaker(maker)
    return foundOnce(this.#room(), agenda, maker, seat, Date.now())
  }

  takeIn(dossier: Dossier, taker: Me): Promise<TakenIn> {
    return takeInOnce(() => this.#room(), dossier, taker)
  }

  foundFromFile(request: NewFromFile, maker: Me): TakenIn {
    return foundFromFile(() => this.#room(), request, maker, Date.now())
  }

  foundDemo(): void {
    if (this.#agenda() === demoAgendaId) demoRegion.found(this.#room(), Date.now())
  }

  async accept(acceptance: Acceptance, { person, name, initials }: Me, email: string): Promise<'in' | 'over'> {
    return this.#isFounded() ? await accept(this.#room(), acceptance, { person, name, initials }, email) : 'over'
  }

  linkIsOpen(link: CommentLinkId, secret: string): boolean {
    return this.#isFounded() && linkIsOpen(this.#room(), link, secret)
  }

  endSession(session: string): void {
    this.#room().endSession(session)
  }

  /** Resolves when the directory has heard all that this room has to say. */
  async tellDirectory(): Promise<void> {
    const room = this.#room()
    const { letters } = room
    const last = letters.at(-1)
    if (!last) return
    await directoryOf(this.env).hear(room.agenda, room.epoch, letters)
    room.heard(last.seq)
  }

  override webSocketMessage(webSocket: WebSocket, data: string | ArrayBuffer): void {
    const socket = this.#socket(webSocket)
    if (typeof data === 'string') return socket.close('refused')
    const room = this.#room()
    room.message(socket, new Uint8Array(data))
    if (room.hasWork) this.ctx.waitUntil(this.#workLater())
  }

  override webSocketClose(webSocket: WebSocket): void {
    this.#room().closed(this.#socket(webSocket))
    this.#sockets.delete(webSocket)
  }

  override webSocketError(webSocket: WebSocket): void {
    this.webSocketClose(webSocket)
  }

  override async alarm(): Promise<void> {
    const room = this.#room()
    room.wake()
    await this.tellDirectory()
    if (room.hasWork) await this.#workLater()
  }

  async #workLater(): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + retryAfter)
  }

  /** Whether anything was ever written here. */
  #isThere(): boolean {
    if (this.#opened) return true
    return this.ctx.storage.sql.exec("select 1 from sqlite_master where name = 'settings'").toArray().length > 0
  }

  /** An object exists as soon as somebody names it; an agenda only once it was founded. */
  #isFounded(): boolean {
    return this.#room().epoch !== ''
  }

  #room(): Room {
    return this.#open().room
  }

  #open(): { room: Room; app: ReturnType<typeof makeRoomApp> } {
    if (this.#opened) return this.#opened
    const room: Room = new Room({
      agenda: this.#agenda(),
      // Nothing that is sent leaves before what was written is safe: the platform's output gate sees to that.
      database: {
        database: drizzle(this.ctx.storage, { casing: 'snake_case' }),
        durable: () => Promise.resolve(),
        close: () => {},
      },
      clock: Date.now,
      log: logToPlatform,
      limits: defaultLimits,
      tally: makeTally(),
      // When the directory cannot hear it now, the alarm tries again.
      news: () => this.ctx.waitUntil(this.tellDirectory().catch(() => this.#workLater())),
      gatherFor: 0,
      burstSilence,
      readsLater: true,
    })
    this.#opened = { room, app: makeRoomApp(room) }
    return this.#opened
  }

  #agenda(): AgendaId {
    const { name } = this.ctx.id
    if (!isId<AgendaId>(name)) throw new Error('a room without the name of its agenda')
    return name
  }

  #socket(webSocket: WebSocket): Socket {
    const known = this.#sockets.get(webSocket) ?? socketOf(webSocket)
    this.#sockets.set(webSocket, known)
    return known
  }
}

/** The identity travels beside the request; the gateway removes whatever a client sends under this name. */
export const identityHeader = 'ontwikkelagenda-identity'
