import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge } from '../../server/rooms/gate/judge.ts'
import type { Sender } from '../../server/rooms/gate/verdict.ts'
import { agendaMap, itemMap, itemsMap, origins, themesMap } from '../../shared/document/layout.ts'
import { bodyFragment, readItem, titleText } from '../../shared/document/read.ts'
import {
  createItem,
  createTheme,
  setAgendaTitle,
  setItemValues,
  setText,
  strikeItem,
} from '../../shared/document/write.ts'
import { asId, type ItemId, type PersonId, type ThemeId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import { crafted, type Struct } from './crafted.ts'
import { idOf } from './gate-room.ts'

const item = asId<ItemId>('punt')
const [founder, anna, bram] = ['founder', 'anna', 'bram'].map((name) => asId<PersonId>(name)) as [
  PersonId,
  PersonId,
  PersonId,
]

/** The room's document, and whose each client id in it is. */
let room: Y.Doc
let owners: Map<number, { person: PersonId; epoch: string }>

beforeEach(() => {
  room = new Y.Doc()
  room.clientID = 1
  setAgendaTitle(room, 'Samen verder')
  createTheme(room, { id: asId<ThemeId>('vervoer'), name: 'Vervoer', rank: 'a0' })
  createItem(room, { id: item, title: 'Naar school', duty: 'joint', rank: 'a0' })
  owners = new Map([[1, { person: founder, epoch: 'nu' }]])
})

function as(role: Role, person = anna): Sender {
  return { person, role, epoch: 'nu', ownerOf: (client) => owners.get(client) }
}

/** A copy of the room's document at somebody's, under a client id. */
function copyFor(client: number): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room))
  doc.clientID = client
  return doc
}

