import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readField } from '../../shared/document/field.ts'
import { agendaMap, asMap, itemMap, itemsMap, origins, themesMap } from '../../shared/document/layout.ts'
import { longest } from '../../shared/document/longest.ts'
import { putBackField } from '../../shared/document/put-back.ts'
import { bodyFragment, readItem, titleText } from '../../shared/document/read.ts'
import { writeRichText } from '../../shared/document/rich-text.ts'
import { isMark, nodeShape } from '../../shared/document/rich-text-shape.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type OrganisationId } from '../../shared/ids.ts'
import { schema } from '../../web/pages/item/editor/schema.ts'
import { crafted, type Struct } from './crafted.ts'
import { GateRoom, idOf } from './gate-room.ts'

let room: GateRoom
const [dordrecht, entry] = [asId<OrganisationId>('dordrecht'), asId<EntryId>('een')]

beforeEach(() => {
  room = new GateRoom()
})

function indicatorWith(value: number): Y.Map<unknown> {
  const measurement = new Y.Map<unknown>([['value', value]])
  return new Y.Map([['measurements', new Y.Map([['2027-01-01', measurement]])]])
}

/** A body with one paragraph; its text. */
function wordsIn(doc: Y.Doc, words = 'woorden'): Y.XmlText {
  const body = bodyFragment(doc, room.item)
  if (!body) throw new Error('every item has a body')
  writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: words, marks: {} }] }])
  return (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
}

