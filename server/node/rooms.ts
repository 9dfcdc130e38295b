import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import type { Me, NewAgenda } from '../../shared/api.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import { mayReadDraft } from '../../shared/roles.ts'
import type { Clock, Identity, Log, OpenDatabase, Rooms } from '../ports.ts'
import { foundingOf } from '../rooms/founding.ts'
import type { Limits } from '../rooms/limits.ts'
import { Room } from '../rooms/room.ts'
import { makeRoomApp } from '../rooms/room-app.ts'
import { UnreadableRoom } from '../rooms/room-document.ts'
import type { Tally } from '../rooms/tally.ts'
import type { AgendaNews, DirectoryStore } from '../store/directory-store.ts'
import type { Seat } from '../store/room-store.ts'

/** A room that nobody is in is closed after so long. */
const closeAfter = 60_000
const wakeEvery = 3_000

export type NodeRoomsOptions = {
  folder: string
  directory: DirectoryStore
  open: (file: string) => OpenDatabase
  clock: Clock
  log: Log
  limits: Limits
  tally: Tally
  /** Who sits at the table of a new agenda; in the demo that is the whole region. */
  seatOf: (maker: Me) => Seat
}

type OpenRoom = { room: Room; app: ReturnType<typeof makeRoomApp>; usedAt: number }

/** The rooms of this process: each an object with a database file of its own, opened when somebody comes. */
export class NodeRooms implements Rooms {
  readonly #options: NodeRoomsOptions
  readonly #open = new Map<AgendaId, OpenRoom>()
  readonly #timer: NodeJS.Timeout

  constructor(options: NodeRoomsOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.#wake(), wakeEvery).unref()
  }

  get count(): number {
    return this.#open.size
  }

  has(agenda: AgendaId): boolean {
    return this.#options.directory.hasAgenda(agenda)
  }

  mayConnect(agenda: AgendaId, person: PersonId): 'yes' | 'not-allowed' | 'not-found' {
    const member = this.has(agenda) ? this.room(agenda).member(person) : undefined
    if (!member) return 'not-found'
    return mayReadDraft(member.role) ? 'yes' : 'not-allowed'
  }

  request(agenda: AgendaId, request: Request, identity: Identity): Promise<Response> | undefined {
    if (!this.has(agenda)) return undefined
    return Promise.resolve(this.#opened(agenda).app.fetch(request, { identity }))
  }

  found(agenda: NewAgenda, maker: Me): 'made' | 'taken' {
    // A room that was opened but not founded has no epoch: the last try ended too early, and this one goes on.
    if (this.has(agenda.id) || existsSync(this.#file(agenda.id))) {
      const room = this.room(agenda.id)
      if (room.epoch !== '') return room.member(maker.person)?.role === 'coordinator' ? 'made' : 'taken'
    }
    const { clock, seatOf } = this.#options
    this.room(agenda.id).found(foundingOf(agenda, maker.person, seatOf(maker), nanoid(), clock()))
    return 'made'
  }

  room(agenda: AgendaId): Room {
    return this.#opened(agenda).room
  }

  endSession(session: string): void {
    for (const { room } of this.#open.values()) room.endSession(session)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    const rooms = [...this.#open.values()]
    this.#open.clear()
    await Promise.all(rooms.map(({ room }) => room.stop()))
  }

  #opened(agenda: AgendaId): OpenRoom {
    const { open, clock, directory, log, limits, tally } = this.#options
    const existing = this.#open.get(agenda)
    if (existing) {
      existing.usedAt = clock()
      return existing
    }
    // A room that is known, but of which nothing is there, was lost: it must not start empty (rule R3).
    const isKnown = directory.hasAgenda(agenda)
    if (isKnown && !existsSync(this.#file(agenda))) throw new UnreadableRoom('The database is missing')
    let database: OpenDatabase | undefined
    try {
      database = open(this.#file(agenda))
      const news = () => room.emptyOutbox((message) => directory.takeNews(JSON.parse(message) as AgendaNews, clock()))
      const room: Room = new Room({ agenda, database, clock, log, limits, tally, news })
      if (isKnown && room.epoch === '') throw new UnreadableRoom('The database is empty')
      news()
      const opened = { room, app: makeRoomApp(room), usedAt: clock() }
      this.#open.set(agenda, opened)
      return opened
    } catch (error) {
      database?.close()
      throw error instanceof UnreadableRoom
        ? error
        : new UnreadableRoom('The database cannot be read', { cause: error })
    }
  }

  #file(agenda: AgendaId): string {
    return join(this.#options.folder, `${agenda}.sqlite`)
  }

  #wake(): void {
    const { clock, log } = this.#options
    for (const [agenda, { room, usedAt }] of this.#open) {
      if (room.connections > 0) this.#opened(agenda)
      else if (clock() - usedAt > closeAfter) {
        this.#open.delete(agenda)
        room.stop().catch((error: unknown) => log('error', 'room-not-stopped', { agenda, cause: String(error) }))
        continue
      }
      try {
        room.wake()
      } catch (error) {
        // One room that cannot be read any more must not end the others.
        log('error', 'room-unreadable', { agenda, cause: String(error) })
      }
    }
  }
}
