import * as Y from 'yjs'
import { itemLists, itemSets } from '../../shared/document/layout.ts'
import { agreementText, bodyFragment, titleText } from '../../shared/document/read.ts'
import { type Marks, type RichText, writeRichText } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type OrganisationId } from '../../shared/ids.ts'
import type { Chance } from '../kit/chance.ts'
import { entry, fullAgenda, item, party } from './full-agenda.ts'

/** Beside `item` of the full agenda. */
export const other = asId<ItemId>('punt-2')
const words = ['school', 'thuis', 'vervoer', 'plan', '👩‍🏫', 'samen']

export function paragraph(text: string, marks: Marks = {}): RichText[number] {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text, marks }] }
}

/** An agenda with two items, of which the first says something in every field. */
export function agenda(): Y.Doc {
  const doc = fullAgenda()
  write.createItem(doc, { id: other, title: 'Iets anders', duty: 'municipality', rank: 'a2' })
  write.addAgreement(doc, other, { id: entry, text: 'Schrijven', rank: 'a0' })
  body(doc).delete(0, body(doc).length)
  const blocks = ['Aanleiding', 'Ambitie', 'Resultaat'].map((text) => paragraph(text))
  writeRichText(body(doc), blocks)
  return doc
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

export function body(doc: Y.Doc, of = item): Y.XmlFragment {
  const fragment = bodyFragment(doc, of)
  if (!fragment) throw new Error('no body')
  return fragment
}

export function line(doc: Y.Doc, at: number): Y.XmlText {
  const block = body(doc).get(at)
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  return text
}

/** Something that a person does to an item, by chance. */
export function deed(doc: Y.Doc, chance: Chance, id: ItemId): void {
  const deeds: (() => void)[] = [
    () => titleText(doc, id)?.insert(0, `${chance.oneOf(words)} `),
    () => titleText(doc, id)?.delete(0, Math.min(3, titleText(doc, id)?.length ?? 0)),
    () => writeRichText(body(doc, id), [paragraph(chance.oneOf(words))], chance.below(body(doc, id).length + 1)),
    () => {
      const fragment = body(doc, id)
      if (fragment.length > 0) fragment.delete(chance.below(fragment.length), 1)
    },
    () => {
      const block = body(doc, id).get(0)
      const text = block instanceof Y.XmlElement ? block.get(0) : undefined
      if (!(text instanceof Y.XmlText)) return
      text.insert(chance.below(text.length + 1), chance.oneOf(words), chance.next() < 0.5 ? { strong: {} } : {})
      text.format(0, Math.ceil(text.length / 2), { em: chance.next() < 0.5 ? {} : null })
    },
    () => write.strikeItem(doc, id, 'Dubbel'),
    () => write.putItemBack(doc, id),
    () => write.moveItem(doc, id, { duty: chance.oneOf(['municipality', 'joint', 'school-boards']), rank: 'a5' }),
    () => write.setItemValues(doc, id, { priority: undefined, theme: undefined, transition: undefined }),
    () => write.setItemValues(doc, id, { priority: chance.oneOf(['low', 'medium']), lineage: chance.oneOf(words) }),
    () => write.setOwner(doc, id, { organisation: undefined, person: undefined }),
    () => write.setInSet(doc, id, chance.oneOf(itemSets), chance.oneOf(['iets', 'primary', 'work', '2']), true),
    () => write.setInSet(doc, id, chance.oneOf(itemSets), chance.oneOf(['iets', 'primary', '1']), false),
    () => write.setEntryRemoved(doc, id, chance.oneOf(itemLists), entry, chance.next() < 0.5),
    () => write.addAgreement(doc, id, { id: asId<EntryId>(`nieuw-${chance.below(9)}`), text: 'Nog iets', rank: 'a3' }),
    () => write.addDeadline(doc, id, { id: asId<EntryId>(`nieuw-${chance.below(9)}`), name: 'Later' }),
    () => agreementText(doc, id, entry)?.insert(0, 'Meteen '),
    () => write.setEntry(doc, id, 'indicators', entry, { target: 2 + chance.below(9), baseline: undefined }),
    () => write.setMeasurement(doc, id, entry, '2026-10-01', { value: chance.below(20), source: 'anders' }),
    () => write.setMeasurement(doc, id, entry, '2026-11-01', { value: chance.below(20), source: 'nieuw' }),
    () => {
      const annex = write.createAnnex(doc, id, chance.oneOf([party, asId<OrganisationId>('zwijndrecht')]))
      if (annex) writeRichText(annex, [paragraph(chance.oneOf(words))])
    },
  ]
  chance.oneOf(deeds)()
}
