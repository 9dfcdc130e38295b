import type * as Y from 'yjs'
import type { AgendaHead, Theme } from '../agenda.ts'
import { readAmount } from '../amount.ts'
import { isDay } from '../date.ts'
import {
  type EntryId,
  type ItemId,
  isId,
  type OrganisationId,
  type PersonId,
  type PlanId,
  type ThemeId,
} from '../ids.ts'
import {
  type Agreement,
  type Deadline,
  directions,
  duties,
  type Indicator,
  type Item,
  itemKinds,
  type Link,
  legalBases,
  linkKinds,
  type Measurement,
  principles,
  priorities,
  reaches,
  sectors,
  statuses,
  type Transition,
} from '../item.ts'
import { compareRanked, isRank, type Rank } from '../rank.ts'
import {
  agendaMap,
  asFragment,
  asMap,
  asText,
  type ItemList,
  type ItemSet,
  itemMap,
  itemsMap,
  themesMap,
} from './layout.ts'
import { isSafeLink } from './rich-text.ts'

// The tolerant reader (rule D1). Anyone with the right to write can have written anything here, with any client: what
// is not of the expected type counts as absent, and reading never throws.

export function readAgendaHead(doc: Y.Doc): AgendaHead {
  const agenda = agendaMap(doc)
  const period = asMap(agenda.get('period'))
  const [from, to] = [period?.get('from'), period?.get('to')]
  return { title: plain(agenda.get('title')), ...(isDay(from) && { from }), ...(isDay(to) && { to }) }
}

/** All themes in order, the hidden ones too. */
export function readThemes(doc: Y.Doc): Theme[] {
  const themes: Theme[] = []
  for (const [id, value] of themesMap(doc)) {
    const theme = asMap(value)
    if (!theme || !isId<ThemeId>(id)) continue
    themes.push({
      id,
      name: plain(theme.get('name')),
      rank: rankOf(theme),
      hidden: theme.get('hidden') === true,
    })
  }
  return themes.sort(compareRanked)
}

export function readItemIds(doc: Y.Doc): ItemId[] {
  return [...itemsMap(doc).keys()].filter((id): id is ItemId => isId(id) && itemMap(doc, id as ItemId) !== undefined)
}

/** Every item, struck ones too, in no particular order. */
export function readItems(doc: Y.Doc): Item[] {
  return readItemIds(doc).flatMap((id) => readItem(doc, id) ?? [])
}

export function readItem(doc: Y.Doc, id: ItemId): Item | undefined {
  const map = isId<ItemId>(id) ? itemMap(doc, id) : undefined
  if (!map) return undefined
  const theme = map.get('theme')
  const owner = asMap(map.get('owner'))
  const priority = oneOf(priorities, map.get('priority'))
  const transition = readTransition(map.get('transition'))
  return {
    id,
    title: line(map.get('title')),
    ...(isId<ThemeId>(theme) && { theme }),
    duty: oneOf(duties, map.get('duty')) ?? 'joint',
    kind: oneOf(itemKinds, map.get('kind')) ?? 'oogo-subject',
    ...(priority && { priority }),
    rank: rankOf(map),
    status: oneOf(statuses, map.get('status')) ?? 'proposed',
    struckReason: plain(map.get('struckReason')),
    reach: oneOf(reaches, map.get('reach')) ?? 'regional',
    lineage: plain(map.get('lineage')),
    ...(transition && { transition }),
    owner: readParty(owner),
    involved: readSet(map, 'involved').filter(isId<OrganisationId>),
    sectors: inOrder(sectors, readSet(map, 'sectors')),
    legalBasis: inOrder(legalBases, readSet(map, 'legalBasis')),
    principles: inOrder(principles, readSet(map, 'principles')),
    related: readSet(map, 'related').filter(isId<ItemId>),
    plans: readSet(map, 'plans').filter(isId<PlanId>),
    deadlines: readEntries(map, 'deadlines', readDeadline).sort((a, b) =>
      compareText(a.date ?? '9', b.date ?? '9', a, b),
    ),
    links: readEntries(map, 'links', readLink).sort((a, b) => compareText(a.name, b.name, a, b)),
    agreements: readEntries(map, 'agreements', readAgreement).sort(compareRanked),
    indicators: readEntries(map, 'indicators', readIndicator).sort((a, b) => compareText(a.name, b.name, a, b)),
    annexes: readAnnexes(map),
  }
}

/** The title as Yjs holds it, for an input that is bound to it. */
export function titleText(doc: Y.Doc, item: ItemId): Y.Text | undefined {
  return asText(itemMap(doc, item)?.get('title'))
}

/** The body as Yjs holds it, for an editor that is bound to it, or for `readRichText`. */
export function bodyFragment(doc: Y.Doc, item: ItemId): Y.XmlFragment | undefined {
  return asFragment(itemMap(doc, item)?.get('body'))
}

