import type * as Y from 'yjs'
import { origins } from '../document/layout.ts'
import { bodyFragment } from '../document/read.ts'
import { writeRichText } from '../document/rich-text.ts'
import {
  addAgreement,
  addDeadline,
  addIndicator,
  addLink,
  createAnnex,
  createItem,
  createTheme,
  setAgendaTitle,
  setInSet,
  setItemValues,
  setMeasurement,
  setOwner,
  setPeriod,
  setTheme,
  strikeItem,
} from '../document/write.ts'
import type { ExportedItem } from '../export/model.ts'
import {
  asId,
  type EntryId,
  type ItemId,
  type OrganisationId,
  type PersonId,
  type PlanId,
  type ThemeId,
} from '../ids.ts'
import { ranksBetween } from '../rank.ts'
import type { AgendaFile } from './file.ts'

/** Writes all of a file into an agenda that is empty, as one change (rule I20). The file was looked through before. */
export function writeFile(doc: Y.Doc, file: AgendaFile, people: ReadonlyMap<string, PersonId>): void {
  doc.transact(() => {
    setAgendaTitle(doc, file.title)
    if (file.period) setPeriod(doc, file.period.from, file.period.to)
    const ranks = ranksBetween(undefined, undefined, file.allThemes.length)
    for (const [index, { id, name, hidden }] of file.allThemes.entries()) {
      createTheme(doc, { id: asId<ThemeId>(id), name, rank: ranks[index] ?? '' })
      if (hidden) setTheme(doc, asId<ThemeId>(id), { hidden })
    }
    const write = itemWriter(doc, file, people)
    for (const { id, name, items } of file.themes) {
      const theme = id === undefined ? themeNamed(file, name) : asId<ThemeId>(id)
      for (const item of items) write(item, theme)
    }
    for (const item of file.struck ?? []) write(item, themeNamed(file, item.theme))
  }, origins.create)
}

function themeNamed({ allThemes }: AgendaFile, name: string): ThemeId | undefined {
  const theme = allThemes.find((one) => one.name === name)
  return theme && asId<ThemeId>(theme.id)
}

function itemWriter(doc: Y.Doc, file: AgendaFile, people: ReadonlyMap<string, PersonId>) {
  const parties = new Map(file.parties.map(({ id, name }) => [name, asId<OrganisationId>(id)]))
  // A file without ids has no two plans of one name that an item names (rule I21).
  const plans = new Map(file.plans.map(({ id, name }) => [name, id]))
  const items = new Set([...file.themes.flatMap((theme) => theme.items), ...(file.struck ?? [])].map(({ id }) => id))
  const who = ({
    organisation = '',
    person = '',
  }: {
    organisation?: string | undefined
    person?: string | undefined
  }) => {
    const [party, somebody] = [parties.get(organisation), people.get(person)]
    return { ...(party && { organisation: party }), ...(somebody && { person: somebody }) }
  }
  return (item: ExportedItem, theme: ThemeId | undefined): void => {
    const { title, duty, kind, rank, owner } = item
    const id = asId<ItemId>(item.id)
    createItem(doc, { id, title, duty, kind, rank, ...(theme && { theme }) })
    // A reason stays on record also of what was put back.
    if (item.status === 'struck' || item.struckReason !== '') strikeItem(doc, id, item.struckReason)
    setItemValues(doc, id, {
      reach: item.reach,
      ...(item.priority && { priority: item.priority }),
      ...(item.lineage !== '' && { lineage: item.lineage }),
      ...(item.transition && { transition: { from: item.transition.from, to: item.transition.to } }),
      // Agreed it was there; here it is what people talk about.
      ...(item.status !== 'struck' && { status: item.status === 'agreed' ? 'discussing' : item.status }),
    })
    if (owner) setOwner(doc, id, who(owner))
    const sets = {
      involved: item.involved.flatMap((name) => parties.get(name) ?? []),
      sectors: item.sectors,
      legalBasis: item.legalBasis,
      principles: item.principles,
      plans: (item.planIds ?? item.plans.flatMap((name) => plans.get(name) ?? [])).map((plan) => asId<PlanId>(plan)),
      // What is not in the file cannot be pointed at.
      related: item.related.map((related) => related.id).filter((related) => items.has(related)),
    } as const
    for (const set of Object.keys(sets) as (keyof typeof sets)[])
      for (const member of sets[set]) setInSet(doc, id, set, member, true)
    writeEntries(doc, id, item, who)
    const body = bodyFragment(doc, id)
    if (body) writeRichText(body, item.body)
    for (const { municipality, text } of item.annexes) {
      const party = parties.get(municipality)
      const annex = party && createAnnex(doc, id, party)
      if (annex) writeRichText(annex, text)
    }
  }
}

type Who = (names: { organisation?: string | undefined; person?: string | undefined }) => {
  organisation?: OrganisationId
  person?: PersonId
}

function writeEntries(doc: Y.Doc, item: ItemId, { deadlines, agreements, indicators, links }: ExportedItem, who: Who) {
  for (const { id, name, date } of deadlines) addDeadline(doc, item, { id: asId(id), name, ...(date && { date }) })
  for (const link of links) addLink(doc, item, { ...link, id: asId(link.id) })
  const ranks = ranksBetween(undefined, undefined, agreements.length)
  for (const [index, { id, text, due, done, ...names }] of agreements.entries())
    addAgreement(doc, item, {
      ...{ id: asId<EntryId>(id), text, rank: ranks[index] ?? '', ...who(names) },
      ...{ ...(due && { due }), ...(done && { done }) },
    })
  for (const { id, measurements, ...values } of indicators) {
    const indicator = asId<EntryId>(id)
    addIndicator(doc, item, { id: indicator, ...values })
    for (const { date, value, source } of measurements) setMeasurement(doc, item, indicator, date, { value, source })
  }
}
