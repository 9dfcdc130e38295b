import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../server/node/database.ts'
import { NodeRooms } from '../../server/node/rooms.ts'
import { Directory } from '../../server/rooms/directory.ts'
import { syncFrame, syncSteps } from '../../server/rooms/frames.ts'
import { defaultLimits } from '../../server/rooms/limits.ts'
import { seatOfMaker } from '../../server/rooms/seat.ts'
import { makeTally } from '../../server/rooms/tally.ts'
import { type DirectoryStore, openDirectoryStore } from '../../server/store/directory-store.ts'
import type { Me, NewAgenda } from '../../shared/api.ts'
import { titleText } from '../../shared/document/read.ts'
import { createItem, setItemValues, setText } from '../../shared/document/write.ts'
import { type AgendaId, asId, type ItemId, type PersonId } from '../../shared/ids.ts'
import { Network, type Person } from '../fuzz/network.ts'

const minute = 60_000
const agenda = asId<AgendaId>('proef')
const anna: Me = {
  person: asId<PersonId>('anna'),
  name: 'Anna',
  initials: 'A',
  organisation: 'Gemeente',
  organisationKind: 'municipality',
  demo: false,
}
const wish: NewAgenda = { id: agenda, title: 'Samen verder', region: 'Proef', start: 'empty' }

describe('the rooms of a server', () => {
  let folder: string
  let directory: DirectoryStore
  let now = 0
  let rooms: NodeRooms
  let closeDirectory: () => void

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-rooms-'))
    const memory = openDatabase(':memory:', { checkpoint: () => {} })
    closeDirectory = memory.close
    directory = openDirectoryStore(memory.database)
    rooms = makeRooms(directory)
  })

  afterEach(async () => {
    await rooms.stop()
    closeDirectory()
    await rm(folder, { recursive: true })
    vi.useRealTimers()
  })

  function makeRooms(known: DirectoryStore): NodeRooms {
    return new NodeRooms({
      folder,
      directory: new Directory({
        store: known,
        clock: () => now,
        log: () => {},
        mail: () => ({ to: 'nowhere' }),
        origin: () => undefined,
      }),
      heard: () => {},
      open: (file) => openDatabase(file, { checkpoint: () => {} }),
      clock: () => now,
      log: () => {},
      limits: defaultLimits,
      tally: makeTally(),
      seatOf: seatOfMaker,
    })
  }

  it('close when nobody was there for a minute, and open again with everything', async () => {
    await rooms.found(wish, anna)
    rooms.room(agenda)
    now += minute - 1
    vi.advanceTimersByTime(3_000)
    expect(rooms.count).toBe(1)
    now += minute + 2
    vi.advanceTimersByTime(3_000)
    expect(rooms.count).toBe(0)
    expect(rooms.room(agenda).doc.getMap('agenda').get('title')).toBe('Samen verder')
    expect(rooms.count).toBe(1)
  })

  it('stay open for who is connected', async () => {
    await rooms.found(wish, anna)
    const socket = { send: () => {}, close: () => {}, unsent: () => 0, remember: () => {} }
    const identity = { person: anna.person, session: 's', until: Number.POSITIVE_INFINITY }
    rooms.room(agenda).connect(socket, { identity, ours: false, epoch: undefined })
    now += 10 * minute
    vi.advanceTimersByTime(3_000)
    expect(rooms.count).toBe(1)
  })

  it('[A4] make an agenda whose making was cut off, when the request comes again', async () => {
    // The file was there before the process ended, the founding was not.
    rooms.room(agenda)
    expect(await rooms.found(wish, anna)).toBe('made')
    expect(rooms.room(agenda).member(anna.person)?.role).toBe('coordinator')
    expect(directory.agendasOf(anna.person)).toMatchObject([{ id: agenda, title: 'Samen verder', role: 'coordinator' }])
  })

  it('begin with nothing when making an agenda failed halfway', async () => {
    const room = rooms.room(agenda)
    const { setSeat } = room.store
    const full = () => {
      throw new Error('SQLITE_FULL')
    }
    Object.assign(room.store, { setSeat: full })
    await expect(rooms.found(wish, anna)).rejects.toThrow('SQLITE_FULL')
    Object.assign(room.store, { setSeat })
    expect(await rooms.found(wish, anna)).toBe('made')
    await rooms.stop()
    rooms = makeRooms(directory)
    expect(rooms.room(agenda).doc.getMap('agenda').get('title')).toBe('Samen verder')
  })

  it('tell the directory later what it could not take in at once', async () => {
    const deaf: DirectoryStore = {
      ...directory,
      takeNews: () => {
        throw new Error('no room in the directory')
      },
    }
    const first = makeRooms(deaf)
    expect(await first.found(wish, anna)).toBe('made')
    expect(directory.hasAgenda(agenda)).toBe(false)
    await first.stop()
    expect(await rooms.found(wish, anna)).toBe('made')
    expect(directory.agendasOf(anna.person)).toMatchObject([{ id: agenda, title: 'Samen verder' }])
    expect(rooms.room(agenda).store.outbox()).toEqual([])
  })
})

