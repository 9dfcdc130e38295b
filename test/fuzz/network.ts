import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { vi } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../server/node/database.ts'
import type { Socket } from '../../server/ports.ts'
import { defaultLimits } from '../../server/rooms/limits.ts'
import { Room } from '../../server/rooms/room.ts'
import { makeTally } from '../../server/rooms/tally.ts'
import { itemsMap, origins } from '../../shared/document/layout.ts'
import { type AgendaId, asId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { CloseReason } from '../../shared/wire.ts'
import { encode } from '../kit/raw-client.ts'

// A room with its real SQLite database, and people around it, without a network and without a clock: frames wait in two
// queues for each connection until somebody lets them through, and are lost when it is cut. Whoever uses it hands the
// room's timers to Vitest (`vi.useFakeTimers({ toFake: ['setTimeout'] })`).

const agenda = asId<AgendaId>('proef')
const table = asId<OrganisationId>('tafel')

export class Network {
  readonly people: Person[]
  readonly #memory = openDatabase(':memory:', { checkpoint: () => {} })
  #room: Room
  #lastClient = 100

  /** The time that the room sees. */
  now = 0

  constructor(roles: readonly Role[]) {
    this.#room = this.#openRoom()
    const members = roles.map((role, index) => {
      const person = asId<PersonId>(`persoon-${index}`)
      return { person, name: `Persoon ${index}`, initials: 'P', organisation: table, role }
    })
    this.#room.found({
      epoch: 'nu',
      region: '',
      seat: { organisations: [{ id: table, name: 'Tafel', short: 'Tafel', kind: 'other' }], members, plans: [] },
      author: asId<PersonId>('persoon-0'),
      at: 0,
      write: () => [],
    })
    this.people = members.map(({ person, role }) => new Person(person, role, () => ++this.#lastClient))
  }

  get room(): Room {
    return this.#room
  }

  /** Another window of somebody who is here already. */
  openWindow({ id, role }: Person): Person {
    const window = new Person(id, role, () => ++this.#lastClient)
    this.people.push(window)
    return window
  }

  connect(person: Person): void {
    if (person.line) return
    const line = new Line((reason) => person.hangUp(reason))
    person.pickUp(line)
    const identity = { person: person.id, session: person.id, until: Number.POSITIVE_INFINITY }
    this.#room.connect(line.socket, { identity, ours: true, epoch: undefined })
  }

  /** What was on its way, either way, is lost. */
  cut(person: Person): void {
    const { line } = person
    if (!line) return
    person.hangUp('restart')
    this.#room.closed(line.socket)
  }

  /** Lets so many frames of a connection through, first those to the room. */
  deliver(person: Person, count: number): void {
    const { line } = person
    for (let left = count; left > 0 && line && person.line === line; left--) {
      const frame = line.toRoom.shift()
      if (!frame) break
      this.#room.message(line.socket, frame)
    }
    for (let left = count; left > 0 && line && person.line === line; left--) {
      const frame = line.toPerson.shift()
      if (!frame) break
      person.receive(frame)
    }
    vi.advanceTimersByTime(1)
  }

  /** Stops the room and opens it again from what is in its database; a killed room says and writes nothing any more. */
  async restart(how: 'stopped' | 'killed'): Promise<void> {
    if (how === 'stopped') await this.#room.stop()
    for (const person of this.people) person.hangUp('restart')
    this.#room = this.#openRoom()
  }

  /** Everyone comes back, and everything is let through until nothing moves any more. */
  async settle(): Promise<void> {
    for (const person of this.people) this.connect(person)
    for (let isMoving = true; isMoving; ) {
      for (const person of this.people) this.deliver(person, Number.POSITIVE_INFINITY)
      // The room gathers for a moment what it acknowledges; that it is durable then is a promise that is kept already.
      vi.advanceTimersByTime(100)
      await new Promise((resolve) => setImmediate(resolve))
      isMoving = this.people.some(({ line }) => line && line.toRoom.length + line.toPerson.length > 0)
    }
  }

  close(): void {
    this.#memory.close()
  }

  #openRoom(): Room {
    return new Room({
      agenda,
      // It outlives the room, and in memory there is nothing to wait for.
      database: { ...this.#memory, durable: () => Promise.resolve(), close: () => {} },
      clock: () => this.now,
      log: (level, event, details) => {
        if (level === 'error' || event === 'room-rebuilt') throw new Error(`${event} ${JSON.stringify(details)}`)
      },
      limits: { ...defaultLimits, frameBurst: Number.POSITIVE_INFINITY },
      tally: makeTally(),
      news: () => {},
      gatherFor: 0,
      burstSilence: 60_000,
    })
  }
}

/** One connection: the frames that are under way. */
class Line {
  readonly toRoom: Uint8Array[] = []
  readonly toPerson: Uint8Array[] = []
  readonly socket: Socket
  documentFrames = 0
  saved = 0

  constructor(close: (reason: CloseReason) => void) {
    this.socket = { send: (frames) => this.toPerson.push(...frames), close, unsent: () => 0, remember: () => {} }
  }
}

/** Somebody with a copy of the document, who speaks the y-websocket protocol as y-websocket does. */
export class Person {
  readonly id: PersonId
  readonly role: Role
  doc: Y.Doc
  undo: Y.UndoManager
  line: Line | undefined
  /** Why the room ended a connection, apart from restarts. */
  readonly dismissals: CloseReason[] = []
  readonly #nextClient: () => number

  constructor(id: PersonId, role: Role, nextClient: () => number) {
    this.id = id
    this.role = role
    this.#nextClient = nextClient
    this.doc = new Y.Doc()
    this.undo = this.#begin()
  }

  /** Closes the window and opens it again: a new document from what the device kept, under a new client id. */
  startAgain(): void {
    const kept = Y.encodeStateAsUpdate(this.doc)
    this.undo.destroy()
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.undo = this.#begin()
    Y.applyUpdate(this.doc, kept, 'device')
  }

  pickUp(line: Line): void {
    this.line = line
    line.toRoom.push(syncFrame(0, Y.encodeStateVector(this.doc)))
  }

  hangUp(reason: CloseReason): void {
    this.line = undefined
    if (reason !== 'restart') this.dismissals.push(reason)
  }

  receive(frame: Uint8Array): void {
    const { line } = this
    if (!line) return
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === 101) line.saved = decoding.readVarUint(decoder)
    if (kind !== 0) return
    const step = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (step === 0) this.#send(1, Y.encodeStateAsUpdate(this.doc, content))
    else Y.applyUpdate(this.doc, content, line)
  }

  #begin(): Y.UndoManager {
    this.doc.clientID = this.#nextClient()
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.line && origin !== this.line) this.#send(2, update)
    })
    return new Y.UndoManager(itemsMap(this.doc), {
      trackedOrigins: new Set([origins.edit]),
      captureTimeout: 0,
      // What was made in a map stays there: docs/document.md.
      deleteFilter: ({ parentSub, content }) => parentSub === null || !(content instanceof Y.ContentType),
    })
  }

  #send(step: 1 | 2, content: Uint8Array): void {
    if (!this.line) return
    this.line.documentFrames += 1
    this.line.toRoom.push(syncFrame(step, content))
  }
}

function syncFrame(step: number, content: Uint8Array): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, content)
  })
}
