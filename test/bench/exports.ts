import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { fillDemo } from '../../server/demo/fill.ts'
import { bodyFragment, readItem, titleText } from '../../shared/document/read.ts'
import { readRichText, writeRichText } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import { duties } from '../../shared/item.ts'
import { ranksBetween } from '../../shared/rank.ts'
import { freePort, type ServerProcess, startServerProcess } from '../kit/process.ts'
import { RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, type Visitor } from '../kit/server.ts'
import { cpuMilliseconds, residentMegabytes } from './process-cost.ts'
import { median, quantile } from './statistics.ts'

const itemsInAgenda = 500
const rounds = 7
/** So many keys are typed before each file, with nothing else to do. */
const calmKeys = 40
/** A pause between keystrokes, in ms: somebody who types quickly. */
const betweenKeys = 60
const forms = ['pdf', 'odt'] as const

/**
 * What a file of 500 items, as rich as those of the demo, costs; and what somebody who writes on that agenda notices while
 * one after the other is made.
 */
export async function measureExports(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-bench-'))
  const server = await startServerProcess(folder, await freePort())
  const [coordinator, colleague] = await Promise.all(['coordinator', 'beleidsadviseur-dordrecht'].map(server.signIn))
  if (!coordinator || !colleague) throw new Error('nobody there')
  const agenda = await makeAgenda(server, coordinator)
  const filler = new RawClient(server.url, agenda, coordinator, { ours: true })
  await filler.opened()
  filler.send(updateFrame(largeAgenda()))
  await filler.frame((frame) => frame[0] === 101)
  filler.close()
  const typist = await startTypist(server, agenda, coordinator, colleague)

  const rows: Record<string, string | number>[] = []
  for (const form of forms) {
    const made: { wall: number; cpu: number; bytes: number }[] = []
    const quiet: number[] = []
    const meanwhile: number[] = []
    const before = residentMegabytes(server.child)
    let most = before
    for (let round = 0; round <= rounds; round++) {
      const start = cpuMilliseconds(server.child)
      const calm = await typist.type(calmKeys)
      const cpu = cpuMilliseconds(server.child)
      const perKey = (cpu - start) / calmKeys
      const at = performance.now()
      let isMaking = true
      const file = exported(server, agenda, coordinator, form).finally(() => {
        isMaking = false
      })
      const busy: number[] = []
      while (isMaking) {
        busy.push(...(await typist.type(5)))
        most = Math.max(most, residentMegabytes(server.child))
      }
      const bytes = await file
      // The first round starts the thread and compiles what is never compiled again.
      if (round === 0) continue
      made.push({
        wall: performance.now() - at,
        cpu: cpuMilliseconds(server.child) - cpu - busy.length * perKey,
        bytes,
      })
      quiet.push(...calm)
      meanwhile.push(...busy)
    }
    rows.push({
      form,
      'made in (ms)': median(made.map(({ wall }) => wall)),
      'CPU, less that of the typing (ms)': median(made.map(({ cpu }) => cpu)),
      'size (MB)': (made[0]?.bytes ?? 0) / 1e6,
      'resident before (MB)': before,
      'at most (MB)': most,
      'edit to saved p95, quiet (ms)': quantile(quiet, 0.95),
      'meanwhile p95 (ms)': quantile(meanwhile, 0.95),
      'meanwhile ÷ quiet': quantile(meanwhile, 0.95) / quantile(quiet, 0.95),
    })
  }
  typist.stop()
  await server.kill()
  await removeFolder(folder)
  return rows
}

async function exported(server: ServerProcess, agenda: string, { cookie }: Visitor, form: string): Promise<number> {
  const answer = await fetch(`${server.url}/api/v1/agendas/${agenda}/export/${form}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`No ${form}: ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}

type Typist = { type: (keys: number) => Promise<number[]>; stop: () => void }

/** Somebody who types in the title of an item of their own, with a colleague who looks on. */
async function startTypist(
  server: ServerProcess,
  agenda: string,
  coordinator: Visitor,
  colleague: Visitor,
): Promise<Typist> {
  const open = async (who: Visitor) => {
    const client = new RawClient(server.url, agenda, who, { ours: true })
    await client.opened()
    return client
  }
  const [writer, reader] = [await open(coordinator), await open(colleague)]
  const doc = new Y.Doc()
  const item = asId<ItemId>('getypt')
  write.createItem(doc, { id: item, title: '', duty: 'joint', rank: 'a0' })
  let sent = 1
  writer.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  await writer.frame((frame) => frame[0] === 101)
  const text = titleText(doc, item)
  if (!text) throw new Error('no title')
  const waiting = new Map<number, (at: number) => void>()
  writer.socket.on('message', (data: Buffer) => {
    if (data[0] !== 101) return
    const count = savedCount(data)
    for (const [number, saved] of waiting) {
      if (number > count) continue
      waiting.delete(number)
      saved(performance.now())
    }
  })
  doc.on('update', (update: Uint8Array) => writer.send(updateFrame(update)))
  return {
    /** Types so many keys; resolves with how long each took until it was saved, in ms. */
    async type(keys) {
      const taken: Promise<number>[] = []
      for (let key = 0; key < keys; key++) {
        sent += 1
        const number = sent
        const at = performance.now()
        taken.push(new Promise((resolve) => waiting.set(number, (saved) => resolve(saved - at))))
        text.insert(text.length % 100, 'a')
        await new Promise((resolve) => setTimeout(resolve, betweenKeys))
      }
      return Promise.all(taken)
    },
    stop() {
      writer.close()
      reader.close()
    },
  }
}

/** So many items, each with the texts and the facts of one of the demo. */
function largeAgenda(): Uint8Array {
  const demo = new Y.Doc()
  const examples = fillDemo(demo, '2026-11-22').flatMap((id) => readItem(demo, id) ?? [])
  const doc = new Y.Doc()
  const ranks = ranksBetween(undefined, undefined, itemsInAgenda)
  doc.transact(() => {
    for (let index = 0; index < itemsInAgenda; index++) {
      const example = examples[index % examples.length]
      const fragment = example && bodyFragment(demo, example.id)
      if (!example || !fragment) throw new Error('no example')
      const id = asId<ItemId>(`punt-${index}`)
      const duty = duties[index % duties.length] ?? 'joint'
      write.createItem(doc, { id, title: `${example.title} (${index})`, duty, rank: ranks[index] ?? '' })
      const body = bodyFragment(doc, id)
      if (body) writeRichText(body, readRichText(fragment))
      for (const { text, due } of example.agreements) {
        write.addAgreement(doc, id, { id: entry(), text, rank: 'a1', ...(due && { due }) })
      }
      for (const { name, date } of example.deadlines) {
        write.addDeadline(doc, id, { id: entry(), name, ...(date && { date }) })
      }
      for (const { name, unit, direction } of example.indicators) {
        write.addIndicator(doc, id, { id: entry(), name, unit, direction, baseline: 40, target: 0 })
      }
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

let entries = 0

function entry(): EntryId {
  entries += 1
  return asId<EntryId>(`deel-${entries}`)
}
