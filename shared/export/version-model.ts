import { isDay } from '../date.ts'
import type { PersonId } from '../ids.ts'
import { duties } from '../item.ts'
import { fromSchemaJson } from '../version/schema-json.ts'
import type { FrozenItem, Version } from '../version/version.ts'
import { cleanLine, cleanText } from './clean.ts'
import type { ExportChoice } from './make-model.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'

/** A version that was frozen, as every export says it. Names of people are from the record: a version holds none. */
export function makeVersionModel(
  agenda: string,
  { number, hash, metadata, items }: Version,
  people: ReadonlyMap<PersonId, string>,
  { party, theme }: ExportChoice = {},
): ExportedAgenda {
  const { title, region, period, parties, themes } = metadata
  const date = metadata.at.slice(0, 10)
  if (!isDay(date)) throw new RangeError('a version without its day')
  const chosen = items
    .filter(({ content }) => theme === undefined || content.theme === theme)
    .filter(
      ({ content: { owner, involved = [] } }) =>
        party === undefined || owner?.organisation === party || involved.includes(party),
    )
    .sort((a, b) => duties.indexOf(a.content.duty) - duties.indexOf(b.content.duty))
  const toItem = itemExporter(metadata, items, people)
  const known = new Set(themes.map(({ id }) => id))
  const groups = [
    ...themes.map(({ id, name }) => ({
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
    edition: { kind: 'version', number, date, hash },
    parties: parties
      .map(({ name, short, kind }) => ({ name: cleanLine(name), short: cleanLine(short), kind }))
      .sort((a, b) => alphabetical(a.name, b.name)),
    themes: groups
      .filter(({ items }) => items.length > 0)
      .map(({ name, items }) => ({ name, items: items.map((item) => toItem(item, name)) })),
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
      plans: namesOf(content.plans, planNames),
      related: (aside.related ?? []).flatMap((id) => {
        const other = byId.get(id)
        if (!other) return []
        const { number } = other.aside
        return { ...(number !== undefined && { number }), title: cleanLine(other.content.title) }
      }),
      body: cleanText(fromSchemaJson(content.body ?? [])),
      annexes: Object.entries(content.annexes ?? {}).flatMap(([id, text]) => {
        const municipality = partyNames.get(id)
        return municipality ? { municipality, text: cleanText(fromSchemaJson(text)) } : []
      }),
      deadlines: Object.entries(content.deadlines ?? {})
        .map(([id, { name, date }]) => ({ id, name: cleanLine(name), ...(date && { date }) }))
        .sort((a, b) => alphabetical(a.date ?? '9', b.date ?? '9')),
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
        .sort((a, b) => alphabetical(a.name, b.name)),
      links: (aside.links ?? []).flatMap(({ name, url, kind }) =>
        url === '' ? [] : { name: cleanLine(name), url: cleanLine(url), kind },
      ),
    }
  }
}

function namesOf(ids: readonly string[] = [], names: ReadonlyMap<string, string>): string[] {
  return ids.flatMap((id) => names.get(id) ?? []).sort(alphabetical)
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