describe('a value', () => {
  it.each<[string, string, (doc: Y.Doc, item: Y.Map<unknown>) => void]>([
    ['a key of an item that nobody knows', 'G6 key', (_, item) => item.set('colour', 'red')],
    ['a key that would set a prototype', 'G6 key', (_, item) => item.set('__proto__', 'x')],
    ['an item under such a key', 'G6 key', (doc) => itemsMap(doc).set('__proto__', new Y.Map())],
    ['an item under a key that is no id', 'G6 key', (doc) => itemsMap(doc).set('a b', new Y.Map())],
    ['an item that is a text', 'G6 type', (doc) => itemsMap(doc).set('x', new Y.Text('x'))],
    ['an item that is a value', 'G6 type', (doc) => itemsMap(doc).set('x', 'x')],
    ['a duty that does not exist', 'G6 value', (_, item) => item.set('duty', 'nobody')],
    ['a priority that is a number', 'G6 value', (_, item) => item.set('priority', 1)],
    ['a status that is derived', 'G6 value', (_, item) => item.set('status', 'agreed')],
    ['a rank with other characters', 'G6 value', (_, item) => item.set('rank', 'a b')],
    ['a reason that is too long', 'G6 value', (_, item) => item.set('struckReason', 'x'.repeat(longest.value + 1))],
    ['half a transition', 'G6 value', (_, item) => item.set('transition', { from: 'primary' })],
    ['a transition with more', 'G6 value', (_, item) => item.set('transition', { from: 'primary', to: 'work', x: 1 })],
    ['an object as a theme', 'G6 value', (_, item) => item.set('theme', { id: 'vervoer' })],
    ['a title that is a value', 'G6 type', (_, item) => item.set('title', 'x')],
    ['a list that is an array', 'G6 type', (_, item) => item.set('deadlines', new Y.Array())],
    ['a body that is an element', 'G6 type', (_, item) => item.set('body', new Y.XmlElement('paragraph'))],
    ['a map that poses as another', 'G6 type', (_, item) => item.set('owner', new Y.XmlHook('x'))],
    ['a member that is a word', 'G6 value', (_, item) => asMap(item.get('involved'))?.set('x', 'yes')],
    ['a sector that does not exist', 'G6 key', (_, item) => asMap(item.get('sectors'))?.set('university', true)],
    ['a deadline that is a value', 'G6 type', (_, item) => asMap(item.get('deadlines'))?.set('x', '2027-01-01')],
    [
      'a day that does not exist',
      'G6 value',
      (_, item) => asMap(item.get('deadlines'))?.set('x', new Y.Map([['date', '2027-02-31']])),
    ],
    [
      'a measurement that is no number',
      'G6 value',
      (_, item) => asMap(item.get('indicators'))?.set('x', new Y.Map([['baseline', Number.NaN]])),
    ],
    [
      'a bare baseline of 1 to 4 [P1]',
      'G6 value',
      (_, item) => asMap(item.get('indicators'))?.set('x', new Y.Map([['baseline', 3]])),
    ],
    [
      'a bare target of 1 to 4 [P1]',
      'G6 value',
      (_, item) => asMap(item.get('indicators'))?.set('x', new Y.Map([['target', 1.5]])),
    ],
    [
      'a bare measurement of 1 to 4 [P1]',
      'G6 value',
      (_, item) => asMap(item.get('indicators'))?.set('x', indicatorWith(4)),
    ],
    [
      'another word for a value',
      'G6 value',
      (_, item) => asMap(item.get('indicators'))?.set('x', new Y.Map([['target', '< 5']])),
    ],
    ['an annex that is a text', 'G6 type', (_, item) => asMap(item.get('annexes'))?.set('x', new Y.Text())],
    ['a flag that is a word', 'G6 value', (doc) => asMap(themesMap(doc).get('vervoer'))?.set('hidden', 'yes')],
    ['a period that is a value', 'G6 type', (doc) => agendaMap(doc).set('period', '2027')],
    ['a key of the agenda that nobody knows', 'G6 key', (doc) => agendaMap(doc).set('logo', 'x')],
  ])('[G6] is refused: %s', (_name, rule, change) => {
    expect(room.offer(room.change(7, change))).toBe(rule)
  })

  it('[P1] of an indicator may be masked, and of before may stay and be written over', () => {
    const masked = (_: Y.Doc, item: Y.Map<unknown>) =>
      asMap(item.get('indicators'))?.set('x', new Y.Map([['target', 'masked']]))
    expect(room.offer(room.change(7, masked))).toBe('accepted')
    asMap(itemMap(room.doc, room.item)?.get('indicators'))?.set('y', indicatorWith(3))
    const mine = room.copyFor(8)
    expect(room.offer(Y.encodeStateAsUpdate(mine))).toBe('known')
    const undo = new Y.UndoManager(itemsMap(mine), { trackedOrigins: new Set([origins.edit]) })
    const entry = asId<EntryId>('y')
    write.setMeasurement(mine, room.item, entry, '2027-01-01', { value: 12, source: 'SWV' })
    putBackField(mine, room.item, 'indicators', readField(room.doc, room.item, 'indicators'))
    for (let steps = 0; steps < 4; steps++) undo.undo()
    for (let steps = 0; steps < 4; steps++) undo.redo()
    expect(room.offer(Y.encodeStateAsUpdate(mine))).toBe('accepted')
    expect(readItem(room.doc, room.item)?.indicators.find(({ id }) => id === entry)?.measurements).toMatchObject([
      { value: 'masked' },
    ])
  })

  it('[G6] may be emptied, also by deleting it', () => {
    expect(room.offer(room.change(7, (_, item) => item.set('priority', null)))).toBe('accepted')
    expect(room.offer(room.change(8, (_, item) => item.delete('duty')))).toBe('accepted')
    expect(room.offer(room.change(9, (_, item) => item.set('reach', undefined)))).toBe('accepted')
  })

  it('[G6] that was written over before it was sent may be there, of one piece with the next', () => {
    const doc = room.copyFor(7)
    // An undo manager keeps what it can bring back, and Yjs then joins what lies beside it.
    new Y.UndoManager(itemsMap(doc))
    for (const priority of ['high', 'medium', 'low'] as const) write.setItemValues(doc, room.item, { priority })
    expect(room.offer(Y.encodeStateAsUpdate(doc))).toBe('accepted')
    expect(readItem(room.doc, room.item)?.priority).toBe('low')
  })

  it('[G6] has no place before an entry, or in the list of a map', () => {
    const parent = idOf(itemMap(room.doc, room.item))
    const inList = crafted([{ client: 7, structs: [{ values: ['x'], parent }] }])
    expect(room.offer(inList)).toBe('G6 place')
    const [client, clock] = idOf(titleText(room.doc, room.item))
    const before = crafted([{ client: 7, structs: [{ type: 'text', rightOrigin: [client, clock] }] }])
    expect(room.offer(before)).toBe('G6 order')
  })
})