/** What a change makes of a document, as the update that a client sends. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const note = (update: Uint8Array) => updates.push(update)
  doc.on('update', note)
  change()
  doc.off('update', note)
  return updates.length === 1 ? (updates[0] as Uint8Array) : Y.mergeUpdates(updates)
}

const placeOfItem = () => idOf(itemMap(room, item))
const placeOfBody = () => idOf(bodyFragment(room, item))

const refused = (rule: string) => ({ answer: 'refused', reason: 'refused', rule })
const notAllowed = { answer: 'refused', reason: 'notAllowed', rule: 'G4 role' }

describe('what is known already', () => {
  it('[G4] is no news, whoever sends it again', () => {
    const mine = copyFor(7)
    const update = updateOf(mine, () => setText(titleText(mine, item) as Y.Text, 'Naar stage'))
    Y.applyUpdate(room, update)
    for (const role of ['coordinator', 'editor', 'commenter', 'reader'] as const) {
      expect(judge(room, update, as(role, bram))).toEqual({ answer: 'known' })
      expect(judge(room, Y.encodeStateAsUpdate(room), as(role, bram))).toEqual({ answer: 'known' })
    }
  })

  it('[G4] is an empty update', () => {
    expect(judge(room, Y.encodeStateAsUpdate(new Y.Doc()), as('commenter'))).toEqual({ answer: 'known' })
  })

  it('[G3] is asked for again when it is known in part only', () => {
    const mine = copyFor(7)
    setText(titleText(mine, item) as Y.Text, 'Naar schoolabc')
    const first = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(room))
    setText(titleText(mine, item) as Y.Text, 'Naar schoolabcdef')
    const both = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(room))
    Y.applyUpdate(room, first)
    expect(judge(room, both, as('editor'))).toEqual({ answer: 'resync' })
    // Asked for everything, the client sends only what is new.
    const rest = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(room))
    expect(judge(room, rest, as('editor'))).toMatchObject({ answer: 'accepted' })
  })

  it('[G4] [A1] is no way in: a known beginning does not decide where the rest lies', () => {
    const known = crafted([{ client: 7, structs: [{ values: ['high'], parent: placeOfItem(), key: 'priority' }] }])
    expect(judge(room, known, as('editor'))).toMatchObject({ answer: 'accepted' })
    Y.applyUpdate(room, known)
    const attack = crafted([{ client: 7, structs: [{ values: ['high', 'Van mij'], parent: 'agenda', key: 'title' }] }])
    expect(judge(room, attack, as('editor'))).toEqual({ answer: 'resync' })
  })
})

describe('what is new', () => {
  it('[G2] binds the client ids that nobody has yet, also two of one person that build on each other', () => {
    const mine = copyFor(7)
    setText(titleText(mine, item) as Y.Text, 'Naar school en')
    mine.clientID = 5
    setText(titleText(mine, item) as Y.Text, 'Naar school en stage')
    mine.clientID = 7
    setItemValues(mine, item, { priority: 'high' })
    const update = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(room))
    const verdict = judge(room, update, as('editor'))
    expect(verdict).toEqual({
      answer: 'accepted',
      newClients: [7, 5],
      touchesAgenda: false,
      touched: expect.arrayContaining([
        { item, field: 'title' },
        { item, field: 'priority' },
      ]),
    })
  })

  it('[G2] is refused under a client id of somebody else, or of an earlier epoch', () => {
    owners.set(7, { person: bram, epoch: 'nu' }).set(8, { person: anna, epoch: 'vroeger' })
    for (const client of [1, 7, 8]) {
      const mine = copyFor(client)
      const update = updateOf(mine, () => setItemValues(mine, item, { priority: 'high' }))
      expect(judge(room, update, as('coordinator'))).toEqual({
        answer: 'refused',
        reason: 'otherEpoch',
        rule: 'G2 client',
      })
    }
  })

  it('[A1] [G4] may lie in the items for an editor, in all of the text for a coordinator', () => {
    const mine = copyFor(7)
    const change = updateOf(mine, () => strikeItem(mine, item, 'Dubbel'))
    const title = updateOf(mine, () => setAgendaTitle(mine, 'Anders'))
    const both = Y.mergeUpdates([change, title])
    expect(judge(room, change, as('editor'))).toMatchObject({ answer: 'accepted', touchesAgenda: false })
    expect(judge(room, both, as('editor'))).toEqual(notAllowed)
    expect(judge(room, both, as('coordinator'))).toMatchObject({ answer: 'accepted', touchesAgenda: true })
    expect(judge(room, change, as('commenter'))).toEqual(notAllowed)
  })

  it('[G4] may not be deleted where the role may not write', () => {
    const mine = copyFor(7)
    const title = updateOf(mine, () => agendaMap(mine).delete('title'))
    const theme = updateOf(mine, () => themesMap(mine).delete('vervoer'))
    const whole = updateOf(mine, () => itemsMap(mine).delete(item))
    expect(judge(room, title, as('editor'))).toEqual(notAllowed)
    expect(judge(room, theme, as('editor'))).toEqual(notAllowed)
    expect(judge(room, whole, as('commenter'))).toEqual(notAllowed)
    expect(judge(room, title, as('coordinator'))).toMatchObject({ answer: 'accepted', touchesAgenda: true })
  })

  it("[G4] may be taken back: Yjs's undo deletes one's own entries", () => {
    const mine = copyFor(7)
    const undo = new Y.UndoManager(itemsMap(mine), { trackedOrigins: new Set([origins.edit]), captureTimeout: 0 })
    Y.applyUpdate(
      room,
      updateOf(mine, () => setItemValues(mine, item, { priority: 'high' })),
    )
    const back = updateOf(mine, () => undo.undo())
    expect(judge(room, back, as('editor'))).toMatchObject({
      answer: 'accepted',
      touched: [{ item, field: 'priority' }],
    })
    Y.applyUpdate(room, back)
    expect(readItem(room, item)?.priority).toBeUndefined()
  })

  it('[G4] in a root that nobody knows is refused, whoever sends it', () => {
    const update = crafted([{ client: 7, structs: [{ text: 'x', parent: 'elders', key: 'a' }] }])
    expect(judge(room, update, as('coordinator'))).toEqual(refused('G4 root'))
    expect(judge(room, update, as('commenter'))).toEqual(refused('G4 root'))
  })

  it('[G4] lies nowhere when its place is gone: that harms nobody, but a commenter may not even do that', () => {
    const mine = copyFor(7)
    itemMap(mine, item)?.set('owner', new Y.Map())
    const lost = itemMap(mine, item)?.get('owner') as Y.Map<unknown>
    const late = updateOf(mine, () => lost.set('person', 'anna'))
    Y.applyUpdate(room, Y.encodeStateAsUpdate(mine))
    room.transact(() => itemMap(room, item)?.set('owner', new Y.Map()))
    const other = copyFor(9)
    other.getMap('items')
    const gone = crafted([{ client: 11, structs: [{ gc: 12 }] }])
    expect(judge(room, gone, as('editor'))).toEqual({
      answer: 'accepted',
      newClients: [11],
      touched: [],
      touchesAgenda: false,
    })
    expect(judge(room, gone, as('commenter'))).toEqual(notAllowed)
    expect(judge(room, late, as('commenter'))).toEqual({ answer: 'known' })
    const [client, clock] = [7, Y.getState(room.store, 7) - 1]
    const under = crafted([{ client: 12, structs: [{ text: 'x', origin: [client, clock] }] }])
    expect(judge(room, under, as('editor'))).toMatchObject({ answer: 'accepted', touched: [] })
  })
})

describe('what builds on something that is not here', () => {
  const text = (parts: Partial<Extract<Struct, { text?: string }>>): Struct => ({ text: 'x', ...parts })

  it.each<[string, Uint8Array]>([
    ['skips a clock', crafted([{ client: 7, clock: 3, structs: [text({ parent: 'items' })] }])],
    ['has an origin of somebody unknown', crafted([{ client: 7, structs: [text({ origin: [99, 0] })] }])],
    ['has a right origin that is not made yet', crafted([{ client: 7, structs: [text({ rightOrigin: [1, 9999] })] }])],
    ['has a parent that is not made yet', crafted([{ client: 7, structs: [text({ parent: [1, 9999] })] }])],
    ['builds on itself', crafted([{ client: 7, structs: [text({ origin: [7, 0] })] }])],
    [
      'builds on what its own client made later',
      crafted([{ client: 7, structs: [text({ origin: [7, 1] }), text({ parent: 'items' })] }]),
    ],
    [
      'goes round through two new clients',
      crafted([
        { client: 8, structs: [text({ origin: [7, 0] })] },
        { client: 7, structs: [text({ origin: [8, 0] })] },
      ]),
    ],
    [
      'goes round through the order in which two clients wrote',
      crafted([
        { client: 8, structs: [text({ origin: [7, 1] }), text({ parent: 'items' })] },
        { client: 7, structs: [text({ origin: [8, 1] }), text({ parent: 'items' })] },
      ]),
    ],
    [
      'goes round through what is gone',
      crafted([
        { client: 8, structs: [text({ origin: [7, 1] })] },
        { client: 7, structs: [text({ origin: [8, 0] }), { gc: 1 }] },
      ]),
    ],
    ['deletes what is not here', crafted([], [{ client: 1, ranges: [[9999, 1]] }])],
  ])('[G3] is asked for, and not stored: it %s', (_name, update) => {
    expect(judge(room, update, as('editor'))).toEqual({ answer: 'resync' })
  })
})

describe('what no client of good will sends', () => {
  it.each<[string, Uint8Array, string]>([
    ['a skip', crafted([{ client: 7, structs: [{ skip: 3 }] }]), 'G1 skip'],
    ['nothing', new Uint8Array(), 'G1 malformed'],
    ['text', new TextEncoder().encode('hallo'), 'G1 malformed'],
    ['a piece without length', crafted([{ client: 7, structs: [{ gc: 0 }] }]), 'G1 length'],
    ['a piece that is too long', crafted([{ client: 7, structs: [{ gc: 2 ** 41 }] }]), 'G1 length'],
    ['an empty text', crafted([{ client: 7, structs: [{ text: '', parent: 'items' }] }]), 'G1 length'],
    ['an empty delete range', crafted([], [{ client: 1, ranges: [[0, 0]] }]), 'G1 empty delete range'],
    [
      'a delete range twice',
      crafted(
        [],
        [
          {
            client: 1,
            ranges: [
              [0, 2],
              [1, 2],
            ],
          },
        ],
      ),
      'G1 delete ranges overlap',
    ],
    [
      'the same piece twice',
      crafted([
        { client: 7, structs: [{ gc: 2 }] },
        { client: 7, structs: [{ gc: 2 }] },
      ]),
      'G1 blocks',
    ],
  ])('[G1] is refused: %s', (_name, update, rule) => {
    expect(judge(room, update, as('coordinator'))).toEqual(refused(rule))
  })

  it('[G1] is refused: two blocks of one client, of which Yjs keeps the second only', () => {
    const update = crafted([
      { client: 31_337, structs: [{ parent: 'items', key: 'a' }] },
      { client: 31_337, clock: 1, structs: [{ parent: 'items', key: 'b' }] },
    ])
    expect(judge(room, update, as('coordinator'))).toEqual(refused('G1 blocks'))
  })

  it('[G1] [G4] is refused: something new, beside what is known already but names what is not there', () => {
    const [client, clock] = idOf(itemMap(room, item))
    const news = { client: 7, structs: [{ values: ['high'], parent: placeOfItem(), key: 'priority' }] }
    const strangeRoot = crafted([news, { client, structs: [{ values: ['x'], parent: 'elders', key: 'a' }] }])
    const strangeOrigin = crafted([news, { client, structs: [{ values: ['x'], origin: [client, clock + 10_000] }] }])
    const laterOrigin = crafted([news, { client, structs: [{ values: ['x'], origin: [7, 0] }] }])
    expect(judge(room, laterOrigin, as('coordinator'))).toEqual(refused('G1 repeated'))
    expect(judge(room, strangeRoot, as('coordinator'))).toEqual(refused('G4 root'))
    expect(judge(room, strangeOrigin, as('coordinator'))).toEqual(refused('G1 repeated'))
  })

  it('[G1] is refused: subdocuments and binary content', () => {
    for (const content of [new Y.Doc(), new Uint8Array([1])]) {
      const mine = copyFor(7)
      const update = updateOf(mine, () => itemMap(mine, item)?.set('x', content))
      expect(judge(room, update, as('coordinator'))).toEqual(refused('G1 content'))
    }
  })

  it('[G1] is refused: what nests so deep that Yjs could not delete it any more', () => {
    // The body itself lies three deep: in its item, which lies in a root.
    const chain = (depth: number) =>
      crafted([
        {
          client: 7,
          structs: Array.from({ length: depth - 2 }, (_, clock): Struct => {
            const parent: [number, number] = clock === 0 ? placeOfBody() : [7, clock - 1]
            return { type: 'element', name: 'blockquote', parent }
          }),
        },
      ])
    expect(judge(room, chain(100), as('editor'))).toMatchObject({ answer: 'accepted' })
    expect(judge(room, chain(101), as('editor'))).toEqual(refused('G1 depth'))
    expect(judge(room, chain(200_000), as('editor'))).toEqual(refused('G1 depth'))
  })
})

describe('the cost of a verdict', () => {
  it('follows the update, not the document', () => {
    for (let count = 0; count < 3000; count++) {
      createItem(room, { id: asId<ItemId>(`punt-${count}`), title: `Punt ${count}`, duty: 'joint', rank: 'a0' })
    }
    const mine = copyFor(7)
    const update = updateOf(mine, () => setText(titleText(mine, asId<ItemId>('punt-1500')) as Y.Text, 'Anders'))
    let visits = 0
    for (const [client, structs] of room.store.clients) {
      const counted = new Proxy(structs, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) visits++
          return Reflect.get(target, key) as unknown
        },
      })
      room.store.clients.set(client, counted)
    }
    expect(judge(room, update, as('editor'))).toMatchObject({ answer: 'accepted' })
    expect(visits).toBeLessThan(300)
  })

  it('is bearable for 50,000 pieces at once, and for a chain through as many clients', () => {
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    bodyFragment(room, item)?.insert(0, [paragraph])
    paragraph.insert(0, [text])
    const mine = copyFor(7)
    const first = bodyFragment(mine, item)?.get(0) as Y.XmlElement
    const copy = first.get(0) as Y.XmlText
    mine.transact(() => {
      for (let count = 0; count < 50_000; count++) copy.insert(count % 2 ? 0 : copy.length, 'x')
    })
    const update = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(room))
    expect(judge(room, update, as('editor'))).toMatchObject({ answer: 'accepted' })

    const last: Struct = { text: 'x', parent: idOf(text) }
    const chain = Array.from({ length: 50_000 }, (_, index) => {
      const client = 100 + index
      return { client, structs: [index === 49_999 ? last : ({ text: 'x', origin: [client + 1, 0] } satisfies Struct)] }
    })
    expect(judge(room, crafted(chain), as('editor'))).toMatchObject({ answer: 'accepted' })
  })
})

describe('whatever the gate accepts', () => {
  it('[G5] can be applied, leaves nothing pending, stays within the role, and reads the same for everyone', () => {
    const seed = 20261122
    const good = () => {
      const mine = copyFor(7)
      setText(titleText(mine, item) as Y.Text, 'Naar stage en werk')
      setItemValues(mine, item, { priority: 'high' })
      createItem(mine, { id: asId<ItemId>('nieuw'), title: 'Nieuw', duty: 'joint', rank: 'a1' })
      strikeItem(mine, item, 'Dubbel')
      return Y.encodeStateAsUpdate(mine, Y.encodeStateVector(room))
    }
    const original = good()
    const mutations = fc.array(fc.tuple(fc.nat({ max: original.length - 1 }), fc.nat({ max: 255 })), { maxLength: 4 })
    let accepted = 0
    fc.assert(
      fc.property(mutations, (changes) => {
        const update = original.slice()
        for (const [at, byte] of changes) update[at] = byte
        const verdict = judge(room, update, as('editor'))
        if (verdict.answer !== 'accepted') return
        accepted++
        const [server, peer] = [copyFor(2), copyFor(3)]
        server.on('update', (encoded: Uint8Array) => Y.applyUpdate(peer, encoded))
        Y.applyUpdate(server, update)
        expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null])
        for (const root of ['agenda', 'themes'])
          expect(server.getMap(root).toJSON()).toEqual(room.getMap(root).toJSON())
        expect(peer.getMap('items').toJSON()).toEqual(server.getMap('items').toJSON())
        expect(Y.encodeStateVector(peer)).toEqual(Y.encodeStateVector(server))
      }),
      { seed, numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })
})
