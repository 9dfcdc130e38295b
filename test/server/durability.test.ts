import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { type AgendaId, asId } from '../../shared/ids.ts'
import { Chance } from '../kit/chance.ts'
import { connectPlain, type PlainClient, synced, until } from '../kit/plain-client.ts'
import { freePort, type ServerProcess, startServerProcess } from '../kit/process.ts'
import { kindOf, RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, type Visitor } from '../kit/server.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(removeFolder)))

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-kill-'))
  folders.push(folder)
  return folder
}

describe('a server that is killed in the middle of edits', () => {
  it('[R1] [R2] has everything it called saved, and everything that a peer saw, 20 times over', {
    timeout: 300_000,
  }, async () => {
    const seed = 7
    const chance = new Chance(seed)
    const [folder, port] = [await newFolder(), await freePort()]
    let server: ServerProcess = await startServerProcess(folder, port)
    const coordinator = await server.signIn('coordinator')
    const editor = await server.signIn('beleidsadviseur-dordrecht')
    const agenda = await makeAgenda(server, coordinator)
    const saved = new Set<string>()
    const seen = new Set<string>()
    // The peer lives through all rounds: what it has, the server must take back without a word.
    const peer = connectPlain(server.url, agenda, editor)
    let refusals = 0
    peer.provider.on('closed', () => refusals++)
    itemsMap(peer.doc).observe((event) => {
      for (const key of event.keysChanged) seen.add(key)
    })

    for (let round = 0; round < 20; round++) {
      await writeUntilSaved(server, agenda, coordinator, `${round}`, 20 + chance.below(60), saved)
      await server.kill()
      expect(integrity(folder, agenda), `seed ${seed}, round ${round}`).toBe('ok')
      server = await startServerProcess(folder, port)
      const { doc, close } = await joined(server, agenda, editor)
      const there = new Set(itemsMap(doc).keys())
      expect(
        [...saved].filter((key) => !there.has(key)),
        `seed ${seed}, round ${round}: saved`,
      ).toEqual([])
      close()
      await synced(peer)
      expect([...seen].filter((key) => !itemsMap(peer.doc).has(key))).toEqual([])
    }
    const last = await joined(server, agenda, coordinator)
    await until(last.doc, () => [...seen].every((key) => itemsMap(last.doc).has(key)))
    expect(refusals).toBe(0)
    expect(saved.size).toBeGreaterThan(400)
    last.close()
    peer.close()
    await server.kill()
  })
})

describe('a server that is asked to stop', () => {
  it('[R5] commits, tells its clients to come back, and goes on where it was', async () => {
    const [folder, port] = [await newFolder(), await freePort()]
    let server = await startServerProcess(folder, port)
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const client = await joined(server, agenda, coordinator)
    itemsMap(client.doc).set('voor-het-slapen', new Y.Map())
    const raw = new RawClient(server.url, agenda, coordinator)
    await raw.opened()
    await until(client.doc, () => itemsMap(client.doc).has('voor-het-slapen'))
    const [code, exit] = await Promise.all([raw.closed, server.stop()])
    expect([code, exit]).toEqual([1012, 0])

    server = await startServerProcess(folder, port)
    await synced(client)
    const later = await joined(server, agenda, coordinator)
    expect(itemsMap(later.doc).has('voor-het-slapen')).toBe(true)
    later.close()
    client.close()
    await server.stop()
  })
})

/** Writes items one by one and resolves after so many are acknowledged; more are on their way then. */
async function writeUntilSaved(
  server: ServerProcess,
  agenda: AgendaId,
  as: Visitor,
  prefix: string,
  count: number,
  saved: Set<string>,
): Promise<void> {
  const client = new RawClient(server.url, agenda, as, { ours: true })
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

async function joined(server: ServerProcess, agenda: AgendaId, as: Visitor): Promise<PlainClient> {
  const client = connectPlain(server.url, agenda, as)
  await synced(client)
  return client
}

function integrity(folder: string, agenda: AgendaId): unknown {
  const sqlite = new Sqlite(join(folder, 'agendas', `${asId<AgendaId>(agenda)}.sqlite`), { readonly: true })
  const answer = sqlite.pragma('integrity_check', { simple: true })
  sqlite.close()
  return answer
}
