import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { ping, pong } from '../../shared/wire.ts'
import { type Connection, makeConnection } from '../../web/live/connection.ts'
import { kindOf, RawClient, readAwareness, savedCount } from '../kit/raw-client.ts'
import { makeAgenda, type Visitor } from '../kit/server.ts'
import { startWatchedWorker } from '../kit/worker.ts'
import { WritingClient } from '../kit/writing-client.ts'

let worker: Awaited<ReturnType<typeof startWatchedWorker>>
let coordinator: Visitor
let editor: Visitor

beforeAll(async () => {
  worker = await startWatchedWorker()
  coordinator = await worker.signIn('coordinator')
  editor = await worker.signIn('beleidsadviseur-dordrecht')
}, 60_000)

afterEach(() => {
  vi.useRealTimers()
})

afterAll(() => worker.stop())

describe('a room that sleeps with open sockets', () => {
  it('[L5] wakes within 100 ms, and knows who is where', async () => {
    const agenda = await makeAgenda(worker, coordinator, 'template')
    const mine = new WritingClient(worker.url, agenda, coordinator)
    const theirs = new WritingClient(worker.url, agenda, editor)
    await Promise.all([mine.raw.opened(), theirs.raw.opened()])
    const placed = mine.next((frame) => kindOf(frame) === 1)
    theirs.sendPresence({ item: 'vervoer', field: 'title' })
    await placed
    const times: number[] = []
    for (let count = 0; count < 9; count++) {
      await worker.evict(agenda, 'hibernate')
      worker.ran()
      const answered = theirs.next((frame) => kindOf(frame) === 1)
      const start = performance.now()
      mine.sendPresence({ item: `punt-${count}` })
      const [seen] = readAwareness(await answered)
      times.push(performance.now() - start)
      expect(worker.ran()).toEqual(['constructor', 'webSocketMessage'])
      expect(seen).toMatchObject({
        client: mine.doc.clientID,
        state: { item: `punt-${count}`, user: { person: 'coordinator' } },
      })
    }
    // Not the slowest: what else this machine does at the moment is not the room's. The bench has them all.
    expect(times.sort((a, b) => a - b)[2], times.join(', ')).toBeLessThan(100)

    await worker.evict(agenda, 'hibernate')
    const late = new RawClient(worker.url, agenda, editor, { ours: true })
    await late.opened()
    late.send(new Uint8Array([3]))
    const here = readAwareness(await late.frame((frame) => kindOf(frame) === 1))
    expect(new Map(here.map(({ client, state }) => [client, (state as { item: string }).item]))).toEqual(
      new Map([
        [mine.doc.clientID, 'punt-8'],
        [theirs.doc.clientID, 'vervoer'],
      ]),
    )
    for (const client of [mine, theirs]) client.leave()
    late.close()
  })

  it('[L5] remembers the largest place that somebody may have said', async () => {
    const agenda = await makeAgenda(worker, coordinator)
    const mine = new WritingClient(worker.url, agenda, coordinator)
    await mine.raw.opened()
    const echoed = mine.next((frame) => kindOf(frame) === 1)
    // Beyond Latin letters: each takes two bytes where it is kept, three on the wire.
    const cursor = { anchor: 'ŵ'.repeat(1_900), head: null }
    mine.sendPresence({ item: 'vervoer', cursor })
    await echoed
    await worker.evict(agenda, 'hibernate')
    const late = new RawClient(worker.url, agenda, editor, { ours: true })
    await late.opened()
    late.send(new Uint8Array([3]))
    const here = readAwareness(await late.frame((frame) => kindOf(frame) === 1))
    expect(here).toMatchObject([{ client: mine.doc.clientID, state: { cursor } }])
    mine.leave()
    late.close()
  })

  it('is not woken by signs of life: the platform answers them', async () => {
    const agenda = await makeAgenda(worker, coordinator)
    const client = new RawClient(worker.url, agenda, coordinator, { ours: true })
    await client.opened()
    await client.frame((frame) => kindOf(frame) === 100)
    await worker.evict(agenda, 'hibernate')
    worker.ran()
    for (let count = 0; count < 20; count++) {
      const answer = new Promise((resolve) => client.socket.once('message', (data) => resolve(String(data))))
      client.socket.send(ping)
      expect(await answer).toBe(pong)
    }
    expect(worker.ran()).toEqual([])
    // And the watch that tells so does see it wake.
    const answered = client.frame((frame) => kindOf(frame) === 0)
    client.send(new Uint8Array([0, 0, 1, 0]))
    await answered
    expect(worker.ran()).toEqual(['constructor', 'webSocketMessage'])
    client.close()
  })
})

describe('our client, idle, with its tab open', () => {
  it('[R1] lets the room sleep for as long as it likes, and is in touch all the while', async () => {
    const agenda = await makeAgenda(worker, coordinator)
    // From here on this test moves the intervals: the client's, y-websocket's and those of the awareness protocol.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { connection, doc, awareness, heard, hears } = await open(agenda, coordinator)
    awareness.setLocalState({ item: 'een' })
    await hears(() => heard.sent > 0 && heard.saved === heard.sent)
    await worker.evict(agenda, 'hibernate')
    worker.ran()

    const minutes = 30
    for (let count = 1; count <= minutes * 4; count++) {
      vi.advanceTimersByTime(15_000)
      await hears(() => heard.pongs === count)
    }
    expect(worker.ran()).toEqual([])

    itemsMap(doc).set('twee', new Y.Map())
    await hears(() => heard.saved === heard.sent)
    expect(worker.ran()).toEqual(['constructor', 'webSocketMessage'])
    connection.close()
  })
})

/** The connection that the web app uses, in this process. */
async function open(agenda: AgendaId, as: Visitor) {
  const heard = { sent: 0, saved: 0, pongs: 0 }
  let listener = () => {}
  class SocketWithCookie extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // Node's own WebSocket takes headers where a browser's takes protocols.
      super(url, { protocols, headers: { cookie: as.cookie } } as unknown as string[])
      this.addEventListener('message', ({ data }) => {
        const frame = data instanceof ArrayBuffer ? new Uint8Array(data) : undefined
        if (data === pong) heard.pongs += 1
        if (frame && kindOf(frame) === 101) heard.saved = savedCount(frame)
        listener()
      })
    }
  }
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const answer = await worker.ask(`/api/v1/agendas/${agenda}`, { as })
  const { epoch } = (await answer.json()) as { epoch: string }
  const origin = worker.url.replace('http', 'ws')
  const nothing = () => {}
  const connection = await new Promise<Connection>((resolve) => {
    const sent = (count: number) => {
      heard.sent = count
    }
    const events = { hello: nothing, event: nothing, documentFrameSent: sent, saved: nothing, stamped: nothing }
    const made: Connection = makeConnection({ origin, agenda, epoch, socket: () => SocketWithCookie }, doc, awareness, {
      ...events,
      status: nothing,
      synced: () => resolve(made),
      ended: nothing,
      failed: nothing,
    })
    made.connect()
  })
  /** Resolves when what was heard from the room satisfies the condition. */
  const hears = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      listener = () => {
        if (isSo()) resolve()
      }
      listener()
    })
  return { connection, doc, awareness, heard, hears }
}