describe('a text', () => {
  const inTitle = (struct: Struct) =>
    crafted([{ client: 7, structs: [{ ...struct, parent: idOf(titleText(room.doc, room.item)) }] }])

  it.each<[string, Struct]>([
    ['marks', { format: ['strong', {}] }],
    ['values', { values: [1] }],
    ['another type', { type: 'map' }],
  ])('[G6] of one line holds no %s', (_name, struct) => {
    expect(room.offer(inTitle(struct))).toBe('G6 content')
  })

  it('[G6] has no attributes', () => {
    expect(room.offer(inTitle({ values: [1], key: 'colour' }))).toBe('G6 key')
  })

  it('[G6] has a longest length, and may go on where as much is deleted', () => {
    const long = room.change(7, (doc) => titleText(doc, room.item)?.insert(0, 'x'.repeat(longest.line - 11)))
    expect(room.offer(long)).toBe('accepted')
    expect(room.offer(room.change(8, (doc) => titleText(doc, room.item)?.insert(0, 'y')))).toBe('G6 length')
    const instead = room.change(8, (doc) => {
      const title = titleText(doc, room.item)
      title?.delete(0, 5)
      title?.insert(0, 'yyyyy')
    })
    expect(room.offer(instead)).toBe('accepted')
  })

  it('[G6] counts what it brought and took out again as nothing', () => {
    const doc = room.copyFor(7)
    const title = titleText(doc, room.item) as Y.Text
    new Y.UndoManager(title)
    title.insert(0, 'x'.repeat(longest.line))
    title.delete(0, longest.line)
    expect(room.offer(Y.encodeStateAsUpdate(doc))).toBe('accepted')
  })
})

describe('a rich text', () => {
  const element = (name: string, attributes: Record<string, number | string> = {}) => {
    const node = new Y.XmlElement<Record<string, number | string>>(name)
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
    return node as unknown as Y.XmlElement
  }
  const inBody = (...nodes: (Y.XmlElement | Y.XmlText)[]) =>
    room.change(7, (doc) => bodyFragment(doc, room.item)?.insert(0, nodes))
  const holding = (parent: Y.XmlElement, ...children: (Y.XmlElement | Y.XmlText)[]) => {
    parent.insert(0, children)
    return parent
  }

  it.each<[string, string, () => (Y.XmlElement | Y.XmlText)[]]>([
    ['an element that nobody knows', 'G6 node', () => [element('script')]],
    ['a text outside every element', 'G6 node', () => [new Y.XmlText('los')]],
    ['an entry outside every list', 'G6 node', () => [element('list_item')]],
    ['a paragraph in a paragraph', 'G6 node', () => [holding(element('paragraph'), element('paragraph'))]],
    [
      'something in a line break',
      'G6 node',
      () => [holding(element('paragraph'), holding(element('hard_break'), new Y.XmlText('x')))],
    ],
    ['an attribute that nobody knows', 'G6 key', () => [element('paragraph', { onclick: 'x' })]],
    ['a level that does not exist', 'G6 value', () => [element('heading', { level: 7 })]],
  ])('[G6] does not hold %s', (_name, rule, nodes) => {
    expect(room.offer(inBody(...nodes()))).toBe(rule)
  })

  it.each<[string, Record<string, unknown>]>([
    ['a mark that nobody knows', { colour: 'red' }],
    ['a link with more than its address', { link: { href: 'https://school.example', onclick: 'x' } }],
    ['a link without an address', { link: {} }],
    ['bold text that says more', { strong: { x: 1 } }],
  ])('[G6] does not hold %s', (_name, marks) => {
    wordsIn(room.doc)
    const update = room.change(7, (doc) => {
      const paragraph = bodyFragment(doc, room.item)?.get(0) as Y.XmlElement
      const text = paragraph.get(0) as Y.XmlText
      text.format(0, 3, marks)
    })
    expect(room.offer(update)).toBe('G6 mark')
  })

  it('[G6] holds exactly what the editor knows', () => {
    for (const [name, type] of Object.entries(schema.nodes)) {
      if (name === 'doc' || name === 'text') continue
      const shape = nodeShape(name)
      expect(Object.keys(shape?.attributes ?? {}), name).toEqual(Object.keys(type.spec.attrs ?? {}))
      const children = Object.values(schema.nodes).filter((child) => type.contentMatch.matchType(child) ?? undefined)
      expect([...(shape?.children ?? ['?'])].sort(inOrder), name).toEqual(
        children.map((child) => child.name).sort(inOrder),
      )
    }
    const values = { strong: {}, em: {}, link: { href: 'https://school.example' } }
    expect(Object.keys(values).sort(inOrder)).toEqual(Object.keys(schema.marks).sort(inOrder))
    for (const [name, value] of Object.entries(values)) expect(isMark(name, value), name).toBe(true)
  })
})

