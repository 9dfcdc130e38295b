import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Me, NewAgenda } from '../../shared/api.ts'
import type { Dossier } from '../../shared/dossier.ts'
import type { NewFromFile } from '../../shared/from-export/file.ts'
import type { AgendaId, CommentLinkId, PersonId } from '../../shared/ids.ts'
import type { Acceptance, Clock, Identity, Log, OpenDatabase, Rooms, TakenIn } from '../ports.ts'
import type { Directory } from '../rooms/directory.ts'
import { takeInOnce } from '../rooms/dossier.ts'
import { foundOnce } from '../rooms/founding.ts'
import { foundFromFile } from '../rooms/from-file.ts'
import type { Limits } from '../rooms/limits.ts'
import { makeOpenApp } from '../rooms/open-app.ts'
import { accept, linkIsOpen } from '../rooms/record/arrivals.ts'
import { Room } from '../rooms/room.ts'
import { makeRoomApp } from '../rooms/room-app.ts'
import { UnreadableRoom } from '../rooms/room-document.ts'
import type { Tally } from '../rooms/tally.ts'
import type { Seat } from '../store/room-store.ts'

/** A room that nobody is in is closed after so long. */
const closeAfter = 60_000
const wakeEvery = 3_000
/** A sync to the disk covers what several people type at once; it costs more than all the rest of an edit. */
const gatherFor = 20
const burstSilence = 60_000

export type NodeRoomsOptions = {
  folder: string
  directory: Directory
  /** Called when the directory heard something: it may have mail to write. */
  heard: () => void
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
    return this.#options.directory.has(agenda)
  }

  mayConnect(agenda: AgendaId, person: PersonId): 'yes' | 'not-allowed' | 'not-found' {
    return this.has(agenda) ? this.room(agenda).mayConnect(person) : 'not-found'
  }

  async request(agenda: AgendaId, request: Request, identity: Identity): Promise<Response | undefined> {
    return this.has(agenda) ? await this.#opened(agenda).app.fetch(request, { identity }) : undefined
  }

  async askOpenly(agenda: AgendaId, request: Request): Promise<Response | undefined> {
    return this.has(agenda) ? await makeOpenApp(this.room(agenda)).fetch(request) : undefined
  }

  async found(agenda: NewAgenda, maker: Me): Promise<'made' | 'taken'> {
    const { clock, seatOf } = this.#options
    const room = this.room(agenda.id)
    const made = foundOnce(room, agenda, maker, seatOf(maker), clock())
    // What is answered as made is on the disk, here and in the directory.
    if (made === 'made') await room.database.durable()
    return made
  }

  async takeIn(agenda: AgendaId, dossier: Dossier, taker: Me): Promise<TakenIn> {
    return await takeInOnce(() => this.room(agenda), dossier, taker)
  }

  async foundFromFile(agenda: AgendaId, request: NewFromFile, maker: Me): Promise<TakenIn> {
    const answer = foundFromFile(() => this.room(agenda), request, maker, this.#options.clock())
    // What is answered as made is on the disk, here and in the directory.
    if (answer.answer === 'made') await this.room(agenda).database.durable()
    return answer
  }

  room(agenda: AgendaId): Room {
    return this.#opened(agenda).room
  }

  async accept(agenda: AgendaId, acceptance: Acceptance, me: Me, email: string): Promise<'in' | 'over'> {
    if (!this.has(agenda)) return 'over'
    const { person, name, initials } = me
    const room = this.room(agenda)
    const answer = await accept(room, acceptance, { person, name, initials }, email)
    this.#newsOf(room)
    return answer
  }

  async linkIsOpen(agenda: AgendaId, link: CommentLinkId, secret: string): Promise<boolean> {
    return this.has(agenda) && linkIsOpen(this.room(agenda), link, secret, this.#options.clock())
  }

  async endSession(session: string): Promise<void> {
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
    const isKnown = directory.has(agenda)
    if (isKnown && !existsSync(this.#file(agenda))) throw new UnreadableRoom('The database is missing')
    let database: OpenDatabase | undefined
    try {
      database = open(this.#file(agenda))
      const news = () => this.#newsOf(room)
      const room: Room = new Room({ agenda, database, clock, log, limits, tally, news, gatherFor, burstSilence })
      if (isKnown && room.epoch === '') throw new UnreadableRoom('The database is empty')
      news()
      const opened = { room, app: makeRoomApp(room, clock), usedAt: clock() }
      this.#open.set(agenda, opened)
      return opened
    } catch (error) {
      database?.close()
      throw error instanceof UnreadableRoom
        ? error
        : new UnreadableRoom('The database cannot be read', { cause: error })
    }
  }

  /** What the directory cannot take in now stays in the outbox, and is tried again every few seconds. */
  #newsOf(room: Room): void {
    const { directory, heard, log } = this.#options
    try {
      const { letters } = room
      const last = letters.at(-1)
      if (!last) return
      directory.hear(room.agenda, room.epoch, letters)
      heard()
      room.heard(last.seq)
    } catch (error) {
      log('error', 'news-not-taken', { agenda: room.agenda, cause: String(error) })
    }
  }

  #file(agenda: AgendaId): string {
    return join(this.#options.folder, `${agenda}.sqlite`)
  }

  #wake(): void {
    const { clock, log } = this.#options
    for (const [agenda, { room, usedAt }] of this.#open) {
      this.#newsOf(room)
      // A room of which nobody knows what is on the disk stays as it is: opened anew it would look whole.
      if (room.connections > 0 || room.isBroken) this.#opened(agenda)
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
