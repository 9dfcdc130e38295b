import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Day } from '../../shared/date.ts'
import { readField } from '../../shared/document/field.ts'
import { putBackField } from '../../shared/document/put-back.ts'
import { bodyFragment, readItem, titleText } from '../../shared/document/read.ts'
import { type RichText, writeRichText } from '../../shared/document/rich-text.ts'
import {
  addAgreement,
  addDeadline,
  addIndicator,
  createAnnex,
  createItem,
  createTheme,
  setAgendaTitle,
  setEntry,
  setEntryRemoved,
  setInSet,
  setItemValues,
  setMeasurement,
  setOwner,
  setPeriod,
  setText,
  setTheme,
  strikeItem,
} from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type OrganisationId, type PersonId, type ThemeId } from '../../shared/ids.ts'

const item = asId<ItemId>('punt')
const one = asId<EntryId>('een')
const two = asId<EntryId>('twee')
const dordrecht = asId<OrganisationId>('dordrecht')
const day = (text: string) => text as Day
const paragraph = (text: string): RichText[number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: {} }],
})

function agenda(): Y.Doc {
  const doc = new Y.Doc()
  setAgendaTitle(doc, 'Agenda')
  setPeriod(doc, day('2027-01-01'), day('2030-12-31'))
  createTheme(doc, { id: asId<ThemeId>('vervoer'), name: 'Vervoer', rank: 'a0' })
  createItem(doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
  setInSet(doc, item, 'sectors', 'primary', true)
  setOwner(doc, item, { organisation: dordrecht })
  addDeadline(doc, item, { id: one, name: 'Besluit', date: day('2027-03-01') })
  addAgreement(doc, item, { id: one, text: 'Wij schrijven een plan', rank: 'a0', due: day('2027-05-01') })
  addIndicator(doc, item, { id: one, name: 'Thuiszitters', unit: 'leerlingen', direction: 'down' })
  setMeasurement(doc, item, one, day('2026-09-01'), { value: 12, source: 'Leerplicht' })
  const body = bodyFragment(doc, item)
  if (body) writeRichText(body, [paragraph('Aanleiding'), paragraph('Ambitie'), paragraph('Resultaat')])
  const annex = createAnnex(doc, item, dordrecht)
  if (annex) writeRichText(annex, [paragraph('In Dordrecht')])
  return doc
}

/** Everything somebody can do to a field, by the field. */
const deeds: Record<string, (doc: Y.Doc) => void> = {
  title: (doc) => setText(titleText(doc, item) as Y.Text, 'Iets anders'),
  body: (doc) => {
    bodyFragment(doc, item)?.delete(1, 1)
    writeRichText(bodyFragment(doc, item) as Y.XmlFragment, [paragraph('Nieuw')])
  },
  theme: (doc) => setItemValues(doc, item, { theme: asId<ThemeId>('vervoer') }),
  duty: (doc) => setItemValues(doc, item, { duty: 'municipality' }),
  priority: (doc) => setItemValues(doc, item, { priority: 'high' }),
  status: (doc) => strikeItem(doc, item, 'Klaar'),
  transition: (doc) => setItemValues(doc, item, { transition: { from: 'primary', to: 'secondary' } }),
  owner: (doc) => setOwner(doc, item, { organisation: asId<OrganisationId>('swv'), person: asId<PersonId>('anna') }),
  sectors: (doc) => {
    setInSet(doc, item, 'sectors', 'primary', false)
    setInSet(doc, item, 'sectors', 'work', true)
  },
  deadlines: (doc) => {
    setEntry(doc, item, 'deadlines', one, { name: 'Later', date: undefined })
    addDeadline(doc, item, { id: two, name: 'Nog een' })
  },
  agreements: (doc) => setEntryRemoved(doc, item, 'agreements', one, true),
  indicators: (doc) => {
    setEntry(doc, item, 'indicators', one, { target: 0 })
    setMeasurement(doc, item, one, day('2026-09-01'), { value: 9, source: 'Anders' })
    setMeasurement(doc, item, one, day('2026-10-01'), { value: 8, source: 'Leerplicht' })
  },
  annexes: (doc) => createAnnex(doc, item, dordrecht)?.delete(0, 1),
}

describe('a field of an item', () => {
  it.each(Object.keys(deeds))('[H3] is put back as it was: %s', (field) => {
    const doc = agenda()
    const before = structuredClone(readField(doc, item, field))
    const others = Object.keys(deeds).filter((other) => other !== field)
    const around = JSON.stringify(others.map((other) => readField(doc, item, other)))
    deeds[field]?.(doc)
    expect(readField(doc, item, field)).not.toEqual(before)

    expect(putBackField(doc, item, field, before)).toBe(true)

    expect(readField(doc, item, field)).toEqual(before)
    expect(JSON.stringify(others.map((other) => readField(doc, item, other)))).toBe(around)
  })

  it('[H3] keeps the paragraphs of a body that are as they were', () => {
    const doc = agenda()
    const before = structuredClone(readField(doc, item, 'body'))
    const [first] = bodyFragment(doc, item)?.toArray() ?? []
    deeds.body?.(doc)
    putBackField(doc, item, 'body', before)
    expect(bodyFragment(doc, item)?.get(0)).toBe(first)
  })

  it.each([
    ['title', 7],
    ['body', 'tekst'],
    ['sectors', 'work'],
    ['agreements', [{ id: '__proto__' }]],
    ['owner', 'iemand'],
    ['annexes', ['x']],
  ])('[D1] stays as it is when what was is not of its kind: %s', (field, value) => {
    const doc = agenda()
    const before = JSON.stringify(readItem(doc, item))
    expect(putBackField(doc, item, field, value)).toBe(false)
    expect(JSON.stringify(readItem(doc, item))).toBe(before)
  })
})

describe('the agenda itself', () => {
  it.each([
    ['title', (doc: Y.Doc) => setAgendaTitle(doc, 'Anders')],
    ['period', (doc: Y.Doc) => setPeriod(doc, day('2028-01-01'), day('2029-01-01'))],
    ['themes', (doc: Y.Doc) => setTheme(doc, asId<ThemeId>('vervoer'), { name: 'Reizen', hidden: true })],
  ])('[H3] is put back as it was: %s', (field, deed) => {
    const doc = agenda()
    const before = structuredClone(readField(doc, '', field))
    deed(doc)
    expect(readField(doc, '', field)).not.toEqual(before)
    expect(putBackField(doc, '', field, before)).toBe(true)
    expect(readField(doc, '', field)).toEqual(before)
  })
})
