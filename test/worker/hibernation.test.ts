import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { awarenessFrame, kindOf, RawClient, readAwareness, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda } from '../kit/server.ts'
import { startTestWorker } from '../kit/worker.ts'

let worker: Awaited<ReturnType<typeof startTestWorker>>

beforeAll(async () => {
  worker = await startTestWorker()
}, 60_000)

afterAll(() => worker.stop())

describe('a room that sleeps while its sockets stay open', () => {
  it('[R1] [L5] goes on where it was: edits, what is saved, and who is where', async () => {
    const coordinator = await worker.signIn('coordinator')
    const editor = await worker.signIn('beleidsadviseur-dordrecht')
    const agenda = await makeAgenda(worker, coordinator)
    const sleep = () =>
      worker.harness.getWorker().evictDurableObject('AgendaRoom', { name: agenda, webSockets: 'hibernate' })
    const [mine, theirs] = [coordinator, editor].map((as) => new RawClient(worker.url, agenda, as, { ours: true })) as [
      RawClient,
      RawClient,
    ]
    await Promise.all([mine.opened(), theirs.opened()])
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => mine.send(updateFrame(update)))
    mine.send(awarenessFrame([{ client: doc.clientID, clock: 1, state: { item: 'een' } }]))
    await theirs.frame((frame) => kindOf(frame) === 1)

    for (const [index, key] of ['een', 'twee', 'drie'].entries()) {
      itemsMap(doc).set(key, new Y.Map())
      await mine.frame((frame) => kindOf(frame) === 101 && savedCount(frame) === index + 1)
      await sleep()
    }

    // Asleep, the room forgot everybody; it must still know who is here, and tell when they leave.
    const late = new RawClient(worker.url, agenda, editor, { ours: true })
    await late.opened()
    late.send(new Uint8Array([3]))
    const here = readAwareness(await late.frame((frame) => kindOf(frame) === 1))
    expect(here).toMatchObject([{ client: doc.clientID, state: { item: 'een', user: { person: 'coordinator' } } }])
    await sleep()
    mine.close()
    const gone = await theirs.frame(
      (frame) => kindOf(frame) === 1 && readAwareness(frame).some(({ state }) => state === null),
    )
    expect(readAwareness(gone)).toEqual([{ client: doc.clientID, clock: 1, state: null }])
    for (const client of [theirs, late]) client.close()
  })
})
