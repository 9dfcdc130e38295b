import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { checkDossier } from '../../server/rooms/dossier.ts'
import { asMap, itemMap, itemsMap } from '../../shared/document/layout.ts'
import { annexFragment, bodyFragment, readItemIds, titleText } from '../../shared/document/read.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type OrganisationId, type ThemeId } from '../../shared/ids.ts'
import { textParts } from '../../shared/roles.ts'
import { createUndo } from '../../web/live/undo.ts'
import { Chance } from '../kit/chance.ts'
import { updateFrame } from '../kit/raw-client.ts'
import { act, edits, Ledger } from './deeds.ts'
import { misshapen } from './keeps-shape.ts'
import { Network, type Person } from './network.ts'
import { typeIn } from './typing.ts'

// Whatever people of good will do, with our client or with one of their own that follows docs/document.md, the gate lets
// it pass: rules G1 to G7 from the other side. FUZZ_SEED and FUZZ_RUNS give other chances, and more of them.
const seed = Number(process.env.FUZZ_SEED ?? 20261122)
const runs = Number(process.env.FUZZ_RUNS ?? 60)
const steps = 150

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterAll(() => void vi.useRealTimers())

type Deed = (person: Person, item: ItemId, chance: Chance) => void

const municipalities = ['dordrecht', 'papendrecht'].map((id) => asId<OrganisationId>(id))

/** What people do in the board, beside the deeds of `deeds.ts`. */
const inTheBoard: readonly Deed[] = [
  ({ doc }, item, chance) => {
    const body = bodyFragment(doc, item)
    if (body) typeIn(doc, body, chance)
  },
  ({ doc }, item, chance) => {
    const municipality = chance.oneOf(municipalities)
    write.createAnnex(doc, item, municipality)
    const annex = annexFragment(doc, item, municipality)
    if (annex) typeIn(doc, annex, chance)
  },
  ({ doc }, item, chance) =>
    write.setItemValues(doc, item, {
      priority: chance.oneOf(['high', 'low'] as const),
      transition: chance.next() < 0.5 ? { from: 'primary', to: 'work' } : undefined,
    }),
  ({ doc }, item) => {
    for (const duty of ['joint', 'municipality', 'school-boards', 'joint'] as const) write.moveItem(doc, item, { duty })
  },
  ({ doc }, item, chance) =>
    write.addDeadline(doc, item, { id: asId<EntryId>(`termijn-${chance.below(1e9)}`), name: 'Raad' }),
  ({ doc }, item) => {
    const [deadline] = asMap(itemMap(doc, item)?.get('deadlines'))?.keys() ?? []
    if (deadline)
      write.setEntry(doc, item, 'deadlines', asId<EntryId>(deadline), { date: '2027-03-01', name: 'College' })
  },
]

/** What somebody does with a client of their own. */
const inAnotherClient: readonly Deed[] = [
  ({ doc }, item) => titleText(doc, item)?.insert(0, 'Los '),
  ({ doc }, item) => titleText(doc, item)?.delete(0, Math.min(2, titleText(doc, item)?.length ?? 0)),
  ({ doc }, item) => itemMap(doc, item)?.set('priority', 'medium'),
  ({ doc }, item) => itemMap(doc, item)?.delete('priority'),
  ({ doc }, item) => asMap(itemMap(doc, item)?.get('sectors'))?.set('work', true),
  ({ doc }, item, chance) => {
    const text = chance.oneOf(
      [...(bodyFragment(doc, item)?.createTreeWalker(() => true) ?? [])].filter(isText).concat(new Y.XmlText()),
    )
    if (text.doc && text.length > 2) text.format(0, 2, { strong: true, link: { href: 'mailto:raad@school.example' } })
  },
  ({ doc }, item, chance) => {
    const entry = new Y.Map<unknown>([
      ['name', 'Kaart'],
      ['url', 'https://school.example'],
      ['kind', 'document'],
    ])
    asMap(itemMap(doc, item)?.get('links'))?.set(`link-${chance.below(1e9)}`, entry)
  },
  ({ doc }, item) => {
    const title = titleText(doc, item)
    if (!title) return
    const undo = new Y.UndoManager(title, { captureTimeout: 0 })
    title.insert(title.length, ' en meer')
    undo.undo()
    undo.redo()
    undo.destroy()
  },
]

