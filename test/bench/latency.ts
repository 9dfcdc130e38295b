import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { titleText } from '../../shared/document/read.ts'
import { createItem } from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { freePort, startServerProcess } from '../kit/process.ts'
import { RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, type Visitor } from '../kit/server.ts'
import { cpuMilliseconds } from './process-cost.ts'
import { median, quantile } from './statistics.ts'

type Load = { name: string; writers: number; readers: number; editsEach: number; pause: number }
type Sample = { peer: number[]; saved: number[]; cpuPerEdit: number }
/** Opens one more connection to whatever is measured. */
type Connect = () => Promise<RawClient>

const loads: Load[] = [
  { name: '1 writer, 50 readers', writers: 1, readers: 50, editsEach: 300, pause: 10 },
  { name: '30 writers', writers: 30, readers: 0, editsEach: 30, pause: 100 },
]
const rounds = 4

/** How long an edit takes to a peer and to the disk, beside a relay that does nothing but pass frames on. */
export async function measureLatency(): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = []
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-bench-'))
  const server = await startServerProcess(folder, await freePort())
  const relay = await startRelay()
  const people = await Promise.all(
    ['coordinator', 'beleidsadviseur-dordrecht', 'directeur-swv-vo', 'directeur-swv-po', 'bestuurder-po'].map(
      server.signIn,
    ),
  )
  for (const load of loads) {
    const samples: Record<'board' | 'relay', Sample[]> = { board: [], relay: [] }
    // Side by side, again and again: whatever else the machine does, it does to both.
    for (let round = 0; round < rounds; round++) {
      const agenda = await makeAgenda(server, people[0] as Visitor)
      let next = 0
      const toBoard: Connect = async () => {
        const client = new RawClient(server.url, agenda, people[next++ % people.length], { ours: true })
        await client.opened()
        return client
      }
      const toRelay: Connect = async () => {
        const client = new RawClient(relay.url, 'x', undefined)
        await client.opened()
        return client
      }
      const relayed = await run(load, toRelay, relay.child)
      const written = await run(load, toBoard, server.child)
      // The first round only warms both up: what is compiled for the first time is no edit's cost.
      if (round === 0) continue
      samples.relay.push(relayed)
      samples.board.push(written)
    }
    const of = (what: 'board' | 'relay', part: number) => median(samples[what].map(({ peer }) => quantile(peer, part)))
    const cpu = (what: 'board' | 'relay') => median(samples[what].map(({ cpuPerEdit }) => cpuPerEdit))
    const saved = (part: number) => median(samples.board.map((sample) => quantile(sample.saved, part)))
    rows.push(
      ...(['relay', 'board'] as const).map((what) => ({
        load: load.name,
        what,
        'to peer p50 (ms)': of(what, 0.5),
        'p95 (ms)': of(what, 0.95),
        'p99 (ms)': of(what, 0.99),
        'to saved p50 (ms)': what === 'board' ? saved(0.5) : '',
        'saved p95 (ms)': what === 'board' ? saved(0.95) : '',
        'saved p99 (ms)': what === 'board' ? saved(0.99) : '',
        'CPU per edit (ms)': cpu(what),
      })),
      {
        load: load.name,
        what: 'board ÷ relay',
        'to peer p50 (ms)': of('board', 0.5) / of('relay', 0.5),
        'p95 (ms)': of('board', 0.95) / of('relay', 0.95),
        'p99 (ms)': of('board', 0.99) / of('relay', 0.99),
        'to saved p50 (ms)': '',
        'saved p95 (ms)': '',
        'saved p99 (ms)': '',
        'CPU per edit (ms)': cpu('board') / cpu('relay'),
      },
    )
  }
  relay.child.kill('SIGKILL')
  await server.kill()
  await removeFolder(folder)
  return rows
}

async function run(load: Load, connect: Connect, child: ChildProcess): Promise<Sample> {
  const sentAt = new Map<string, number>()
  const peer: number[] = []
  const saved: number[] = []
  const clients: RawClient[] = []
  for (let count = 0; count < load.writers + load.readers; count++) clients.push(await connect())
  const total = load.writers * load.editsEach * (clients.length - 1)
  const all = new Promise<void>((resolve) => {
    for (const client of clients) {
      client.socket.on('message', (data: Buffer) => {
        const key = keyOf(data)
        const at = key === undefined ? undefined : sentAt.get(key)
        if (at === undefined) return
        peer.push(performance.now() - at)
        if (peer.length === total) resolve()
      })
    }
  })
  const writers = await Promise.all(clients.slice(0, load.writers).map(prepare))
  const cpuBefore = cpuMilliseconds(child)
  await Promise.all(
    writers.map(async ({ client, text, doc, before }, index) => {
      const times: number[] = []
      let acknowledged = 0
      client.socket.on('message', (data: Buffer) => {
        if (data[0] !== 101) return
        for (const end = savedCount(data) - before; acknowledged < end; acknowledged++) {
          saved.push(performance.now() - (times[acknowledged] ?? Number.NaN))
        }
      })
      doc.on('update', (update: Uint8Array) => {
        const at = performance.now()
        times.push(at)
        sentAt.set(keyOf(updateFrame(update)) ?? '', at)
        client.send(updateFrame(update))
      })
      await pause((index * load.pause) / load.writers)
      for (let count = 0; count < load.editsEach; count++) {
        text.insert(text.length, 'a')
        await pause(load.pause)
      }
    }),
  )
  await all
  const cpuPerEdit = (cpuMilliseconds(child) - cpuBefore) / (load.writers * load.editsEach)
  for (const client of clients) client.close()
  return { peer, saved, cpuPerEdit }
}

/** Each writer types in an item of its own. */
async function prepare(client: RawClient): Promise<{ client: RawClient; doc: Y.Doc; text: Y.Text; before: number }> {
  const doc = new Y.Doc()
  const item = asId<ItemId>(`punt-${doc.clientID}`)
  createItem(doc, { id: item, title: '', duty: 'joint', rank: 'a0' })
  client.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  const text = titleText(doc, item)
  if (!text) throw new Error('no title')
  await pause(200)
  return { client, doc, text, before: 1 }
}

/** Which edit a document frame holds: its first client and clock. */
function keyOf(frame: Uint8Array): string | undefined {
  if (frame[0] !== 0 || frame[1] !== 2) return undefined
  const decoder = decoding.createDecoder(frame.subarray(2))
  const update = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  if (decoding.readVarUint(update) === 0) return undefined
  decoding.readVarUint(update)
  return `${decoding.readVarUint(update)}:${decoding.readVarUint(update)}`
}

async function startRelay(): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'relay.ts')], {
    env: { PATH: process.env.PATH, PORT: String(port) },
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return { url: `http://127.0.0.1:${port}`, child }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
