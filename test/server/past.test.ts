import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../server/node/database.ts'
import { encodePast, Past } from '../../server/rooms/past.ts'
import { RoomDocument } from '../../server/rooms/room-document.ts'
import { openRoomStore, type RoomStore } from '../../server/store/room-store.ts'
import { asMap, itemMap } from '../../shared/document/layout.ts'
import { readItem, titleText } from '../../shared/document/read.ts'
import { addIndicator, createItem, setMeasurement } from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type PersonId } from '../../shared/ids.ts'
import { gather } from '../../shared/moments.ts'

const item = asId<ItemId>('punt')
const entry = asId<EntryId>('deel')

/** A log of an item whose title grows by a letter a second. */
function logOf(letters: number): RoomStore {
  const store = openRoomStore(openDatabase(':memory:', { checkpoint: () => {} }).database)
  const document = new RoomDocument(store)
  const client = new Y.Doc()
  let at = 0
  client.on('update', (update: Uint8Array) => {
    for (const bytes of document.apply(update)) {
      const seq = store.appendUpdate({ at, person: asId<PersonId>('iemand'), bytes })
      document.logged(seq, bytes.length)
    }
    if (document.isCheckpointDue) store.transaction(() => document.checkpoint(store))
  })
  createItem(client, { id: item, title: '', duty: 'joint', rank: 'a0' })
  for (let letter = 0; letter < letters; letter++) {
    at = (letter + 1) * 1000
    titleText(client, item)?.insert(letter, 'x')
  }
  return store
}

/** The document at a moment, from all of the log up to then. */
function documentAt(store: RoomStore, at: number): Y.Doc {
  const doc = new Y.Doc()
  for (const { bytes } of store.log(store.seqAt(at))) Y.applyUpdate(doc, bytes)
  return doc
}

const lengthOf = (doc: Y.Doc) => readItem(doc, item)?.title.length

afterEach(() => {
  vi.useRealTimers()
})

describe('the past of a room', () => {
  it('[H2] [H4] is the same as what the log says of each moment, forward, backward, and asked at once', async () => {
    const store = logOf(2500)
    const past = new Past(store)
    const seconds = [1200, 1200, 2400, 3, 0, 2500, 700, 9999, 1600]
    const found = await Promise.all(seconds.map((second) => past.read(second * 1000, lengthOf)))
    expect(found).toEqual(seconds.map((second) => Math.min(second, 2500)))
    expect(found).toEqual(seconds.map((second) => lengthOf(documentAt(store, second * 1000))))
    expect(await past.read(-1, lengthOf)).toBeUndefined()
  })

  it('[H4] goes on from the last moment that was asked for, and forgets it after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const past = new Past(logOf(300))
    await past.read(200_000, lengthOf)
    expect(past.distance(250_000)).toBe(50)
    expect(past.distance(100_000)).toBe(101)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(past.distance(250_000)).toBe(251)
    expect(await past.read(250_000, lengthOf)).toBe(250)
  })

  it('[H4] lets the room go on between the pieces that it reads', async () => {
    const past = new Past(logOf(2500))
    let turns = 0
    const go = () => {
      turns += 1
      if (isReading) setTimeout(go, 0)
    }
    let isReading = true
    setTimeout(go, 0)
    await past.read(2_500_000, lengthOf)
    isReading = false
    expect(turns).toBeGreaterThan(2)
  })

  it('[H4] is read again after what was made of it failed', async () => {
    const past = new Past(logOf(10))
    const failing = past.read(5_000, () => {
      throw new Error('mislukt')
    })
    await expect(failing).rejects.toThrow('mislukt')
    expect(await past.read(5_000, lengthOf)).toBe(5)
  })

  it('[P1] leaves the room without a bare value of 1 to 4, and goes on as it was', () => {
    const doc = new Y.Doc()
    createItem(doc, { id: item, title: '', duty: 'joint', rank: 'a0' })
    addIndicator(doc, item, { id: entry, name: 'Thuis', unit: 'kinderen', direction: 'down', baseline: 12 })
    setMeasurement(doc, item, entry, '2026-10-01', { value: 17, source: '' })
    const indicator = asMap(asMap(itemMap(doc, item)?.get('indicators'))?.get(entry))
    const measurement = asMap(asMap(indicator?.get('measurements'))?.get('2026-10-01'))
    // As an older program wrote it.
    measurement?.set('value', 3)
    const there = new Y.Doc()
    Y.applyUpdate(there, encodePast(doc))
    const value = asMap(
      asMap(asMap(asMap(itemMap(there, item)?.get('indicators'))?.get(entry))?.get('measurements'))?.get('2026-10-01'),
    )?.get('value')
    expect(value).toBe('masked')
    expect(measurement?.get('value')).toBe(3)
  })
})

describe('the moments of a life', () => {
  const minutes = (count: number, apart: number) =>
    Array.from({ length: count }, (_, at) => ({ at: at * apart * 60_000, edits: 2 }))

  it('[H4] are all of them, as long as they are few', () => {
    expect(gather(minutes(400, 7))).toEqual({ span: 10, changes: minutes(400, 7) })
    expect(gather([])).toEqual({ span: 10, changes: [] })
  })

  it.each([
    [401, 1],
    [5_000, 3],
    [20_000, 100],
    [100_000, 60],
  ])('[H4] are few, and none is lost: %i, %i minutes apart', (count, apart) => {
    const all = minutes(count, apart)
    const { span, changes } = gather(all)
    expect(changes.length).toBeLessThanOrEqual(400)
    expect(span).toBeGreaterThan(10)
    expect(changes.reduce((total, { edits }) => total + edits, 0)).toBe(count * 2)
    expect(changes.at(-1)?.at).toBe(all.at(-1)?.at)
    for (const { at } of changes) expect(all.some((one) => one.at === at)).toBe(true)
  })
})
