import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase } from '../../server/node/database.ts'
import { RoomDocument, UnreadableRoom } from '../../server/rooms/room-document.ts'
import { openRoomStore, type RoomStore } from '../../server/store/room-store.ts'
import { itemsMap } from '../../shared/document/layout.ts'
import { longest } from '../../shared/document/longest.ts'
import { readItem, readItemIds, titleText } from '../../shared/document/read.ts'
import { createItem, setText } from '../../shared/document/write.ts'
import { type AgendaId, asId, type ItemId, type PersonId } from '../../shared/ids.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { RawClient, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer } from '../kit/server.ts'
import { crafted } from './crafted.ts'

const person = asId<PersonId>('anna')
const item = asId<ItemId>('punt')

let cleanUp: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleanUp.reverse()) await clean()
  cleanUp = []
})

function openStore(): RoomStore {
  const memory = openDatabase(':memory:', { checkpoint: () => {} })
  cleanUp.push(memory.close)
  return openRoomStore(memory.database)
}

/** Writes titles one after another, each an edit of its own in the log. */
function writeTitles(store: RoomStore, document: RoomDocument, titles: readonly string[]): void {
  const change = (write: () => void) => {
    for (const bytes of document.change(write)) {
      const seq = store.appendUpdate({ at: 0, person, bytes })
      document.logged(seq, bytes.length)
      if (document.isCheckpointDue) document.checkpoint(store)
    }
  }
  change(() => createItem(document.doc, { id: item, title: '', duty: 'joint', rank: 'a0' }))
  for (const title of titles) {
    const text = titleText(document.doc, item)
    // Our own writer keeps a title short; what lies on the disk may come from before it did.
    if (text) change(() => (title.length > longest.line ? text.insert(text.length, title) : setText(text, title)))
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `Titel ${index}`)

describe('the log', () => {
  it('[H2] gives the document as it was at any accepted edit', () => {
    const store = openStore()
    writeTitles(store, new RoomDocument(store), numbers(20))
    for (const past of [0, 7, 19]) {
      const doc = new Y.Doc()
      for (const { bytes } of store.log(past + 2)) Y.applyUpdate(doc, bytes)
      expect(readItem(doc, item)?.title).toBe(`Titel ${past}`)
    }
    expect(store.log().every((row) => row.person === person)).toBe(true)
  })

  it('[R6] is read from the last checkpoint on, which follows as it grows', () => {
    const store = openStore()
    writeTitles(store, new RoomDocument(store), numbers(2500))
    const { checkpointSeq, updates } = store.document()
    expect(checkpointSeq).toBeGreaterThanOrEqual(2000)
    expect(updates.length).toBeLessThan(1000)
    expect(store.log()).toHaveLength(2501)
    expect(readItem(new RoomDocument(store).doc, item)?.title).toBe('Titel 2499')
  })

  it('[R6] is read whole when there is no checkpoint any more', () => {
    const store = openStore()
    const document = new RoomDocument(store)
    writeTitles(store, document, numbers(3))
    document.checkpoint(store)
    expect(store.document().updates).toEqual([])
    expect(readItem(new RoomDocument(store).doc, item)?.title).toBe('Titel 2')
  })
})

describe('a checkpoint in several pieces', () => {
  it.each([0, 1, 2])('[R3] is not read without piece %i', (piece) => {
    const memory = openDatabase(':memory:', { checkpoint: () => {} })
    cleanUp.push(memory.close)
    const store = openRoomStore(memory.database)
    const document = new RoomDocument(store)
    writeTitles(store, document, ['x'.repeat(2_500_000)])
    document.checkpoint(store)
    expect(readItem(new RoomDocument(store).doc, item)?.title).toHaveLength(2_500_000)
    memory.database.run(`delete from checkpoints where piece = ${piece}`)
    expect(() => new RoomDocument(store)).toThrow(UnreadableRoom)
  })
})

describe('a room whose data is damaged', () => {
  const damages: [string, (file: string) => void | Promise<void>][] = [
    [
      'a row of the log cannot be read',
      (file) => change(file, "update updates set bytes = x'0102030405' where seq = 2"),
    ],
    ['a row of the log is lost that others build on', (file) => change(file, 'delete from updates where seq = 2')],
    ['the beginning of the log is lost', (file) => change(file, 'delete from updates where seq = 1')],
    ['the whole log is lost', (file) => change(file, 'delete from updates')],
    ['its settings are lost', (file) => change(file, 'delete from settings')],
    ['its file is lost', (file) => rm(file)],
    ['its file is empty', (file) => writeFile(file, '')],
    [
      'its file is no database',
      (file) => writeFile(file, 'Dit is geen database, maar een brief van de buren.'.repeat(99)),
    ],
  ]

  function change(file: string, statement: string): void {
    const sqlite = new Sqlite(file)
    // With the checkpoint the log would not be read.
    sqlite.exec(`delete from checkpoints; ${statement}`)
    sqlite.close()
  }

  function contentOf(file: string): unknown {
    const sqlite = new Sqlite(file, { readonly: true })
    const content = ['updates', 'checkpoints', 'items', 'settings'].map((table) =>
      sqlite.prepare(`select * from ${table}`).all(),
    )
    sqlite.close()
    return content
  }

  async function damagedServer(
    damage: (file: string) => void | Promise<void>,
  ): Promise<{ server: TestServer; agenda: AgendaId; file: string }> {
    const first = await startTestServer()
    const coordinator = await first.signIn('coordinator')
    const agenda = await makeAgenda(first, coordinator)
    const client = connectPlain(first.url, agenda, coordinator)
    await synced(client)
    createItem(client.doc, { id: item, title: 'Eerst', duty: 'joint', rank: 'a0' })
    const text = titleText(client.doc, item)
    if (text) setText(text, 'Daarna')
    const { doc } = first.rooms.room(agenda)
    await until(doc, () => readItem(doc, item)?.title === 'Daarna')
    client.close()
    await first.stop()
    const file = join(first.folder, 'agendas', `${agenda}.sqlite`)
    await damage(file)
    const server = await startTestServer({ folder: first.folder })
    cleanUp.push(() => removeFolder(server.folder), server.stop)
    return { server, agenda, file }
  }

  it.each(damages)('[R3] does not open, and nothing is written: %s', async (name, damage) => {
    const { server, agenda, file } = await damagedServer(damage)
    const isDatabase = !name.includes('file')
    const before = isDatabase ? contentOf(file) : undefined
    const coordinator = await server.signIn('coordinator')
    for (const path of [`/api/v1/agendas/${agenda}`, `/live/${agenda}`]) {
      const answer = await server.ask(path, { as: coordinator })
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([503, '/problems/unreadable'])
    }
    expect(await new RawClient(server.url, agenda, coordinator).opened()).toBe(503)
    const again = await server.ask('/api/v1/agendas', {
      as: coordinator,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: agenda, title: 'Opnieuw', region: '', start: 'empty' }),
    })
    expect(again.status).toBe(503)
    if (isDatabase) expect(contentOf(file)).toEqual(before)
    expect((await server.ask('/api/v1/agendas/drechtsteden', { as: coordinator })).status).toBe(200)
  })
})