const inOrder = (a: string, b: string) => (a < b ? -1 : 1)

describe('what is in the document', () => {
  it.each<[string, (doc: Y.Doc, item: Y.Map<unknown>) => void]>([
    ['an item', (doc) => itemsMap(doc).delete('punt')],
    ['a theme', (doc) => themesMap(doc).delete('vervoer')],
    ['a title', (_, item) => item.delete('title')],
    ['a body', (_, item) => item.delete('body')],
    ['a list', (_, item) => item.delete('deadlines')],
    ['a set', (_, item) => item.delete('involved')],
    ['an owner', (_, item) => item.delete('owner')],
    ['a deadline', (_, item) => asMap(item.get('deadlines'))?.delete('een')],
    ['an annex', (_, item) => asMap(item.get('annexes'))?.delete('dordrecht')],
    ['a measurement', (doc) => measurements(doc)?.delete('2027-01-01')],
    ['all measurements', (_, item) => asMap(asMap(item.get('indicators'))?.get('twee'))?.delete('measurements')],
  ])('[G7] [D3] is not deleted: %s', (_name, change) => {
    fill()
    const update = room.change(7, change)
    expect(room.offer(update)).toBe('G7 deleted')
    expect(room.offer(update, 'commenter')).toBe('G4 role')
  })

  it.each<[string, (doc: Y.Doc, item: Y.Map<unknown>) => void]>([
    ['an item', (doc) => itemsMap(doc).set('punt', new Y.Map())],
    ['a title', (_, item) => item.set('title', new Y.Text('Anders'))],
    ['an owner', (_, item) => item.set('owner', new Y.Map())],
    ['a deadline', (_, item) => asMap(item.get('deadlines'))?.set('een', new Y.Map())],
    ['an annex', (_, item) => asMap(item.get('annexes'))?.set('dordrecht', new Y.XmlFragment())],
  ])('[G7] [D3] is not replaced by who knows it: %s', (_name, change) => {
    fill()
    expect(room.offer(room.change(7, change))).toBe('G7 replaced')
  })

  it('[G7] [D3] is not replaced by who pretends not to know it, whatever their client id', () => {
    fill()
    const [items, item] = ['items', idOf(itemMap(room.doc, room.item))] as const
    const deadlines = idOf(asMap(itemMap(room.doc, room.item)?.get('deadlines')))
    const places: [parent: string | [number, number], key: string, type: 'map' | 'text'][] = [
      [items, 'punt', 'map'],
      [item, 'title', 'text'],
      [item, 'deadlines', 'map'],
      [deadlines, 'een', 'map'],
    ]
    for (const [parent, key, type] of places)
      for (const struct of [{ type }, { deleted: 1 }]) {
        const update = crafted([{ client: 4_000_000_000, structs: [{ ...struct, parent, key }] }])
        expect(room.offer(update, 'editor'), `${key} ${JSON.stringify(struct)}`).toBe('G7 replaced')
      }
  })

  it('[G7] is deleted in the texts, as people do when they write', () => {
    wordsIn(room.doc)
    expect(room.offer(room.change(7, (doc) => bodyFragment(doc, room.item)?.delete(0, 1)))).toBe('accepted')
    expect(room.offer(room.change(8, (doc) => titleText(doc, room.item)?.delete(0, 5)))).toBe('accepted')
  })

  it('[G7] gives way when it was never of the right kind', () => {
    itemMap(room.doc, room.item)?.set('owner', 'iemand')
    itemMap(room.doc, room.item)?.set('links', new Y.Array())
    expect(room.offer(room.change(7, (doc) => write.setOwner(doc, room.item, { organisation: dordrecht })))).toBe(
      'accepted',
    )
    expect(room.offer(room.change(8, (_, item) => item.delete('links')))).toBe('accepted')
  })

  /** An item with a deadline, an annex and an indicator that was measured. */
  function fill(): void {
    write.addDeadline(room.doc, room.item, { id: entry, name: 'Raad', date: '2027-03-01' })
    write.createAnnex(room.doc, room.item, dordrecht)
    const indicator = asId<EntryId>('twee')
    write.addIndicator(room.doc, room.item, { id: indicator, name: 'Thuis', unit: 'kinderen', direction: 'down' })
    write.setMeasurement(room.doc, room.item, indicator, '2027-01-01', { value: 8, source: 'SWV' })
  }

  function measurements(doc: Y.Doc): Y.Map<unknown> | undefined {
    return asMap(asMap(asMap(itemMap(doc, room.item)?.get('indicators'))?.get('twee'))?.get('measurements'))
  }
})

