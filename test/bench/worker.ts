import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { bodyFragment } from '../../shared/document/read.ts'
import { type RichText, writeRichText } from '../../shared/document/rich-text.ts'
import { createItem, setItemValues } from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { duties } from '../../shared/item.ts'
import { ranksBetween } from '../../shared/rank.ts'
import { freePort } from '../kit/process.ts'
import { kindOf } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, type Visitor } from '../kit/server.ts'
import { startTestWorker } from '../kit/worker.ts'
import { buildWorkerBundle } from '../kit/worker-bundle.ts'
import { startWorkerdProcess, type WorkerdProcess } from '../kit/workerd.ts'
import { isStep, WritingClient } from '../kit/writing-client.ts'
import { Inspector } from './inspector.ts'
import { median, quantile } from './statistics.ts'

const sizes = [20, 200, 2000]
const repeats = 5
const sentence =
  'Leerlingen die met de bus naar school gaan, komen te vaak te laat. Samen kijken we naar de routes, de tijden en wie er meerijdt, zodat niemand meer dan drie kwartier onderweg is. '
const words: RichText = [{ type: 'paragraph', content: [{ type: 'text', text: sentence.repeat(2), marks: {} }] }]

/** What opening an agenda costs on workerd, from a cold start of the object to the answer of its first visitor. */
export async function measureWorkerOpening(): Promise<Record<string, string | number>[]> {
  const bundle = await buildWorkerBundle()
  const rows: Record<string, string | number>[] = []
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-bench-'))
    const port = await freePort()
    const first = await startWorkerdProcess(bundle, folder, port)
    const coordinator = await first.signIn('coordinator')
    const small = await makeAgenda(first, coordinator)
    const agenda = await makeAgenda(first, coordinator)
    const bytes = await fill(first, agenda, coordinator, size)
    await first.kill()
    const samples: { cpu: number; answer: number; live: number; peak: number }[] = []
    for (let repeat = 0; repeat < repeats; repeat++) {
      const workerd = await startWorkerdProcess(bundle, folder, port)
      // The program itself is compiled and warm, as it is where other agendas are open; only this one is not.
      await visit(workerd, small, coordinator)
      const inspector = await Inspector.connect(workerd.inspectorPort)
      const before = await inspector.heap('collected')
      const cpuBefore = cpuMilliseconds(workerd)
      const start = performance.now()
      await visit(workerd, agenda, coordinator)
      const answer = performance.now() - start
      const cpu = cpuMilliseconds(workerd) - cpuBefore
      const peak = (await inspector.heap('as it is')) - before
      const live = (await inspector.heap('collected')) - before
      samples.push({ cpu, answer, live, peak })
      inspector.close()
      await workerd.kill()
    }
    const of = (what: keyof (typeof samples)[number]) => median(samples.map((sample) => sample[what]))
    rows.push({
      items: size,
      'document (kB)': bytes / 1024,
      'processor (ms)': of('cpu'),
      'until the answer (ms)': of('answer'),
      'heap, before collecting (MiB)': of('peak') / 2 ** 20,
      'heap, in use (MiB)': of('live') / 2 ** 20,
    })
    await removeFolder(folder)
  }
  await removeFolder(bundle.folder)
  return rows
}

/** How long a room that sleeps with open sockets takes to answer a message, beside one that is awake. */
export async function measureWaking(): Promise<Record<string, string | number>[]> {
  const worker = await startTestWorker()
  const coordinator = await worker.signIn('coordinator')
  const rows: Record<string, string | number>[] = []
  for (const size of sizes) {
    const agenda = await makeAgenda(worker, coordinator)
    await fill(worker, agenda, coordinator, size)
    const client = new WritingClient(worker.url, agenda, coordinator)
    await client.raw.opened()
    const times: Record<'awake' | 'asleep', number[]> = { awake: [], asleep: [] }
    for (let repeat = 0; repeat < 25; repeat++) {
      for (const state of ['awake', 'asleep'] as const) {
        if (state === 'asleep') await worker.evict(agenda, 'hibernate')
        const echoed = client.next((frame) => kindOf(frame) === 1)
        const start = performance.now()
        client.sendPresence({ item: `punt-${repeat}` })
        await echoed
        times[state].push(performance.now() - start)
      }
    }
    client.leave()
    rows.push({
      items: size,
      'awake p50 (ms)': median(times.awake),
      'asleep p50 (ms)': median(times.asleep),
      'asleep p95 (ms)': quantile(times.asleep, 0.95),
    })
  }
  await worker.stop()
  return rows
}

/** Items with a text of some sixty words each, as people would write them. Gives how large the document became. */
async function fill(server: Pick<WorkerdProcess, 'url'>, agenda: string, as: Visitor, size: number): Promise<number> {
  const client = new WritingClient(server.url, agenda, as)
  await client.raw.opened()
  const { doc } = client
  for (const [index, rank] of ranksBetween(undefined, undefined, size).entries()) {
    const id = asId<ItemId>(`punt-${index}`)
    doc.transact(() => {
      createItem(doc, { id, title: `Punt ${index}: vervoer naar school`, duty: duties[index % 3] ?? 'joint', rank })
      setItemValues(doc, id, { priority: 'high', status: 'in-progress' })
      const body = bodyFragment(doc, id)
      if (body) writeRichText(body, words)
    })
    if (index % 50 === 49 || index === size - 1) client.sendUpdate()
  }
  await client.allSaved()
  client.leave()
  return Y.encodeStateAsUpdate(doc).length
}

/** Comes in, asks for everything, and goes when it is there. */
async function visit(server: Pick<WorkerdProcess, 'url'>, agenda: string, as: Visitor): Promise<void> {
  const client = new WritingClient(server.url, agenda, as)
  await client.raw.opened()
  client.askState()
  await client.raw.frame((frame) => isStep(frame, 'step2'))
  client.leave()
}

/** The processor time that the process has used, user and system, on Linux. */
function cpuMilliseconds({ child }: WorkerdProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
