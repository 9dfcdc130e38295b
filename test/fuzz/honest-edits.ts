import * as Y from 'yjs'
import { origins } from '../../shared/document/layout.ts'
import { agreementText, bodyFragment, titleText } from '../../shared/document/read.ts'
import { writeRichText } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type OrganisationId, type ThemeId } from '../../shared/ids.ts'
import { Chance } from '../kit/chance.ts'

const [vervoer, dordrecht, papendrecht] = [
  asId<ThemeId>('vervoer'),
  asId<OrganisationId>('dordrecht'),
  asId<OrganisationId>('papendrecht'),
]
const [first, second, indicator] = [asId<EntryId>('een'), asId<EntryId>('twee'), asId<EntryId>('drie')]
const items = ['punt-0', 'punt-1', 'punt-2'].map((id) => asId<ItemId>(id))

/** A small agenda in which something stands everywhere, written by two people under these ids. */
export function fullDocument([one, two]: readonly [number, number]): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = one
  write.setAgendaTitle(doc, 'Samen verder')
  write.setPeriod(doc, '2027-01-01', '2030-12-31')
  write.createTheme(doc, { id: vervoer, name: 'Vervoer', rank: 'a0' })
  for (const [index, id] of items.entries()) {
    write.createItem(doc, { id, title: `Naar school ${index}`, duty: 'joint', rank: `a${index}`, theme: vervoer })
    paragraph(doc, id, 'Aanleiding en ambitie')
    doc.clientID = two
    write.addAgreement(doc, id, { id: first, text: 'Bellen', rank: 'a0' })
    write.addDeadline(doc, id, { id: first, name: 'Raad', date: '2027-03-01' })
    write.addLink(doc, id, { id: second, name: 'Kaart', url: 'https://school.example', kind: 'document' })
    write.addIndicator(doc, id, { id: indicator, name: 'Thuis', unit: 'kinderen', direction: 'down' })
    write.setMeasurement(doc, id, indicator, '2027-01-01', { value: 8, source: 'SWV' })
    write.setInSet(doc, id, 'involved', dordrecht, true)
    write.setOwner(doc, id, { organisation: dordrecht })
    annex(doc, id, dordrecht)
    doc.clientID = one
    write.strikeItem(doc, id, 'Dubbel')
  }
  return doc
}

type Edit = (doc: Y.Doc, item: ItemId, chance: Chance) => void

/** What people do, each by our own writers. */
const edits: readonly Edit[] = [
  (doc, item) => write.setText(titleText(doc, item) as Y.Text, 'Naar stage'),
  (doc, _, chance) =>
    write.createItem(doc, {
      id: asId<ItemId>(`nieuw-${chance.below(1e9)}`),
      title: 'Nieuw',
      duty: 'joint',
      rank: 'a5',
    }),
  (doc, item) => write.moveItem(doc, item, { duty: 'municipality', rank: 'a9' }),
  (doc, item) => write.putItemBack(doc, item),
  (doc, item, chance) => write.setInSet(doc, item, 'sectors', chance.oneOf(['primary', 'work']), true),
  (doc, item) => write.setOwner(doc, item, { organisation: papendrecht }),
  (doc, item, chance) =>
    write.addAgreement(doc, item, { id: asId<EntryId>(`afspraak-${chance.below(1e9)}`), text: 'Doen', rank: 'a1' }),
  (doc, item) => write.setText(agreementText(doc, item, first) as Y.Text, 'Schrijven'),
  (doc, item) => write.setEntry(doc, item, 'agreements', first, { done: '2027-02-02' }),
  (doc, item) => write.setEntryRemoved(doc, item, 'deadlines', first, true),
  (doc, item) => write.setMeasurement(doc, item, indicator, '2027-06-01', { value: 4, source: 'SWV' }),
  (doc, item) => annex(doc, item, papendrecht),
  (doc, item) => paragraph(doc, item, 'En verder'),
  (doc, item) => wordsOf(doc, item)?.format(2, 5, { strong: {} }),
  (doc, item) => wordsOf(doc, item)?.format(0, 9, { link: { href: 'https://school.example' } }),
  (doc, item) => wordsOf(doc, item)?.delete(1, 4),
  (doc, item) => bodyFragment(doc, item)?.delete(0, 1),
  (doc, item) => write.setItemValues(doc, item, { priority: 'high', transition: { from: 'primary', to: 'work' } }),
]

/** What only a coordinator does. */
const edictsOfCoordinators: readonly Edit[] = [
  (doc) => write.setAgendaTitle(doc, 'Anders'),
  (doc) => write.setPeriod(doc, '2028-01-01', '2031-12-31'),
  (doc) => write.setTheme(doc, vervoer, { name: 'Leerlingenvervoer', hidden: true }),
  (doc, _, chance) =>
    write.createTheme(doc, { id: asId<ThemeId>(`thema-${chance.below(1e9)}`), name: 'Thema', rank: 'a1' }),
]

/** So many updates as honest people make them of a copy of this document, each under an id from `client` on. */
export function honestUpdates(base: Y.Doc, count: number, client: number, seed: number): Uint8Array[] {
  const chance = new Chance(seed)
  const before = Y.encodeStateAsUpdate(base)
  return Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, before)
    doc.clientID = client + index
    const undo = new Y.UndoManager(
      items.flatMap((item) => [titleText(doc, item), bodyFragment(doc, item)]).filter((type) => type !== undefined),
      { trackedOrigins: new Set([origins.edit, null]), captureTimeout: 0 },
    )
    for (let left = chance.oneOf([1, 1, 1, 2, 5]); left > 0; left--) {
      const edit = chance.oneOf(chance.next() < 0.15 ? edictsOfCoordinators : edits)
      edit(doc, chance.oneOf(items), chance)
      if (chance.next() < 0.2) undo.undo()
      if (chance.next() < 0.1) undo.redo()
    }
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(base))
    undo.destroy()
    doc.destroy()
    return update
  })
}

function wordsOf(doc: Y.Doc, item: ItemId): Y.XmlText | undefined {
  const [block] = bodyFragment(doc, item)?.toArray() ?? []
  const [words] = block instanceof Y.XmlElement ? block.toArray() : []
  return words instanceof Y.XmlText ? words : undefined
}

function paragraph(doc: Y.Doc, item: ItemId, words: string): void {
  const body = bodyFragment(doc, item)
  if (body)
    doc.transact(() =>
      writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: words, marks: {} }] }]),
    )
}

function annex(doc: Y.Doc, item: ItemId, municipality: OrganisationId): void {
  const fragment = write.createAnnex(doc, item, municipality)
  if (fragment)
    writeRichText(fragment, [
      { type: 'heading', level: 2, content: [{ type: 'text', text: 'Hier', marks: { em: true } }] },
    ])
}
