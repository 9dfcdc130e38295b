import { dutchDayOf } from '../dutch-day.ts'
import type { PersonId } from '../ids.ts'
import { duties } from '../item.ts'
import { compareRanked } from '../rank.ts'
import { whose } from '../version/concerns.ts'
import { fromSchemaJson } from '../version/schema-json.ts'
import type { FrozenItem, Version } from '../version/version.ts'
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
import { chosenBy, type ExportChoice } from './make-model.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'

/** A version that was frozen, as every export says it. Names of people are from the record: a version holds none. */
export function makeVersionModel(
  agenda: string,
  { number, hash, metadata, items }: Version,
  people: ReadonlyMap<PersonId, string>,
  choice: ExportChoice = {},
): ExportedAgenda {
  const { title, region, period, parties, themes } = metadata
  const isChosen = chosenBy(choice)
  const chosen = items
    .filter(({ item: id, content }) => isChosen({ id, theme: content.theme, ...whose(content) }))
    .sort(byPlace)
  const toItem = itemExporter(metadata, items, people)
  const known = new Set(themes.map(({ id }) => id))
  const groups = [
    ...themes.map(({ id, name }) => ({
      id,
      name: cleanLine(name),
      items: chosen.filter(({ content }) => content.theme === id),
    })),
    { name: '', items: chosen.filter(({ content }) => !content.theme || !known.has(content.theme)) },
  ]
  return {
    id: agenda,
    title: cleanLine(title),
    region: cleanLine(region),
    ...(period?.from && period.to && { period: { from: period.from, to: period.to } }),
    edition: { kind: 'version', number, at: metadata.at, date: dutchDayOf(Date.parse(metadata.at)), hash },
    parties: parties.map(exportParty).sort(byName),
    plans: exportPlans(metadata.plans, parties),
    themes: groups
      .filter(({ items }) => items.length > 0)
      .map(({ items, ...theme }) => ({ ...theme, items: items.map((item) => toItem(item, theme.name)) })),
    allThemes: themes.map(({ id, name }) => ({ id, name: cleanLine(name) })),
  }
}

function itemExporter(
  { parties, plans }: Version['metadata'],
  all: readonly FrozenItem[],
  people: ReadonlyMap<PersonId, string>,
) {
  const partyNames = new Map<string, string>(parties.map(({ id, name }) => [id, cleanLine(name)]))
  const planNames = new Map<string, string>(plans.map(({ id, name }) => [id, cleanLine(name)]))
  const byId = new Map(all.map((item) => [item.item, item]))
  const who = ({ organisation = '', person }: { organisation?: string; person?: PersonId }) => {
    const [party, name] = [partyNames.get(organisation), person && people.get(person)]
    return { ...(party && { organisation: party }), ...(name && { person: cleanLine(name) }) }
  }
  return ({ item, content, aside }: FrozenItem, theme: string): ExportedItem => {
    const { organisation, person } = who(content.owner ?? {})
    const isGoingOn = aside.status === 'in-progress' || aside.status === 'done'
    const agreements = Object.entries(content.agreements ?? {})
    const order = (aside.agreements ?? []).map(({ id }) => String(id))
    return {
      id: item,
      ...(aside.number !== undefined && { number: aside.number }),
      title: cleanLine(content.title),
      theme,
      duty: content.duty,
      kind: aside.kind,
      ...(aside.priority && { priority: aside.priority }),
      rank: aside.rank,
      // What a version holds is agreed, until somebody works on it.
      status: isGoingOn ? aside.status : 'agreed',
      struckReason: '',
      ...(organisation && { owner: { organisation, ...(person && { person }) } }),
      involved: namesOf(content.involved, partyNames),
      sectors: content.sectors ?? [],
      ...(content.transition && { transition: content.transition }),
      reach: content.reach,
      lineage: cleanLine(aside.lineage ?? ''),
      legalBasis: content.legalBasis ?? [],
      principles: content.principles ?? [],
      ...exportPlansOf(content.plans, planNames),
      related: (aside.related ?? []).flatMap((id) => {
        const other = byId.get(id)
        if (!other) return []
        const { number } = other.aside
        return { id, ...(number !== undefined && { number }), title: cleanLine(other.content.title) }
      }),
      body: cleanText(fromSchemaJson(content.body ?? [])),
      annexes: Object.entries(content.annexes ?? {})
        .flatMap(([id, annex]) => {
          const municipality = partyNames.get(id)
          const text = cleanText(fromSchemaJson(annex))
          return municipality && text.length > 0 ? { municipality, text } : []
        })
        .sort((a, b) => alphabetical(a.municipality, b.municipality)),
      deadlines: Object.entries(content.deadlines ?? {})
        .map(([id, { name, date }]) => ({ id, name: cleanLine(name), ...(date && { date }) }))
        .sort(byDate),
      agreements: agreements
        .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
        .map(([id, agreement]) => {
          const done = aside.agreements?.find((one) => one.id === id)?.done
          return {
            id,
            text: cleanLine(agreement.text),
            ...who(agreement),
            ...(agreement.due && { due: agreement.due }),
            ...(done && { done }),
          }
        }),
      indicators: Object.entries(content.indicators ?? {})
        .map(([id, { direction = 'down', name, unit, ...indicator }]) => ({
          id,
          ...indicator,
          name: cleanLine(name),
          unit: cleanLine(unit),
          direction,
          measurements: (aside.measurements?.[id] ?? []).map(({ date, value, source }) => ({
            date,
            value,
            source: cleanLine(source),
          })),
        }))
        .sort(byName),
      links: exportLinks(aside.links ?? []),
    }
  }
}

function byPlace(a: FrozenItem, b: FrozenItem): number {
  const placeOf = ({ item, aside }: FrozenItem) => ({ id: item, rank: aside.rank })
  return duties.indexOf(a.content.duty) - duties.indexOf(b.content.duty) || compareRanked(placeOf(a), placeOf(b))
}
