import type * as Y from 'yjs'
import type { Day } from '../../shared/date.ts'
import { origins } from '../../shared/document/layout.ts'
import { bodyFragment } from '../../shared/document/read.ts'
import { writeRichText } from '../../shared/document/rich-text.ts'
import {
  addAgreement,
  addDeadline,
  addIndicator,
  addLink,
  createAnnex,
  createItem,
  setAgendaTitle,
  setInSet,
  setItemValues,
  setMeasurement,
  setOwner,
  setPeriod,
  strikeItem,
} from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import { type Rank, ranksBetween } from '../../shared/rank.ts'
import { bodyText, passageText } from '../../shared/template/body.ts'
import { fillThemes } from '../../shared/template/fill.ts'
import { themeId } from '../../shared/template/themes.ts'
import { demoAgenda, demoItems } from './agenda.ts'
import type { DemoAgreement, DemoIndicator, DemoItem } from './demo-item.ts'
import { type OrganisationKey, organisationId, type PersonKey, personId } from './region.ts'

/** Writes the demo into an empty agenda as one update; answers the items in the order in which they get their numbers. */
export function fillDemo(doc: Y.Doc, today: Day): ItemId[] {
  const items = demoItems(today)
  doc.transact(() => {
    setAgendaTitle(doc, demoAgenda.title)
    setPeriod(doc, demoAgenda.from, demoAgenda.to)
    fillThemes(doc)
    const ranks = ranksBetween(undefined, undefined, items.length)
    items.forEach((item, index) => {
      fillItem(doc, item, ranks[index] ?? '')
    })
  }, origins.create)
  return items
    .map((item) => item.number)
    .sort((a, b) => a - b)
    .map(demoItemId)
}

/** The id of an item of the demo, by its number. */
export function demoItemId(number: number): ItemId {
  return asId<ItemId>(`punt-${String(number).padStart(2, '0')}`)
}

function fillItem(doc: Y.Doc, item: DemoItem, rank: Rank): void {
  const id = demoItemId(item.number)
  createItem(doc, { id, title: item.title, duty: item.duty, kind: item.kind, theme: themeId(item.theme), rank })
  fillValues(doc, id, item)
  fillSets(doc, id, item)
  item.deadlines?.forEach((deadline, index) => {
    addDeadline(doc, id, { id: entryId('datum', index), ...deadline })
  })
  item.links?.forEach((link, index) => {
    addLink(doc, id, { id: entryId('link', index), ...link })
  })
  fillAgreements(doc, id, item.agreements ?? [])
  item.indicators?.forEach((indicator, index) => {
    fillIndicator(doc, id, entryId('indicator', index), indicator)
  })
  fillTexts(doc, id, item)
}

function fillValues(doc: Y.Doc, id: ItemId, item: DemoItem): void {
  setItemValues(doc, id, {
    reach: item.reach,
    ...(item.priority && { priority: item.priority }),
    ...(item.lineage && { lineage: item.lineage }),
    ...(item.transition && { transition: item.transition }),
  })
  if (typeof item.status === 'string') setItemValues(doc, id, { status: item.status })
  else strikeItem(doc, id, item.status.struck)
  if (item.owner) setOwner(doc, id, party(item.owner.organisation, item.owner.person))
}

function fillSets(doc: Y.Doc, id: ItemId, item: DemoItem): void {
  for (const organisation of item.involved) setInSet(doc, id, 'involved', organisation, true)
  for (const sector of item.sectors) setInSet(doc, id, 'sectors', sector, true)
  for (const law of item.legalBasis) setInSet(doc, id, 'legalBasis', law, true)
  for (const principle of item.principles) setInSet(doc, id, 'principles', principle, true)
  for (const number of item.related ?? []) setInSet(doc, id, 'related', demoItemId(number), true)
  for (const plan of item.plans ?? []) setInSet(doc, id, 'plans', plan, true)
}

function fillAgreements(doc: Y.Doc, id: ItemId, agreements: readonly DemoAgreement[]): void {
  const ranks = ranksBetween(undefined, undefined, agreements.length)
  agreements.forEach(({ text, by, person, due, done }, index) => {
    addAgreement(doc, id, {
      id: entryId('afspraak', index),
      text,
      rank: ranks[index] ?? '',
      ...(by && party(by, person)),
      ...(due && { due }),
      ...(done && { done }),
    })
  })
}

function fillIndicator(doc: Y.Doc, item: ItemId, id: EntryId, { measurements, ...indicator }: DemoIndicator): void {
  const first = measurements[0]
  addIndicator(doc, item, { id, ...indicator, ...(first && { baseline: first.value }) })
  for (const { date, value, source } of measurements) setMeasurement(doc, item, id, date, { value, source })
}

function fillTexts(doc: Y.Doc, id: ItemId, item: DemoItem): void {
  const body = bodyFragment(doc, id)
  if (body) writeRichText(body, bodyText(item.body))
  for (const [municipality, passages] of Object.entries(item.annexes ?? {})) {
    // The keys of an object literal are those of its type; Object.entries forgets it.
    const annex = createAnnex(doc, id, organisationId(municipality as OrganisationKey))
    if (annex) writeRichText(annex, passages.flatMap(passageText))
  }
}

function party(organisation: OrganisationKey, person: PersonKey | undefined) {
  return { organisation: organisationId(organisation), ...(person && { person: personId(person) }) }
}

function entryId(name: string, index: number): EntryId {
  return asId<EntryId>(`${name}-${index + 1}`)
}