describe('an update that Yjs cannot apply', () => {
  it("[G5] is not stored, and everyone's text is there again from the log", async () => {
    const server = await startTestServer()
    cleanUp.push(() => removeFolder(server.folder), server.stop)
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const client = connectPlain(server.url, agenda, coordinator)
    cleanUp.push(client.close)
    await synced(client)
    createItem(client.doc, { id: item, title: 'Van iedereen', duty: 'joint', rank: 'a0' })
    const { doc: before } = server.rooms.room(agenda)
    await until(before, () => readItemIds(before).length === 1)

    const attack = crafted([{ client: 31_337, structs: [{ parent: 'items', key: 'a' }] }])
    // No update is known that passes the gate and that Yjs cannot apply: so Yjs stumbles here for a reason of its own.
    before.once('beforeTransaction', () => {
      throw new Error('stumbled')
    })
    const hostile = new RawClient(server.url, agenda, await server.signIn('bestuurder-po'))
    await hostile.opened()
    hostile.send(updateFrame(attack))
    expect(await hostile.closed).toBe(4400)
    expect(server.logged).toContain('warn room-rebuilt')

    const { doc, store } = server.rooms.room(agenda)
    expect(readItem(doc, item)?.title).toBe('Van iedereen')
    expect([...itemsMap(doc).keys()]).toEqual([item])
    expect(store.clientOwner(31_337)).toBeUndefined()
    const text = titleText(client.doc, item)
    if (text) setText(text, 'En verder')
    await until(doc, () => readItem(doc, item)?.title === 'En verder')
  })
})
