import type Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { writeRichText } from '../../shared/document/rich-text.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { kindOf, RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
const databases = new Map<string, Sqlite.Database>()
let now = Date.now()

beforeAll(async () => {
  server = await startTestServer({ clock: () => now, opened: (file, sqlite) => databases.set(file, sqlite) })
})

afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
})

const isEvent = (text: string) => (frame: Uint8Array) =>
  kindOf(frame) === 102 && new TextDecoder().decode(frame).includes(text)

describe('a disk that is full', () => {
  it('[R4] makes the room read-only, which it says; reading goes on, and it resumes with nothing lost', async () => {
    const coordinator = await server.signIn('coordinator')
    const editor = await server.signIn('beleidsadviseur-dordrecht')
    const agenda = await makeAgenda(server, coordinator)
    const sqlite = databases.get([...databases.keys()].find((file) => file.includes(agenda)) ?? '')
    const pages = Number(sqlite?.pragma('page_count', { simple: true }))
    sqlite?.pragma(`max_page_count = ${pages + 10}`)

    const client = new RawClient(server.url, agenda, editor, { ours: true })
    await client.opened()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => {
      updates.push(update)
      client.send(updateFrame(update))
    })
    itemsMap(doc).set('past-nog', new Y.Map())
    await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) === 1)
    const body = new Y.XmlFragment()
    writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(200_000), marks: {} }] }])
    itemsMap(doc).set('past-niet', new Y.Map([['body', body]]))
    await client.frame(isEvent('"readOnly":true'))
    itemsMap(doc).set('daarna', new Y.Map())

    const reader = connectPlain(server.url, agenda, coordinator)
    await synced(reader)
    expect([...itemsMap(reader.doc).keys()]).toEqual(['past-nog'])
    expect((await server.ask(`/api/v1/agendas/${agenda}`, { as: coordinator })).status).toBe(200)
    expect(client.frames.filter((frame) => kindOf(frame) === 101).map(savedCount)).toEqual([1])

    sqlite?.pragma('max_page_count = 1000000')
    now += 60_000
    server.rooms.room(agenda).wake()
    await client.frame(isEvent('"readOnly":false'))
    // Asked for what was not taken in, the client sends all it has, as any y-websocket client does.
    await client.frame((frame) => frame[0] === 0 && frame[1] === 0)
    client.send(updateFrame(Y.encodeStateAsUpdate(doc), 1))
    await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) === 4)
    await until(reader.doc, () => itemsMap(reader.doc).has('daarna') && itemsMap(reader.doc).has('past-niet'))
    reader.close()
    client.close()
  })

  it('[R1] a sync that fails is never reported as saved, and the room stays read-only', async () => {
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const room = server.rooms.room(agenda)
    // The database's own promise of durability is the one thing that cannot be made to fail from outside.
    Object.assign(room.database, { durable: () => Promise.reject(new Error('EIO')) })
    const client = new RawClient(server.url, agenda, coordinator, { ours: true })
    await client.opened()
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => client.send(updateFrame(update)))
    itemsMap(doc).set('een', new Y.Map())
    await client.frame(isEvent('"readOnly":true'))
    itemsMap(doc).set('twee', new Y.Map())
    const late = new RawClient(server.url, agenda, coordinator, { ours: true })
    await late.frame((frame) => kindOf(frame) === 100 && new TextDecoder().decode(frame).includes('"readOnly":true'))
    expect(client.frames.some((frame) => kindOf(frame) === 101)).toBe(false)
    expect(room.doc.getMap('items').has('twee')).toBe(false)
    client.close()
    late.close()
  })
})

describe('a command of the record', () => {
  it('[R1] is not answered as done when its sync fails, and nothing is called saved from then on', async () => {
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const room = server.rooms.room(agenda)
    const { durable } = room.database
    Object.assign(room.database, { durable: () => Promise.reject(new Error('EIO')) })
    const visit = () => server.ask(`/api/v1/agendas/${agenda}/visit`, { as: coordinator, method: 'PUT' })
    expect((await visit()).status).toBe(503)
    // The system tells of it once; from then on its syncs succeed, over what was lost.
    Object.assign(room.database, { durable })
    expect((await visit()).status).toBe(503)
    expect(room.readOnly).toBe(true)
  })
})

describe('a turn that fails for a reason nobody foresaw', () => {
  it('[G5] leaves the room as the log has it, and the one who sent it comes back', async () => {
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const room = server.rooms.room(agenda)
    const client = new RawClient(server.url, agenda, coordinator, { ours: true })
    await client.opened()
    const unforeseen = () => {
      throw new Error('unforeseen')
    }
    Object.assign(room.store, { clientOwner: unforeseen })
    const doc = new Y.Doc()
    doc.getMap('agenda').set('title', 'Nooit opgeslagen')
    client.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    expect(await client.closed).toBe(1012)
    expect(server.logged).toContain('error turn-failed')
    expect(room.doc.getMap('agenda').get('title')).toBe('Proefagenda')
  })
})
