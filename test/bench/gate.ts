import * as Y from 'yjs'
import { judge } from '../../server/rooms/gate/judge.ts'
import type { Sender } from '../../server/rooms/gate/verdict.ts'
import { bodyFragment, titleText } from '../../shared/document/read.ts'
import { writeRichText } from '../../shared/document/rich-text.ts'
import { createItem } from '../../shared/document/write.ts'
import { asId, type ItemId, type PersonId } from '../../shared/ids.ts'
import { median } from './statistics.ts'

const keystrokes = 3000
const rounds = 7

/** What the gate adds to a keystroke: applying it as any Yjs server does, and judging it before. */
export function measureGate(): Record<string, string | number>[] {
  return [300, 2000].flatMap((items) => {
    const server = agendaOf(items)
    return [
      { where: 'in a title', typed: keystrokesIn(server, (doc) => titleText(doc, itemAt(items / 2))) },
      { where: 'in a body', typed: keystrokesIn(server, (doc) => wordsOf(doc, itemAt(items / 2))) },
    ].map(({ where, typed }) => {
      const times: { plain: number; gated: number }[] = []
      // Turn by turn, so that what the machine does meanwhile falls on both.
      for (let round = 0; round < rounds; round++)
        times.push({ plain: microseconds(server, typed, false), gated: microseconds(server, typed, true) })
      const [plain, gated] = [median(times.map((time) => time.plain)), median(times.map((time) => time.gated))]
      return { items, keystroke: where, 'apply (µs)': plain, 'gate + apply (µs)': gated, ratio: gated / plain }
    })
  })
}

const itemAt = (index: number) => asId<ItemId>(`punt-${index}`)

function agendaOf(items: number): Uint8Array {
  const doc = new Y.Doc()
  for (let index = 0; index < items; index++) {
    createItem(doc, { id: itemAt(index), title: `Punt ${index}`, duty: 'joint', rank: 'a0' })
    const body = bodyFragment(doc, itemAt(index))
    if (body) writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: 'Aanleiding', marks: {} }] }])
  }
  return Y.encodeStateAsUpdate(doc)
}

/** One update for each letter, as somebody sends them who types on. */
function keystrokesIn(server: Uint8Array, textOf: (doc: Y.Doc) => Y.Text | undefined): Uint8Array[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, server)
  const text = textOf(doc)
  if (!text) throw new Error('every item has texts')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let count = 0; count < keystrokes; count++) text.insert(text.length, 'x')
  return updates
}

function wordsOf(doc: Y.Doc, item: ItemId): Y.XmlText {
  const paragraph = bodyFragment(doc, item)?.get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

/** What a keystroke costs on the server: the mean over all of them, in a document of its own. */
function microseconds(server: Uint8Array, updates: readonly Uint8Array[], isGated: boolean): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, server)
  // As in the room: somebody listens, so that Yjs encodes what it takes in.
  doc.on('update', () => {})
  const person = asId<PersonId>('anna')
  const sender: Sender = { person, role: 'editor', epoch: 'nu', ownerOf: () => ({ person, epoch: 'nu' }) }
  const start = cpuTime()
  for (const update of updates) {
    if (isGated && judge(doc, update, sender).answer !== 'accepted') throw new Error('a keystroke is fine')
    Y.applyUpdate(doc, update)
  }
  const took = cpuTime() - start
  doc.destroy()
  return took / updates.length
}

/** What this thread has worked, in microseconds: what else the machine does does not count. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}
