import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { bodyFragment, readItem, readItems, titleText } from '../../shared/document/read.ts'
import { readRichText, richTextToPlain, writeRichText } from '../../shared/document/rich-text.ts'
import { createItem, setText } from '../../shared/document/write.ts'
import { type AgendaId, asId, type ItemId, makeId } from '../../shared/ids.ts'
import { closedForGood, synced, until } from '../kit/plain-client.ts'
import { awarenessFrame, encode, kindOf, RawClient, readAwareness, savedCount, updateFrame } from '../kit/raw-client.ts'
import { useRegion } from '../kit/region.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'

/** What a live connection promises, in whatever runtime: rules A, G, H, L, N and R of shared/SPEC.md. */
export function liveContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, editor, parent, reader, open, join } = useRegion(start)

  function rawJoin(agenda: AgendaId, as: Visitor | undefined, options?: { ours?: boolean; query?: string }): RawClient {
    const client = new RawClient(server.url, agenda, as, options)
    open.push(client)
    return client
  }

  describe('an ordinary y-websocket client', () => {
    it('reads the demo agenda as docs/document.md says', async () => {
      const { doc } = await join(asId<AgendaId>('drechtsteden'), editor)

      expect(doc.getMap('agenda').get('title')).toBe('Ontwikkelagenda passend onderwijs en jeugdhulp')
      const first = doc.getMap('items').get('punt-01') as Y.Map<unknown>
      expect((first.get('title') as Y.Text).toString()).toContain('drie maanden thuis')
      expect(first.get('duty')).toBe('joint')
    })

    it('writes into it, and a colleague sees it letter by letter', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const [mine, theirs] = [await join(agenda, coordinator), await join(agenda, editor)]
      const item = makeId<ItemId>()

      createItem(mine.doc, { id: item, title: '', duty: 'joint', rank: 'a0' })
      const seen: string[] = []
      theirs.doc.on('update', () => seen.push(readItem(theirs.doc, item)?.title ?? ''))
      for (const title of ['S', 'Sa', 'Sam', 'Same', 'Samen']) {
        const text = titleText(mine.doc, item)
        if (text) setText(text, title)
      }

      await until(theirs.doc, () => readItem(theirs.doc, item)?.title === 'Samen')
      expect(seen.filter(Boolean)).toEqual(['S', 'Sa', 'Sam', 'Same', 'Samen'])
    })

    it('[L10] gets no message that the plain protocol does not have', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const plain = rawJoin(agenda, editor)
      await plain.opened()
      const doc = new Y.Doc()
      createItem(doc, { id: makeId<ItemId>(), title: 'Gewoon', duty: 'joint', rank: 'a0' })
      const watcher = await join(agenda, coordinator)
      plain.send(updateFrame(Y.encodeStateAsUpdate(doc)))
      await until(watcher.doc, () => readItems(watcher.doc).length === 1)

      expect(plain.frames.map(kindOf).filter((kind) => kind > 3)).toEqual([])
    })
  })

  describe('the door of a live connection', () => {
    it('[L8] answers 401 without a session', async () => {
      expect(await rawJoin(asId<AgendaId>('drechtsteden'), undefined).opened()).toBe(401)
    })

    it('[L8] [A2] answers 403 to a reader', async () => {
      expect(await rawJoin(asId<AgendaId>('drechtsteden'), reader).opened()).toBe(403)
    })

    it('[A3] answers 404 for an agenda that does not exist', async () => {
      expect(await rawJoin(asId<AgendaId>('nergens'), editor).opened()).toBe(404)
    })

    it('[S3] refuses a page of another website', async () => {
      const answer = await server
        .ask('/live/drechtsteden', {
          as: editor,
          headers: { origin: 'https://elders.example', upgrade: 'websocket', connection: 'upgrade' },
        })
        .catch(() => undefined)
      expect(answer?.status ?? 403).toBe(403)
    })

    it('[L9] sends away who knows another epoch of the room', async () => {
      const client = rawJoin(asId<AgendaId>('drechtsteden'), editor, { ours: true, query: '?epoch=vroeger' })
      expect(await client.closed).toBe(4409)
    })

    it('[L7] closes when its session ends', async () => {
      const guest = await server.signIn('directeur-swv-po')
      const client = rawJoin(asId<AgendaId>('drechtsteden'), guest)
      await client.opened()
      await server.ask('/api/v1/session', { as: guest, method: 'DELETE' })
      expect(await client.closed).toBe(4401)
    })
  })

  describe('our own client', () => {
    it('[L10] hears who it is here before anything else', async () => {
      const client = rawJoin(asId<AgendaId>('drechtsteden'), editor, { ours: true })
      const hello = await client.frame((frame) => kindOf(frame) === 100)
      expect(new TextDecoder().decode(hello.subarray(2))).toContain('"role":"editor"')
      expect(client.frames[0]).toBe(hello)
    })

    it('[R1] hears how many of its document frames are on the disk', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const client = rawJoin(agenda, editor, { ours: true })
      await client.opened()
      const doc = new Y.Doc()
      doc.on('update', (update: Uint8Array) => client.send(updateFrame(update)))
      for (let count = 0; count < 3; count++)
        createItem(doc, { id: makeId<ItemId>(), title: `Punt ${count}`, duty: 'joint', rank: 'a0' })
      await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) === 3)
    })

    it('[N1] hears the numbers that the room hands out', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const client = rawJoin(agenda, editor, { ours: true })
      const writer = await join(agenda, coordinator)
      const [first, second] = [makeId<ItemId>(), makeId<ItemId>()]
      createItem(writer.doc, { id: first, title: 'Een', duty: 'joint', rank: 'a0' })
      createItem(writer.doc, { id: second, title: 'Twee', duty: 'joint', rank: 'a1' })
      const event = await client.frame(
        (frame) => kindOf(frame) === 102 && new TextDecoder().decode(frame).includes(second),
      )
      expect(new TextDecoder().decode(event)).toContain(`"${second}":2`)

      const { items } = (await (await server.ask(`/api/v1/agendas/${agenda}/items`, { as: editor })).json()) as {
        items: unknown[]
      }
      expect(items).toMatchObject([
        { item: first, number: 1, addedBy: 'coordinator' },
        { item: second, number: 2 },
      ])
    })
  })

  describe('a connection', () => {
    it('is answered when it asks whether anybody is there', async () => {
      const client = rawJoin(asId<AgendaId>('drechtsteden'), editor, { ours: true })
      await client.opened()
      client.socket.send('ping')
      await client.frame((frame) => new TextDecoder().decode(frame) === 'pong')
    })

    it('[R1] [L2] takes some megabytes at once, says that they are saved, and gives them to who comes', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const client = rawJoin(agenda, editor, { ours: true })
      await client.opened()
      const doc = new Y.Doc()
      const [item, words] = [makeId<ItemId>(), 'lang '.repeat(20_000)]
      createItem(doc, { id: item, title: 'Lang', duty: 'joint', rank: 'a0' })
      const body = bodyFragment(doc, item)
      const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: words, marks: {} }] }
      if (body) writeRichText(body, Array(30).fill(paragraph))
      client.send(updateFrame(Y.encodeStateAsUpdate(doc)))
      await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) === 1)
      const { doc: theirs } = await join(agenda, coordinator)
      expect(richTextToPlain(readRichText(bodyFragment(theirs, item))).length).toBe(30 * words.length + 29)
    })
  })

  describe('someone who may not write', () => {
    it('[G4] is served, and its ordinary connect with a whole delete set is fine', async () => {
      const agenda = await makeAgenda(server, coordinator, 'template')
      const writer = await join(agenda, coordinator)
      const item = readItems(writer.doc)[0]
      const text = item && titleText(writer.doc, item.id)
      if (text) setText(text, 'Zo heet het nu')
      const parentClient = await join(agenda, parent)
      await until(parentClient.doc, () => readItems(parentClient.doc).some(({ title }) => title === 'Zo heet het nu'))
      parentClient.provider.disconnect()
      parentClient.provider.connect()
      await synced(parentClient)
      // What a plain client answers when it is asked for its state: everything it knows, deletions included.
      const raw = rawJoin(agenda, parent, { ours: true })
      await raw.opened()
      raw.send(updateFrame(Y.encodeStateAsUpdate(parentClient.doc), 1))
      await raw.frame((frame) => kindOf(frame) === 101 && savedCount(frame) === 1)
    })

    it('[A1] [G4] is closed with 4403 at its first new piece, and nothing changes anywhere', async () => {
      const agenda = await makeAgenda(server, coordinator, 'template')
      const watcher = await join(agenda, editor)
      const before = Y.encodeStateAsUpdate(watcher.doc)
      const intruder = await join(agenda, parent)
      const end = closedForGood(intruder)
      createItem(intruder.doc, { id: makeId<ItemId>(), title: 'Van mij', duty: 'joint', rank: 'a0' })
      expect(await end).toBe(4403)

      const later = await join(agenda, coordinator)
      expect(Y.encodeStateAsUpdate(later.doc)).toEqual(before)
      expect(Y.encodeStateAsUpdate(watcher.doc)).toEqual(before)
    })

    it('[A1] an editor may not touch the title of the agenda', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const client = await join(agenda, editor)
      const end = closedForGood(client)
      client.doc.getMap('agenda').set('title', 'Van ons alleen')
      expect(await end).toBe(4403)
    })

    it('[A1] may not delete either', async () => {
      const agenda = await makeAgenda(server, coordinator, 'template')
      const client = await join(agenda, parent)
      const end = closedForGood(client)
      const [item] = itemsMap(client.doc).keys()
      itemsMap(client.doc).delete(item ?? '')
      expect(await end).toBe(4403)
      const watcher = await join(agenda, editor)
      expect(itemsMap(watcher.doc).has(item ?? '')).toBe(true)
    })
  })

  describe('presence', () => {
    it('[L5] is stamped with the identity that the server knows, and echoed', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const client = rawJoin(agenda, parent)
      await client.opened()
      const user = { name: 'De wethouder', person: 'wethouder-zwijndrecht' }
      client.send(awarenessFrame([{ client: 4242, clock: 1, state: { item: 'punt-01', user, secret: 'x' } }]))
      const [entry] = readAwareness(await client.frame((frame) => kindOf(frame) === 1))
      expect(entry).toMatchObject({
        client: 4242,
        state: { item: 'punt-01', user: { person: 'voorzitter-ouderplatform' } },
      })
      expect(entry?.state).not.toHaveProperty('secret')
    })

    it('[L6] cannot be spoken for another, and who tries disturbs nobody', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const victim = await join(agenda, coordinator)
      victim.provider.awareness.setLocalState({ item: 'punt-02' })
      const watcher = rawJoin(agenda, editor)
      await watcher.opened()
      watcher.send(encode((encoder) => encoding.writeVarUint(encoder, 3)))
      const forger = rawJoin(agenda, parent)
      await forger.opened()
      await watcher.frame(
        (frame) => kindOf(frame) === 1 && readAwareness(frame).some(({ client }) => client === victim.doc.clientID),
      )
      const entries = [
        { client: 777, clock: 1, state: { item: 'punt-03' } },
        { client: victim.doc.clientID, clock: 99, state: { item: 'vervalst' } },
        { client: victim.doc.clientID, clock: 100, state: null },
      ]
      forger.send(awarenessFrame(entries))
      const seen = readAwareness(
        await watcher.frame(
          (frame) => kindOf(frame) === 1 && readAwareness(frame).some(({ client }) => client === 777),
        ),
      )
      expect(seen).toMatchObject([{ client: 777, state: { user: { person: 'voorzitter-ouderplatform' } } }])
      expect(JSON.stringify(watcher.frames.filter((frame) => kindOf(frame) === 1).map(readAwareness))).not.toContain(
        'vervalst',
      )
    })

    it('tells the others when somebody leaves, and only that somebody', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const stays = rawJoin(agenda, editor)
      await stays.opened()
      stays.send(awarenessFrame([{ client: 11, clock: 1, state: { item: 'a' } }]))
      const goes = rawJoin(agenda, coordinator)
      await goes.opened()
      goes.send(awarenessFrame([{ client: 22, clock: 1, state: { item: 'b' } }]))
      await stays.frame((frame) => kindOf(frame) === 1 && readAwareness(frame).some(({ client }) => client === 22))
      goes.close()
      const gone = await stays.frame(
        (frame) => kindOf(frame) === 1 && readAwareness(frame).some(({ state }) => state === null),
      )
      expect(readAwareness(gone)).toEqual([{ client: 22, clock: 1, state: null }])
    })
  })

  describe('history', () => {
    it('[H1] says who changed what in an item, per working burst', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const [mine, theirs] = [await join(agenda, coordinator), await join(agenda, editor)]
      const item = makeId<ItemId>()
      createItem(mine.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
      await until(theirs.doc, () => readItem(theirs.doc, item)?.title === 'Vervoer')
      for (const title of ['Vervoer n', 'Vervoer na', 'Vervoer naar school']) {
        const text = titleText(theirs.doc, item)
        if (text) setText(text, title)
      }
      await until(mine.doc, () => readItem(mine.doc, item)?.title === 'Vervoer naar school')
      const answer = await server.ask(`/api/v1/agendas/${agenda}/history?item=${item}`, { as: parent })
      const { changes } = (await answer.json()) as { changes: unknown[] }
      expect(changes).toMatchObject([
        { person: 'beleidsadviseur-dordrecht', field: 'title', before: 'Vervoer', after: 'Vervoer naar school' },
        { person: 'coordinator', field: 'title', before: null, after: 'Vervoer' },
      ])
    })
  })
}
