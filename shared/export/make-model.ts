import type * as Y from 'yjs'
import type { Member, Organisation, Plan, Theme } from '../agenda.ts'
import { annexFragment, bodyFragment, readAgendaHead, readItems, readThemes } from '../document/read.ts'
import { readRichText } from '../document/rich-text.ts'
import type { AgendaId, ItemId, OrganisationId, PersonId, ThemeId } from '../ids.ts'
import { duties, type Indicator, type Item } from '../item.ts'
import { compareRanked } from '../rank.ts'
import { concerns, type Whose } from '../version/concerns.ts'
import { cleanLine, cleanText } from './clean.ts'
import {
  alphabetical,
  byDate,
  byName,
  exportLinks,
  exportParty,
  exportPlans,
  exportPlansOf,
  namesOf,
} from './exported-lists.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'

/** What an export is made from. What the document cannot know comes from the record. */
export type ExportSource = {
  doc: Y.Doc
  id: AgendaId
  region: string
  edition: ExportedAgenda['edition']
  organisations: readonly Organisation[]
  members: readonly Pick<Member, 'person' | 'name'>[]
  plans: readonly Plan[]
  numbers: ReadonlyMap<ItemId, number>
}

/** Which part of it: the items that concern a party, those of one theme, or some; struck ones as an annex or not. */
export type ExportChoice = {
  party?: OrganisationId | undefined
  theme?: ThemeId | undefined
  /** These alone: what a filtered board shows. */
  items?: readonly ItemId[] | undefined
  struck?: boolean | undefined
}

/** The agenda as every export says it (rules P1, X1, X2). */
export function makeExportModel(source: ExportSource, choice: ExportChoice = {}): ExportedAgenda {
  const { doc, id, region, edition, organisations } = source
  const { title, from, to } = readAgendaHead(doc)
  const all = readItems(doc)
  const chosen = all.filter(chosenBy(choice)).sort(byPlace(source.numbers))
  // An agenda without its struck items does not point at them either.
  const toItem = itemExporter(source, choice.struck ? all : all.filter(({ status }) => status !== 'struck'))
  const standing = chosen.filter(({ status }) => status !== 'struck')
  const themes = readThemes(doc)
  const known = new Set(themes.map((theme) => theme.id))
  const groups = [
    ...themes.map((theme) => ({
      id: theme.id,
      name: cleanLine(theme.name),
      items: standing.filter((item) => item.theme === theme.id),
    })),
    { name: '', items: standing.filter((item) => !item.theme || !known.has(item.theme)) },
  ]
  return {
    id,
    title: cleanLine(title),
    region: cleanLine(region),
    ...(from && to && { period: { from, to } }),
    edition,
    parties: organisations.map(exportParty).sort(byName),
    plans: exportPlans(source.plans, organisations),
    themes: groups
      .filter(({ items }) => items.length > 0)
      .map(({ items, ...theme }) => ({ ...theme, items: items.map((item) => toItem(item, theme.name)) })),
    allThemes: themes.map((theme) => ({
      id: theme.id,
      name: cleanLine(theme.name),
      ...(theme.hidden && { hidden: true as const }),
    })),
    ...(choice.struck && {
      struck: chosen.filter(({ status }) => status === 'struck').map((item) => toItem(item, themeName(item, themes))),
    }),
  }
}

/** Whether an item belongs to the part that was asked for. */
export function chosenBy({ party, theme, items }: ExportChoice) {
  const named = items && new Set(items)
  return (item: Whose & { id: ItemId; theme?: ThemeId | undefined }): boolean => {
    return (
      (party === undefined || concerns(item, party)) &&
      (theme === undefined || item.theme === theme) &&
      (!named || named.has(item.id))
    )
  }
}

/** As the board shows them: by column, and there by rank. */
function byPlace(numbers: ReadonlyMap<ItemId, number>): (a: Item, b: Item) => number {
  return (a, b) =>
    duties.indexOf(a.duty) - duties.indexOf(b.duty) ||
    compareRanked(a, b) ||
    (numbers.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (numbers.get(b.id) ?? Number.MAX_SAFE_INTEGER)
}

function themeName(item: Item, themes: Theme[]): string {
  return cleanLine(themes.find(({ id }) => id === item.theme)?.name ?? '')
}

function itemExporter({ doc, organisations, members, plans, numbers }: ExportSource, all: readonly Item[]) {
  const organisationNames = new Map(organisations.map(({ id, name }) => [id, cleanLine(name)]))
  const personNames = new Map(members.map(({ person, name }) => [person, cleanLine(name)]))
  const planNames = new Map<string, string>(plans.map(({ id, name }) => [id, cleanLine(name)]))
  const titles = new Map(all.map(({ id, title }) => [id, cleanLine(title)]))
  const party = ({ organisation, person }: { organisation?: OrganisationId; person?: PersonId }) => {
    const names = {
      organisation: organisation && organisationNames.get(organisation),
      person: person && personNames.get(person),
    }
    return {
      ...(names.organisation && { organisation: names.organisation }),
      ...(names.person && { person: names.person }),
    }
  }
  const numberOf = (id: ItemId) => {
    const number = numbers.get(id)
    return number === undefined ? {} : { number }
  }
  return (item: Item, theme: string): ExportedItem => {
    const { organisation, person } = party(item.owner)
    return {
      id: item.id,
      ...numberOf(item.id),
      title: cleanLine(item.title),
      theme,
      duty: item.duty,
      kind: item.kind,
      ...(item.priority && { priority: item.priority }),
      rank: item.rank,
      status: item.status,
      struckReason: cleanLine(item.struckReason),
      ...(organisation && { owner: { organisation, ...(person && { person }) } }),
      involved: namesOf(item.involved, organisationNames),
      sectors: item.sectors,
      ...(item.transition && { transition: item.transition }),
      reach: item.reach,
      lineage: cleanLine(item.lineage),
      legalBasis: item.legalBasis,
      principles: item.principles,
      ...exportPlansOf(item.plans, planNames),
      related: item.related.flatMap((id) => {
        const title = titles.get(id)
        return title === undefined ? [] : { id, ...numberOf(id), title }
      }),
      body: cleanText(readRichText(bodyFragment(doc, item.id))),
      annexes: item.annexes
        .flatMap((id) => {
          const municipality = organisationNames.get(id)
          const text = cleanText(readRichText(annexFragment(doc, item.id, id)))
          return municipality && text.length > 0 ? { municipality, text } : []
        })
        .sort((a, b) => alphabetical(a.municipality, b.municipality)),
      deadlines: item.deadlines
        .map(({ id, name, date }) => ({ id, name: cleanLine(name), ...(date && { date }) }))
        .sort(byDate),
      agreements: item.agreements.map((agreement) => ({
        id: agreement.id,
        text: cleanLine(agreement.text),
        ...party(agreement),
        ...(agreement.due && { due: agreement.due }),
        ...(agreement.done && { done: agreement.done }),
      })),
      indicators: item.indicators.map(exportIndicator).sort(byName),
      links: exportLinks(item.links),
    }
  }
}

/** No totals, differences or averages: from those a masked value could be told again. */
function exportIndicator(indicator: Indicator): ExportedItem['indicators'][number] {
  const { id, name, unit, baseline, target, targetDate, direction, measurements } = indicator
  return {
    id,
    name: cleanLine(name),
    unit: cleanLine(unit),
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(targetDate && { targetDate }),
    direction,
    measurements: measurements.map(({ date, value, source }) => ({
      date,
      value,
      source: cleanLine(source),
    })),
  }
}
