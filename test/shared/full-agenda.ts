import * as Y from 'yjs'
import { readField } from '../../shared/document/field.ts'
import { itemSets } from '../../shared/document/layout.ts'
import {
  bodyFragment,
  readAgendaHead,
  readItem,
  readItemIds,
  readItems,
  readThemes,
} from '../../shared/document/read.ts'
import { readRichText, writeRichText } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type OrganisationId, type PersonId, type ThemeId } from '../../shared/ids.ts'
import { strangeKeys } from './garbage.ts'

export const item = asId<ItemId>('punt-1')
export const entry = asId<EntryId>('deel-1')
export const theme = asId<ThemeId>('vervoer')
export const party = asId<OrganisationId>('dordrecht')
export const person = asId<PersonId>('coordinator')

/** An agenda with one theme and one item in which every field says something. */
export function fullAgenda(): Y.Doc {
  const doc = new Y.Doc()
  write.setAgendaTitle(doc, 'Samen verder')
  write.setPeriod(doc, '2026-01-01', '2029-12-31')
  write.createTheme(doc, { id: theme, name: 'Vervoer', rank: 'a0' })
  write.createItem(doc, { id: item, title: 'Naar school', duty: 'joint', rank: 'a1', theme })
  write.setItemValues(doc, item, {
    priority: 'high',
    reach: 'both',
    lineage: 'vorige',
    transition: { from: 'primary', to: 'secondary' },
  })
  write.setOwner(doc, item, { organisation: party, person })
  for (const set of itemSets)
    write.setInSet(
      doc,
      item,
      set,
      { sectors: 'primary', legalBasis: 'jeugdwet', principles: '1' }[set as string] ?? 'iets',
      true,
    )
  write.addDeadline(doc, item, { id: entry, name: 'Besluit', date: '2027-05-01' })
  write.addLink(doc, item, { id: entry, name: 'Plan', url: 'https://example.nl/plan', kind: 'document' })
  write.addAgreement(doc, item, {
    id: entry,
    text: 'Bellen',
    rank: 'a0',
    organisation: party,
    person,
    due: '2027-01-01',
  })
  write.addIndicator(doc, item, {
    id: entry,
    name: 'Thuis',
    unit: 'kinderen',
    direction: 'down',
    baseline: 12,
    target: 0,
    targetDate: '2028-01-01',
  })
  write.setMeasurement(doc, item, entry, '2026-10-01', { value: 9, source: 'leerplicht' })
  write.createAnnex(doc, item, party)
  const body = bodyFragment(doc, item)
  if (body)
    writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: 'Iedereen gaat mee.', marks: {} }] }])
  return doc
}

/** Reads all there is to read, as the board, the exports and the history do. */
export function readEverything(doc: Y.Doc): unknown {
  return [
    readAgendaHead(doc),
    readThemes(doc),
    readItems(doc),
    readItemIds(doc).map((id) => [
      readRichText(bodyFragment(doc, id)),
      ...Object.keys(readItem(doc, id) ?? {}).map((field) => readField(doc, id, field)),
      ...strangeKeys.map((field) => readField(doc, id, field)),
    ]),
  ]
}