const byTheCoordinator: readonly Deed[] = [
  ({ doc }) => write.setPeriod(doc, '2027-01-01', '2030-12-31'),
  ({ doc }) => write.setAgendaTitle(doc, 'Samen verder'),
  ({ doc }, _, chance) => {
    write.createTheme(doc, { id: asId<ThemeId>(`thema-${chance.below(1e9)}`), name: 'Vervoer', rank: 'a0' })
    const [theme] = doc.getMap('themes').keys()
    if (theme) write.setTheme(doc, asId<ThemeId>(theme), { hidden: true, rank: 'a7' })
  },
]

/** The undo of our own client, one for each window. */
const undos = new WeakMap<Y.Doc, ReturnType<typeof createUndo>>()
function undoOf(doc: Y.Doc): ReturnType<typeof createUndo> {
  const known = undos.get(doc)
  if (known) return known
  const undo = createUndo(doc)
  undo.manager.addTrackedOrigin(ySyncPluginKey)
  undos.set(doc, undo)
  return undo
}

function isText(node: unknown): node is Y.XmlText {
  return node instanceof Y.XmlText
}

function work(network: Network, ledger: Ledger, person: Person, chance: Chance, nextClient: () => number): void {
  const { doc } = person
  const [item] = readItemIds(doc).length > 0 ? [chance.oneOf(readItemIds(doc))] : []
  const undo = undoOf(doc)
  const way = chance.next()
  if (item === undefined || way < 0.3) {
    const deed = chance.oneOf(edits)
    // Their own undo is Yjs's bare one, which would take back what is made; the board's flags it.
    return deed === 'undo' || deed === 'redo' ? undo[deed]() : act(network, ledger, person, deed, chance)
  }
  if (way < 0.6) return chance.oneOf(inTheBoard)(person, item, chance)
  if (way < 0.72) return chance.oneOf(inAnotherClient)(person, item, chance)
  if (way < 0.86) return chance.next() < 0.6 ? undo.undo() : undo.redo()
  if (way < 0.9) {
    doc.clientID = nextClient()
    return undefined
  }
  if (way < 0.95 && person.line) {
    // All that they have, once more, as after a lost answer.
    person.line.documentFrames += 1
    person.line.toRoom.push(updateFrame(Y.encodeStateAsUpdate(doc), 1))
    return undefined
  }
  if (person.role === 'coordinator') chance.oneOf(byTheCoordinator)(person, item, chance)
}

async function happen(network: Network, person: Person, chance: Chance): Promise<void> {
  const event = chance.below(20)
  if (event < 12) network.deliver(person, 1 + chance.below(4))
  else if (event < 14) network.cut(person)
  else if (event < 17) network.connect(person)
  else if (event < 18) {
    network.cut(person)
    person.startAgain()
  } else await network.restart(event < 19 ? 'stopped' : 'killed')
}

it('[G1] [G2] [G3] [G4] [G6] [G7] people of good will are never refused, and all end with one document', async () => {
  for (let run = 0; run < runs; run++) {
    const message = `FUZZ_SEED=${seed + run} FUZZ_RUNS=1 shows it`
    const chance = new Chance(seed + run)
    const network = new Network(['coordinator', 'editor', 'editor', 'commenter'])
    const ledger = new Ledger()
    network.openWindow(network.people[1] as Person)
    let lastClient = 1_000_000
    for (const person of network.people) network.connect(person)
    for (let step = 0; step < steps; step++) {
      const person = chance.oneOf(network.people)
      if (chance.next() < 0.5) await happen(network, person, chance)
      else if (person.role !== 'commenter') work(network, ledger, person, chance, () => ++lastClient)
    }
    await network.settle()
    const { doc } = network.room
    for (const person of network.people) {
      expect(person.dismissals, message).toEqual([])
      expect(person.line?.saved, message).toBe(person.line?.documentFrames)
      for (const part of textParts) expect(person.doc.getMap(part).toJSON(), message).toEqual(doc.getMap(part).toJSON())
    }
    expect(misshapen(doc), message).toEqual([])
    expect(itemsMap(doc).size, message).toBeGreaterThanOrEqual(ledger.items.size)
    // What the room logged passes the gate as well, wherever it is carried.
    expect(await checkDossier(network.room.dossier()), message).toMatchObject({ ok: true })
    network.close()
  }
}, 600_000)