describe('who asks for the document again and again and reads nothing', () => {
  it('[L4] is cut before its answers fill the memory', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { room, people } = new Network(['commenter'])
    room.doc.getMap('agenda').set('title', 'x'.repeat(1 << 20))
    let waiting = 0
    let ended: string | undefined
    const socket = {
      send: (frames: readonly Uint8Array[]) => {
        for (const { length } of frames) waiting += length
      },
      close: (reason: string) => {
        ended = reason
      },
      unsent: () => waiting,
      remember: () => {},
    }
    const [reader] = people as [Person]
    room.connect(socket, {
      identity: { person: reader.id, session: 's', until: Number.POSITIVE_INFINITY },
      ours: false,
      epoch: undefined,
    })
    const question = syncFrame(syncSteps.step1, Y.encodeStateVector(new Y.Doc()))
    for (let count = 0; count < 500; count++) room.message(socket, question)
    expect(ended).toBe('slow')
    expect(waiting).toBeLessThan(defaultLimits.unsentBytes + 3 * (1 << 20))
    vi.useRealTimers()
  })
})

describe('the history of an item', () => {
  const item = asId<ItemId>('punt')
  let network: Network
  let bram: Person
  let cora: Person

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    network = new Network(['editor', 'editor'])
    ;[bram, cora] = network.people as [Person, Person]
    createItem(bram.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
    await network.settle()
    network.now += 2 * minute
    network.room.wake()
  })

  afterEach(() => {
    network.close()
    vi.useRealTimers()
  })

  async function write({ doc }: Person, title: string, later = 1000): Promise<void> {
    network.now += later
    setText(titleText(doc, item) as Y.Text, title)
    await network.settle()
  }

  /** What changed after the item was made, the first change first. */
  function changes(): unknown[] {
    const rows = network.room.history({ item, limit: 100 }).reverse().slice(1)
    return rows.map(({ person, field, before, after }) => [person, field, JSON.parse(before), JSON.parse(after)])
  }

  it('[H1] has one row for a working burst of one person in one field', async () => {
    for (const title of ['Vervoer n', 'Vervoer na', 'Vervoer naar school']) await write(bram, title)
    setItemValues(bram.doc, item, { priority: 'high' })
    await network.settle()
    expect(changes()).toEqual([
      [bram.id, 'title', 'Vervoer', 'Vervoer naar school'],
      [bram.id, 'priority', null, 'high'],
    ])
  })

  it('[H1] has a new row after a minute of silence, after ten minutes in any case, and when another goes on', async () => {
    await write(bram, 'Een')
    await write(bram, 'Twee', minute + 1)
    for (let count = 0; count < 21; count++) await write(bram, `Twee ${count}`, minute / 2)
    await write(cora, 'Drie')
    await write(bram, 'Vier')
    expect(changes()).toEqual([
      [bram.id, 'title', 'Vervoer', 'Een'],
      [bram.id, 'title', 'Een', 'Twee 19'],
      [bram.id, 'title', 'Twee 19', 'Twee 20'],
      [cora.id, 'title', 'Twee 20', 'Drie'],
      [bram.id, 'title', 'Drie', 'Vier'],
    ])
  })

  it('[H1] has no row for what was taken back at once', async () => {
    await write(bram, 'Vergissing')
    await write(bram, 'Vervoer')
    expect(changes()).toEqual([])
  })

  it('[H1] is written when the last one leaves', async () => {
    await write(bram, 'Vervoer naar school')
    for (const person of network.people) network.cut(person)
    expect(network.room.store.history({ item, limit: 1 })).toMatchObject([
      { field: 'title', after: '"Vervoer naar school"' },
    ])
  })
})