describe('two people who fill the same place at once', () => {
  const annexWith = (words: string) => (doc: Y.Doc) => {
    const fragment = write.createAnnex(doc, room.item, dordrecht)
    if (fragment) writeRichText(fragment, [{ type: 'paragraph', content: [{ type: 'text', text: words, marks: {} }] }])
  }

  it.each([
    [7, 8],
    [8, 7],
  ])('[G7] are both taken in, and one of them is overtaken: an annex, %i before %i', (first, second) => {
    const updates = [room.change(first, annexWith('van Anna')), room.change(second, annexWith('van Bram'))]
    expect(updates.map((update) => room.offer(update, 'editor'))).toEqual(['accepted', 'accepted'])
    expect(readItem(room.doc, room.item)?.annexes).toEqual([dordrecht])
  })

  it('[G7] are both taken in, as the room logs it: the log passes the gate as well', () => {
    const replay = new GateRoom()
    const rows: Uint8Array[] = []
    const updates = [7, 9, 8].map((client) => room.change(client, annexWith(`van ${client}`)))
    room.doc.on('update', (row: Uint8Array) => rows.push(row))
    for (const update of updates) expect(room.offer(update)).toBe('accepted')
    expect(rows.map((row) => replay.offer(row))).toEqual(rows.map(() => 'accepted'))
    expect(itemsMap(replay.doc).toJSON()).toEqual(itemsMap(room.doc).toJSON())
  })

  it('[G7] may be one person with two windows, of whom a third is overtaken', () => {
    const colleague = room.change(5, annexWith('van een ander'))
    const [one, two] = [room.change(7, annexWith('een')), room.change(8, annexWith('twee'))]
    const device = room.copyFor(20)
    for (const update of [one, two]) Y.applyUpdate(device, update)
    expect(room.offer(colleague)).toBe('accepted')
    expect(room.offer(Y.encodeStateAsUpdate(device))).toBe('accepted')
  })

  it.each([
    ['is deleted at once', [] as Struct[], { deleted: 1 } as Struct],
    [
      'is deleted at once, beside one that comes before it',
      [{ type: 'fragment' }] as Struct[],
      { deleted: 1 } as Struct,
    ],
  ])('[G7] leave something there: not what %s', (_name, others, last) => {
    room.offer(room.change(7, annexWith('van Anna')))
    const parent = idOf(asMap(itemMap(room.doc, room.item)?.get('annexes')))
    const structs = [...others, last]
    const update = crafted(
      structs.map((struct, index) => ({ client: 50 + index, structs: [{ ...struct, parent, key: dordrecht }] })),
    )
    expect(room.offer(update, 'editor')).toBe('G7 replaced')
  })

  it('[G7] leave something there: not what is gone in part, with the rest from its middle', () => {
    const parent = idOf(itemMap(room.doc, room.item))
    const structs: Struct[] = [
      { deleted: 3, parent, key: 'legalBasis' },
      { type: 'map', origin: [4_000_000_000, 0] },
    ]
    expect(room.offer(crafted([{ client: 4_000_000_000, structs }]), 'editor')).toBe('G7 replaced')
  })

  it('[G7] cannot take away what is there by coming too late', () => {
    room.offer(room.change(7, annexWith('van Anna')))
    const annexes = asMap(itemMap(room.doc, room.item)?.get('annexes'))
    const [client, clock] = idOf(annexes?.get(dordrecht))
    const structs: Struct[] = [{ type: 'fragment', parent: idOf(annexes), key: dordrecht }]
    const update = crafted([{ client: 3, structs }], [{ client, ranges: [[clock, 1]] }])
    expect(room.offer(update, 'editor')).toBe('G7 deleted')
  })
})
