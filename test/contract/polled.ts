import { nanoid } from 'nanoid'
import { describe, expect, it } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import type { AgendaId } from '../../shared/ids.ts'
import {
  closeHeader,
  type PolledRequest,
  packFrames,
  polledParameters,
  unpackFrames,
} from '../../shared/polled-frames.ts'
import { makePolledSocketClass } from '../../web/live/polled-socket.ts'
import { connectPlain, type PlainClient, synced, until } from '../kit/plain-client.ts'
import { awarenessFrame, kindOf, savedCount, updateFrame } from '../kit/raw-client.ts'
import { useRegion } from '../kit/region.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'

/** The live connection over plain HTTP promises what a WebSocket promises (rule L11). */
export function polledContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, editor, parent, reader, open } = useRegion(start)

  function polledClient(agenda: AgendaId, as: Visitor): PlainClient {
    const doc = new Y.Doc()
    const withCookie: typeof fetch = (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, cookie: as.cookie } })
    const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/live`, agenda, doc, {
      WebSocketPolyfill: makePolledSocketClass(withCookie),
      disableBc: true,
      maxBackoffTime: 100,
    })
    const client = { doc, provider, close: () => provider.destroy() }
    open.push(client)
    return client
  }

  function ask(agenda: AgendaId, as: Visitor, request: PolledRequest, frames?: Uint8Array[]): Promise<Response> {
    return server.ask(`/live/${agenda}?${new URLSearchParams(polledParameters(request))}`, {
      as,
      method: 'POST',
      ...(frames && { body: packFrames(frames) }),
    })
  }

  async function framesOf(answer: Response): Promise<Uint8Array[]> {
    return unpackFrames(new Uint8Array(await answer.arrayBuffer())) ?? []
  }

  it('[L11] carries the edits of two people, one of them on a WebSocket, both ways', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const polled = polledClient(agenda, coordinator)
    const other = connectPlain(server.url, agenda, editor)
    open.push(other)
    await Promise.all([synced(polled), synced(other)])

    itemsMap(polled.doc).set('een', new Y.Map([['title', new Y.Text('Vervoer')]]))
    await until(other.doc, () => itemsMap(other.doc).has('een'))
    const title = (itemsMap(other.doc).get('een') as Y.Map<Y.Text>).get('title')
    title?.insert(7, ' naar school')
    await until(polled.doc, () => JSON.stringify(itemsMap(polled.doc)).includes('Vervoer naar school'))
  })

  it('[L11] says what is saved, and does nothing twice when an answer was lost', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const connection = nanoid()
    const opened = await ask(agenda, coordinator, { connection, does: 'open', epoch: undefined, ours: true })
    expect((await framesOf(opened)).map(kindOf)).toEqual([100])

    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    itemsMap(doc).set('een', new Y.Map())
    const frames = [
      awarenessFrame([{ client: doc.clientID, clock: 1, state: {} }]),
      ...updates.map((update) => updateFrame(update)),
    ]
    for (let time = 0; time < 2; time++) {
      const sent = await ask(agenda, coordinator, { connection, does: 'send', count: 1 }, frames)
      expect(sent.status).toBe(204)
    }
    let count = 2
    let received: Uint8Array[] = []
    while (!received.some((frame) => kindOf(frame) === 101 && savedCount(frame) === 1)) {
      const request = { connection, does: 'receive' as const, count }
      const batch = await framesOf(await ask(agenda, coordinator, request))
      // Asked again, as after a lost answer, it is the same batch.
      expect(await framesOf(await ask(agenda, coordinator, request))).toEqual(batch)
      received = [...received, ...batch]
      count += 1
    }
    expect(received.filter((frame) => kindOf(frame) === 101).map(savedCount)).toEqual([1])
  })

  it('[L8] [A2] is not for readers, and not for others on an agenda that is not theirs', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const request: PolledRequest = { connection: nanoid(), does: 'open', epoch: undefined, ours: true }
    expect((await ask(agenda, reader, request)).status).toBe(403)
    expect(
      (await server.ask(`/live/${agenda}?${new URLSearchParams(polledParameters(request))}`, { method: 'POST' }))
        .status,
    ).toBe(401)
    expect((await ask('een-andere' as AgendaId, coordinator, request)).status).toBe(404)
  })

  it('[G4] ends with 4403 when a commenter writes, and its end is told as on a WebSocket', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const connection = nanoid()
    await ask(agenda, parent, { connection, does: 'open', epoch: undefined, ours: true })
    const doc = new Y.Doc()
    itemsMap(doc).set('een', new Y.Map())
    const answer = await ask(agenda, parent, { connection, does: 'send', count: 1 }, [
      updateFrame(Y.encodeStateAsUpdate(doc)),
    ])
    expect(answer.status).toBe(410)
    expect(answer.headers.get(closeHeader)).toBe('4403')
  })

  it('[L11] is not reached by somebody else who knows its name', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const connection = nanoid()
    await ask(agenda, coordinator, { connection, does: 'open', epoch: undefined, ours: true })
    const answer = await ask(agenda, editor, { connection, does: 'receive', count: 2 })
    expect(answer.status).toBe(410)
    expect(answer.headers.get(closeHeader)).toBe('1012')
  })

  describe('what is not as agreed', () => {
    it.each(['', 'connection=kort&does=open', 'connection=aaaaaaaaaaaaaaaaaaaaa&does=receive&count=-1'])(
      'is answered as invalid: %s',
      async (query) => {
        const agenda = await makeAgenda(server, coordinator)
        const answer = await server.ask(`/live/${agenda}?${query}`, { as: coordinator, method: 'POST' })
        expect(answer.status).toBe(422)
      },
    )
  })
}
