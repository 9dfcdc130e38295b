import type * as Y from 'yjs'
import type { Member, Organisation, Plan, Theme } from '../agenda.ts'
import { annexFragment, bodyFragment, readAgendaHead, readItems, readThemes } from '../document/read.ts'
import { readRichText } from '../document/rich-text.ts'
import type { AgendaId, ItemId, OrganisationId, PersonId, ThemeId } from '../ids.ts'
import { duties, type Indicator, type Item, isMasked } from '../item.ts'
import { compareRanked } from '../rank.ts'
import { cleanLine, cleanText } from './clean.ts'
import type { ExportedAgenda, ExportedItem, ExportedNumber } from './model.ts'

/** What an export is made from. What the document cannot know comes from the record. */
export type ExportSource = {
  doc: Y.Doc
  id: AgendaId
  region: string
  edition: ExportedAgenda['edition']
  organisations: readonly Organisation[]
  members: readonly Pick<Member, 'person' | 'name'>[]
  plans: readonly Pick<Plan, 'id' | 'name'>[]
  numbers: ReadonlyMap<ItemId, number>
}

/** Which part of it: the items a party pulls or is involved in, those of one theme; struck ones as an annex or not. */
export type ExportChoice = {
  party?: OrganisationId | undefined
  theme?: ThemeId | undefined
  struck?: boolean | undefined
}

/** The agenda as every export says it (rules P1, X1, X2). */
export function makeExportModel(source: ExportSource, choice: ExportChoice = {}): ExportedAgenda {
  const { doc, id, region, edition, organisations } = source
  const { title, from, to } = readAgendaHead(doc)
  const all = readItems(doc)
  const chosen = all.filter((item) => isChosen(item, choice)).sort(byPlace(source.numbers))
  const toItem = itemExporter(source, all)
  const standing = chosen.filter(({ status }) => status !== 'struck')
  const themes = readThemes(doc)
  const known = new Set(themes.map((theme) => theme.id))
  const groups = [
    ...themes.map((theme) => ({
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
    parties: organisations
      .map(({ name, short, kind }) => ({ name: cleanLine(name), short: cleanLine(short), kind }))
      .sort((a, b) => alphabetical(a.name, b.name)),
    themes: groups
      .filter(({ items }) => items.length > 0)
      .map(({ name, items }) => ({ name, items: items.map((item) => toItem(item, name)) })),
    ...(choice.struck && {
      struck: chosen.filter(({ status }) => status === 'struck').map((item) => toItem(item, themeName(item, themes))),
    }),
  }
}

function isChosen({ owner, involved, theme }: Item, choice: ExportChoice): boolean {
  const { party } = choice
  const isOfParty = party === undefined || owner.organisation === party || involved.includes(party)
  return isOfParty && (choice.theme === undefined || theme === choice.theme)
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
  const planNames = new Map(plans.map(({ id, name }) => [id, cleanLine(name)]))
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
      plans: namesOf(item.plans, planNames),
      related: item.related.flatMap((id) => {
        const title = titles.get(id)
        return title === undefined ? [] : { ...numberOf(id), title }
      }),
      body: cleanText(readRichText(bodyFragment(doc, item.id))),
      annexes: item.annexes.flatMap((id) => {
        const municipality = organisationNames.get(id)
        const text = cleanText(readRichText(annexFragment(doc, item.id, id)))
        return municipality && text.length > 0 ? { municipality, text } : []
      }),
      deadlines: item.deadlines.map(({ id, name, date }) => ({ id, name: cleanLine(name), ...(date && { date }) })),
      agreements: item.agreements.map((agreement) => ({
        id: agreement.id,
        text: cleanLine(agreement.text),
        ...party(agreement),
        ...(agreement.due && { due: agreement.due }),
        ...(agreement.done && { done: agreement.done }),
      })),
      indicators: item.indicators.map(exportIndicator),
      links: item.links.flatMap(({ name, url, kind }) =>
        url === '' ? [] : { name: cleanLine(name), url: cleanLine(url), kind },
      ),
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
    ...(baseline !== undefined && { baseline: masked(baseline) }),
    ...(target !== undefined && { target: masked(target) }),
    ...(targetDate && { targetDate }),
    direction,
    measurements: measurements.map(({ date, value, source }) => ({
      date,
      value: masked(value),
      source: cleanLine(source),
    })),
  }
}

function masked(value: number): ExportedNumber {
  return isMasked(value) ? 'masked' : value
}

function namesOf<Id>(ids: readonly Id[], names: ReadonlyMap<Id, string>): string[] {
  return ids.flatMap((id) => names.get(id) ?? []).sort(alphabetical)
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
