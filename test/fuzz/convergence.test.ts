import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import {
  bodyFragment,
  readAgendaHead,
  readItem,
  readItemIds,
  readItems,
  readThemes,
  titleText,
} from '../../shared/document/read.ts'
import { readRichText } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { compareRanked } from '../../shared/rank.ts'
import type { Role } from '../../shared/roles.ts'
import { Chance } from '../kit/chance.ts'
import { act, type Edit, edits, Ledger, membersIn, wordsIn } from './deeds.ts'
import { Network, type Person } from './network.ts'

// Rules D4, D5, D6 and T2: people at work, with all that can happen to their lines, windows and the room, in any order.

const events = [
  'deliver',
  'deliver',
  'deliver',
  'deliver',
  'deliver',
  'cut',
  'connect',
  'connect',
  'start again',
  'stop room',
  'kill room',
] as const
type Event = (typeof events)[number]
type Step = { who: number; deed: Edit | Event; chance: number }

function everythingIn(doc: Y.Doc): unknown {
  const items = readItems(doc).sort(compareRanked)
  return {
    head: readAgendaHead(doc),
    themes: readThemes(doc),
    items: items.map((item) => ({ ...item, body: readRichText(bodyFragment(doc, item.id)) })),
  }
}

function isEvent(deed: Edit | Event): deed is Event {
  return events.some((event) => event === deed)
}

async function happen(network: Network, person: Person, event: Event, chance: number): Promise<void> {
  switch (event) {
    case 'deliver':
      return network.deliver(person, 1 + (chance % 4))
    case 'cut':
      return network.cut(person)
    case 'connect':
      return network.connect(person)
    case 'start again':
      network.cut(person)
      return person.startAgain()
    case 'stop room':
      return await network.restart('stopped')
    case 'kill room':
      return await network.restart('killed')
    default:
      event satisfies never
  }
}

async function work(roles: readonly Role[], steps: readonly Step[]): Promise<{ network: Network; ledger: Ledger }> {
  const network = new Network(roles)
  const ledger = new Ledger()
  for (const person of network.people) network.connect(person)
  for (const { who, deed, chance } of steps) {
    const person = network.people[who % network.people.length]
    if (!person) continue
    if (isEvent(deed)) await happen(network, person, deed, chance)
    else if (person.role !== 'commenter')
      ledger.watch(person.doc, () => act(network, ledger, person, deed, new Chance(chance)))
  }
  await network.settle()
  return { network, ledger }
}

function expectOneDocument({ network, ledger }: { network: Network; ledger: Ledger }): void {
  const { room, people } = network
  const here = everythingIn(room.doc)
  const replay = new Y.Doc()
  for (const { bytes } of room.store.log()) Y.applyUpdate(replay, bytes)
  for (const doc of [replay, ...people.map((person) => person.doc)]) {
    expect(everythingIn(doc)).toEqual(here)
    expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(room.doc))).toBe(true)
    expect(doc.store.pendingStructs).toBeNull()
  }
  for (const person of people) {
    expect(person.dismissals).toEqual([])
    expect(person.line?.saved).toBe(person.line?.documentFrames)
  }
  const letters = [...wordsIn(room.doc)]
  for (const token of ledger.written) {
    if (!ledger.erased.has(token)) expect(letters.filter((letter) => letter === token)).toEqual([token])
  }
  expect(wordsIn(room.doc).isWellFormed()).toBe(true)

  expect(new Set(readItemIds(room.doc))).toEqual(ledger.items)
  expect(room.store.items().map(({ number }) => number)).toEqual([...ledger.items].map((_, index) => index + 1))
  const members = membersIn(room.doc)
  for (const member of ledger.added) if (!ledger.takenOut.has(member)) expect(members).toContain(member)
}

// FUZZ_SEED and FUZZ_RUNS give other chances, and more of them.
const seed = Number(process.env.FUZZ_SEED ?? 20261122)
const numRuns = Number(process.env.FUZZ_RUNS ?? 100)
const roles = fc
  .integer({ min: 2, max: 6 })
  .map((count) =>
    Array.from(
      { length: count },
      (_, index): Role => (index === 0 ? 'coordinator' : index === 3 ? 'commenter' : 'editor'),
    ),
  )
const steps = fc.array(
  fc.record({ who: fc.nat({ max: 5 }), deed: fc.constantFrom(...edits, ...events), chance: fc.nat() }),
  {
    minLength: 5,
    maxLength: 120,
    size: 'max',
  },
)

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterAll(() => void vi.useRealTimers())

describe('people who write one agenda at the same time', () => {
  it('[D6] [D4] [D5] all end with one document, in which nothing that was written is missing', async () => {
    await fc.assert(
      fc.asyncProperty(roles, steps, async (table, list) => {
        const worked = await work(table, list)
        expectOneDocument(worked)
        worked.network.close()
      }),
      // Looking for a shorter failure ends in time to be printed.
      { seed, numRuns, interruptAfterTimeLimit: 30_000 + 300 * numRuns },
    )
  }, 600_000)

  const [item, other] = [asId<ItemId>('punt'), asId<ItemId>('ander')]

  /** Two editors who both have an agenda of two items, and then are cut off. */
  async function twoApart(): Promise<{ network: Network; anna: Person; bram: Person }> {
    const network = new Network(['editor', 'editor'])
    const [anna, bram] = network.people as [Person, Person]
    write.createItem(anna.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
    write.createItem(anna.doc, { id: other, title: 'Huisvesting', duty: 'joint', rank: 'a1' })
    await network.settle()
    for (const person of network.people) network.cut(person)
    return { network, anna, bram }
  }

  it('[D4] have an item that two of them moved once, in one place', async () => {
    const { network, anna, bram } = await twoApart()
    write.moveItem(anna.doc, item, { duty: 'municipality', rank: 'a5' })
    write.moveItem(bram.doc, item, { duty: 'school-boards', rank: 'Zz' })
    await network.settle()
    for (const { doc } of [anna, bram, network.room]) {
      expect(readItems(doc).filter(({ title }) => title === 'Vervoer')).toEqual([readItem(anna.doc, item)])
    }
    expect(['municipality', 'school-boards']).toContain(readItem(anna.doc, item)?.duty)
    network.close()
  })

  it('[D5] have both of two additions to a set', async () => {
    const { network, anna, bram } = await twoApart()
    write.setInSet(anna.doc, item, 'sectors', 'primary', true)
    write.setInSet(bram.doc, item, 'sectors', 'work', true)
    await network.settle()
    for (const { doc } of [anna, bram, network.room]) expect(readItem(doc, item)?.sectors).toEqual(['primary', 'work'])
    network.close()
  })

  it('[D3] have what one wrote in an item while another struck it', async () => {
    const { network, anna, bram } = await twoApart()
    write.strikeItem(anna.doc, item, 'Dubbel')
    write.setText(titleText(bram.doc, item) as Y.Text, 'Vervoer naar school')
    await network.settle()
    for (const { doc } of [anna, bram, network.room]) {
      expect(readItem(doc, item)).toMatchObject({ status: 'struck', title: 'Vervoer naar school' })
    }
    network.close()
  })
})