export function annexFragment(doc: Y.Doc, item: ItemId, municipality: OrganisationId): Y.XmlFragment | undefined {
  return asFragment(asMap(itemMap(doc, item)?.get('annexes'))?.get(municipality))
}

export function agreementText(doc: Y.Doc, item: ItemId, agreement: EntryId): Y.Text | undefined {
  return asText(asMap(asMap(itemMap(doc, item)?.get('agreements'))?.get(agreement))?.get('text'))
}

function readTransition(value: unknown): Transition | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { from, to } = value as Record<string, unknown>
  const [start, end] = [oneOf(sectors, from), oneOf(sectors, to)]
  return start && end ? { from: start, to: end } : undefined
}

function readParty(map: Y.Map<unknown> | undefined): { organisation?: OrganisationId; person?: PersonId } {
  const [organisation, person] = [map?.get('organisation'), map?.get('person')]
  return {
    ...(isId<OrganisationId>(organisation) && { organisation }),
    ...(isId<PersonId>(person) && { person }),
  }
}

function readSet(item: Y.Map<unknown>, set: ItemSet): string[] {
  const keys: string[] = []
  // An iterator of Yjs costs more than all that is in most of these.
  asMap(item.get(set))?.forEach((value, key) => {
    if (value === true) keys.push(key)
  })
  return keys.sort(alphabetical)
}

function readEntries<Entry>(
  item: Y.Map<unknown>,
  list: ItemList,
  read: (id: EntryId, map: Y.Map<unknown>) => Entry,
): Entry[] {
  const entries: Entry[] = []
  asMap(item.get(list))?.forEach((value, id) => {
    const map = asMap(value)
    if (map && isId<EntryId>(id) && map.get('removed') !== true) entries.push(read(id, map))
  })
  return entries
}

function readDeadline(id: EntryId, map: Y.Map<unknown>): Deadline {
  const date = map.get('date')
  return { id, name: plain(map.get('name')), ...(isDay(date) && { date }) }
}

function readLink(id: EntryId, map: Y.Map<unknown>): Link {
  const url = plain(map.get('url'))
  return {
    id,
    name: plain(map.get('name')),
    // Any other scheme (javascript:, data:) is not a link that anyone should be able to follow.
    url: isSafeLink(url) ? url : '',
    kind: oneOf(linkKinds, map.get('kind')) ?? 'document',
  }
}

function readAgreement(id: EntryId, map: Y.Map<unknown>): Agreement {
  const [due, done] = [map.get('due'), map.get('done')]
  return {
    id,
    text: line(map.get('text')),
    ...readParty(map),
    ...(isDay(due) && { due }),
    ...(isDay(done) && { done }),
    rank: rankOf(map),
  }
}

function readIndicator(id: EntryId, map: Y.Map<unknown>): Indicator {
  // A bare value of 1 to 4, which documents of before can hold, counts as masked (rule P1).
  const [baseline, target] = [readAmount(map.get('baseline')), readAmount(map.get('target'))]
  const targetDate = map.get('targetDate')
  const measurements: Measurement[] = []
  asMap(map.get('measurements'))?.forEach((value, date) => {
    const measurement = asMap(value)
    const amount = readAmount(measurement?.get('value'))
    if (!measurement || measurement.get('removed') === true || !isDay(date) || amount === undefined) return
    measurements.push({ date, value: amount, source: plain(measurement.get('source')) })
  })
  return {
    id,
    name: plain(map.get('name')),
    unit: plain(map.get('unit')),
    ...(baseline !== undefined && { baseline }),
    ...(target !== undefined && { target }),
    ...(isDay(targetDate) && { targetDate }),
    direction: oneOf(directions, map.get('direction')) ?? 'down',
    measurements: measurements.sort((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

function readAnnexes(item: Y.Map<unknown>): OrganisationId[] {
  const ids: OrganisationId[] = []
  asMap(item.get('annexes'))?.forEach((value, id) => {
    if (isId<OrganisationId>(id) && asFragment(value)) ids.push(id)
  })
  return ids.sort(alphabetical)
}

/** What was put in as a rank but is none would leave no place beside it; it counts as absent and goes first. */
function rankOf(map: Y.Map<unknown>): Rank {
  const rank = map.get('rank')
  return isRank(rank) ? rank : ''
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A live text that is shown on one line. */
function line(value: unknown): string {
  return (asText(value)?.toString() ?? '').replace(/\s+/g, ' ')
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value)
}

/** The known ones among the values, in the order in which the list names them. */
function inOrder<Value extends string>(known: readonly Value[], values: string[]): Value[] {
  return known.filter((value) => values.includes(value))
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareText(a: string, b: string, entry: { id: string }, other: { id: string }): number {
  const [left, right] = a === b ? [entry.id, other.id] : [a, b]
  return alphabetical(left, right)
}
