import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { bodyFragment } from '../../shared/document/read.ts'
import { createItem } from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { Chance } from '../kit/chance.ts'
import { Network, type Person } from './network.ts'

const item = asId<ItemId>('het-punt')
const seeds = 60

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const textOf = (doc: Y.Doc) => {
  const paragraph = bodyFragment(doc, item)?.get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

describe('people who make the same words bold and italic at once', () => {
  // Yjs tidies up overlapping marks with changes of its own, on the server as well; the one who sent the edit that caused
  // them has to hear of those too.
  it('[D6] all end with the same marks, and with the same deletions', async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const chance = new Chance(seed)
      const network = new Network(['coordinator', 'editor', 'editor'])
      await network.settle()
      const [first] = network.people as [Person, ...Person[]]
      createItem(first.doc, { id: item, title: 'Vet en schuin', duty: 'joint', rank: 'a0' })
      const paragraph = new Y.XmlElement('paragraph')
      bodyFragment(first.doc, item)?.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('woorden om op te maken')])
      await network.settle()
      for (let step = 0; step < 60; step++) {
        const person = chance.oneOf(network.people)
        if (chance.next() < 0.5) change(textOf(person.doc), chance)
        else network.deliver(person, 1 + chance.below(3))
      }
      await network.settle()
      const room = network.room.doc
      for (const { doc } of network.people) {
        expect(textOf(doc).toDelta(), `seed ${seed}`).toEqual(textOf(room).toDelta())
        expect(deletions(doc), `seed ${seed}`).toEqual(deletions(room))
      }
      network.close()
    }
  })
})

function change(text: Y.XmlText, chance: Chance): void {
  const from = chance.below(text.length)
  const length = chance.below(text.length - from)
  const what = chance.next()
  if (what < 0.5) text.format(from, length, { [chance.oneOf(['strong', 'em'])]: chance.next() < 0.6 ? {} : null })
  else if (what < 0.75) text.insert(from, 'xy')
  else if (length > 0 && text.length > 5) text.delete(from, Math.min(length, 4))
}

function deletions(doc: Y.Doc): unknown {
  return [...Y.createDeleteSetFromStructStore(doc.store).clients].sort(([a], [b]) => a - b)
}
