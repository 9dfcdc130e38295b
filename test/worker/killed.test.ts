import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { Chance } from '../kit/chance.ts'
import { connectPlain, type PlainClient, synced, until } from '../kit/plain-client.ts'
import { freePort } from '../kit/process.ts'
import { kindOf, RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, type Visitor } from '../kit/server.ts'
import { buildWorkerBundle, type WorkerBundle } from '../kit/worker-bundle.ts'
import { startWorkerdProcess, type WorkerdProcess } from '../kit/workerd.ts'

let bundle: WorkerBundle
let folder: string

beforeAll(async () => {
  bundle = await buildWorkerBundle()
  folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-workerd-'))
}, 60_000)

afterAll(() => Promise.all([folder, bundle.folder].map(removeFolder)))

describe('workerd that is killed in the middle of edits', () => {
  it('[R1] [R2] has everything it called saved, and everything that a peer saw, 20 times over', {
    timeout: 300_000,
  }, async () => {
    const seed = 11
    const chance = new Chance(seed)
    const port = await freePort()
    const data = join(folder, 'killed')
    let workerd = await startWorkerdProcess(bundle, data, port)
    const coordinator = await workerd.signIn('coordinator')
    const editor = await workerd.signIn('beleidsadviseur-dordrecht')
    const agenda = await makeAgenda(workerd, coordinator)
    const saved = new Set<string>()
    const seen = new Set<string>()
    // The peer lives through all rounds: what it has, the room must take back without a word.
    const peer = connectPlain(workerd.url, agenda, editor)
    let refusals = 0
    peer.provider.on('closed', () => refusals++)
    itemsMap(peer.doc).observe((event) => {
      for (const key of event.keysChanged) seen.add(key)
    })

    for (let round = 0; round < 20; round++) {
      await writeUntilSaved(workerd, agenda, coordinator, `${round}`, 20 + chance.below(40), saved)
      await workerd.kill()
      workerd = await startWorkerdProcess(bundle, data, port)
      const { doc, close } = await joined(workerd, agenda, editor)
      expect(
        [...saved].filter((key) => !itemsMap(doc).has(key)),
        `seed ${seed}, round ${round}: saved`,
      ).toEqual([])
      close()
      await synced(peer)
      expect([...seen].filter((key) => !itemsMap(peer.doc).has(key))).toEqual([])
    }
    const last = await joined(workerd, agenda, coordinator)
    await until(last.doc, () => [...seen].every((key) => itemsMap(last.doc).has(key)))
    expect(refusals).toBe(0)
    expect(saved.size).toBeGreaterThan(400)
    last.close()
    peer.close()
    await workerd.kill()
  })
})

describe('workerd that restarts while people are connected and write', () => {
  it('[R1] [D6] lets them come back by themselves and merges what they wrote, also of one who was away', {
    timeout: 60_000,
  }, async () => {
    const port = await freePort()
    const data = join(folder, 'restarted')
    let workerd = await startWorkerdProcess(bundle, data, port)
    const coordinator = await workerd.signIn('coordinator')
    const editor = await workerd.signIn('beleidsadviseur-dordrecht')
    const agenda = await makeAgenda(workerd, coordinator)
    const [mine, theirs, away] = await Promise.all([
      joined(workerd, agenda, coordinator),
      joined(workerd, agenda, editor),
      joined(workerd, agenda, editor),
    ])
    const keys: string[] = []
    const write = (name: string, { doc }: PlainClient) => {
      keys.push(name)
      itemsMap(doc).set(name, new Y.Map([['title', new Y.Text(name)]]))
    }
    away.provider.disconnect()
    write('weg-voor', away)
    for (const round of [1, 2, 3]) {
      write(`ik-voor-${round}`, mine)
      write(`zij-voor-${round}`, theirs)
      await workerd.kill()
      write(`ik-tijdens-${round}`, mine)
      write(`zij-tijdens-${round}`, theirs)
      workerd = await startWorkerdProcess(bundle, data, port)
      for (const { doc } of [mine, theirs]) await until(doc, () => hasAll(doc, keys.filter(isNotAway)))
    }
    write('weg-na', away)
    away.provider.connect()
    const everybody = [mine, theirs, away]
    await Promise.all(everybody.map(({ doc }) => until(doc, () => hasAll(doc, keys))))
    const late = await joined(workerd, agenda, coordinator)
    expect(new Set(itemsMap(late.doc).keys())).toEqual(new Set(keys))
    for (const { doc } of everybody) expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(late.doc))
    for (const client of [...everybody, late]) client.close()
    await workerd.kill()
  })
})

function isNotAway(key: string): boolean {
  return !key.startsWith('weg')
}

function hasAll(doc: Y.Doc, keys: string[]): boolean {
  return keys.every((key) => itemsMap(doc).has(key))
}

/** Writes items one by one and resolves after so many are acknowledged; more are on their way then. */
async function writeUntilSaved(
  workerd: WorkerdProcess,
  agenda: string,
  as: Visitor,
  prefix: string,
  count: number,
  saved: Set<string>,
): Promise<void> {
  const client = new RawClient(workerd.url, agenda, as, { ours: true })
  await client.opened()
  const doc = new Y.Doc()
  const keys: string[] = []
  doc.on('update', (update: Uint8Array) => client.send(updateFrame(update)))
  let acknowledged = 0
  client.socket.on('message', (data: Buffer) => {
    if (kindOf(data) !== 101) return
    for (; acknowledged < savedCount(data); acknowledged++) saved.add(keys[acknowledged] ?? '')
  })
  while (acknowledged < count) {
    const key = `punt-${prefix}-${keys.length}`
    keys.push(key)
    itemsMap(doc).set(key, new Y.Map())
    // Let the line breathe: an answer can only come in between.
    if (keys.length % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
    if (keys.length > count * 3) await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) >= count)
  }
}

async function joined(workerd: WorkerdProcess, agenda: string, as: Visitor): Promise<PlainClient> {
  const client = connectPlain(workerd.url, agenda, as)
  await synced(client)
  return client
}
