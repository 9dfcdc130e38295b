import * as Y from 'yjs'
import { type Amount, masked } from '../amount.ts'
import type { Day } from '../date.ts'
import type { EntryId, ItemId, OrganisationId, PersonId, ThemeId } from '../ids.ts'
import type { Deadline, Direction, Duty, Indicator, Item, ItemKind, Link, LinkKind } from '../item.ts'
import type { Rank } from '../rank.ts'
import {
  agendaMap,
  asFragment,
  asMap,
  type ItemList,
  type ItemSet,
  itemLists,
  itemMap,
  itemSets,
  itemsMap,
  origins,
  themesMap,
} from './layout.ts'
import { longest } from './longest.ts'
import { maskIndicator } from './mask.ts'

// One writer per change (rule D2). Each is one transaction; each does nothing when its item is not there.
// Nothing is ever deleted: items are struck, entries are flagged (rule D3). Nothing longer than the gate lets through is
// written: fields take in no more, so that only other input ends here.

export function setAgendaTitle(doc: Y.Doc, title: string): void {
  doc.transact(() => setWhenOther(agendaMap(doc), 'title', title), origins.edit)
}

export function setPeriod(doc: Y.Doc, from: Day, to: Day): void {
  doc.transact(() => {
    const period = childMap(agendaMap(doc), 'period')
    setWhenOther(period, 'from', from)
    setWhenOther(period, 'to', to)
  }, origins.edit)
}

export function createTheme(doc: Y.Doc, theme: { id: ThemeId; name: string; rank: Rank }): void {
  if (asMap(themesMap(doc).get(theme.id))) return
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    themesMap(doc).set(theme.id, map)
    map.set('name', theme.name)
    map.set('rank', theme.rank)
    map.set('hidden', false)
  }, origins.create)
}

export function setTheme(doc: Y.Doc, id: ThemeId, change: { name?: string; rank?: Rank; hidden?: boolean }): void {
  const theme = asMap(themesMap(doc).get(id))
  if (theme) doc.transact(() => setAll(theme, change), origins.edit)
}

export type NewItem = { id: ItemId; title: string; duty: Duty; rank: Rank; theme?: ThemeId; kind?: ItemKind }

/**
 * Makes an item with all its parts, so that two people who fill the same part at once never make it twice. An item that
 * is there already stays as it is.
 */
export function createItem(doc: Y.Doc, item: NewItem): void {
  if (itemMap(doc, item.id)) return
  doc.transact(() => {
    const map = new Y.Map<unknown>()
    itemsMap(doc).set(item.id, map)
    map.set('title', lineOf(item.title))
    map.set('body', new Y.XmlFragment())
    map.set('duty', item.duty)
    map.set('kind', item.kind ?? 'oogo-subject')
    map.set('rank', item.rank)
    map.set('status', 'proposed')
    if (item.theme) map.set('theme', item.theme)
    for (const part of ['owner', ...itemSets, ...itemLists, 'annexes']) map.set(part, new Y.Map())
  }, origins.create)
}

/** The fields of an item that hold one plain value each. */
export type ItemValues = Pick<Item, 'duty' | 'kind' | 'rank' | 'reach' | 'lineage'> & {
  theme: Item['theme']
  priority: Item['priority']
  transition: Item['transition']
  status: Exclude<Item['status'], 'struck'>
}

export function setItemValues(doc: Y.Doc, item: ItemId, values: Partial<ItemValues>): void {
  const map = itemMap(doc, item)
  if (map) doc.transact(() => setAll(map, values), origins.edit)
}

/** Puts an item in another place, column or theme: all in one change. */
export function moveItem(
  doc: Y.Doc,
  item: ItemId,
  to: Partial<Pick<ItemValues, 'duty' | 'rank' | 'theme' | 'priority' | 'status'>>,
): void {
  setItemValues(doc, item, to)
}

/** Strikes an item: it stays, with the reason, and can be put back. */
export function strikeItem(doc: Y.Doc, item: ItemId, reason: string): void {
  const map = itemMap(doc, item)
  if (map) doc.transact(() => setAll(map, { status: 'struck', struckReason: reason }), origins.edit)
}

export function putItemBack(doc: Y.Doc, item: ItemId): void {
  // Someone else may have put it back already, and moved it on.
  if (itemMap(doc, item)?.get('status') === 'struck') setItemValues(doc, item, { status: 'discussing' })
}

/** Changes who pulls an item; a key that is given as undefined is emptied, a key that is not given stays. */
export function setOwner(
  doc: Y.Doc,
  item: ItemId,
  owner: { organisation?: OrganisationId | undefined; person?: PersonId | undefined },
): void {
  const map = itemMap(doc, item)
  if (!map || (!asMap(map.get('owner')) && !Object.values(owner).some(Boolean))) return
  doc.transact(() => setAll(childMap(map, 'owner'), owner), origins.edit)
}

/** Puts something into one of the sets of an item, or takes it out. */
export function setInSet(doc: Y.Doc, item: ItemId, set: ItemSet, id: string, present: boolean): void {
  const map = itemMap(doc, item)
  if (!map || (asMap(map.get(set))?.get(id) === true) === present) return
  doc.transact(() => childMap(map, set).set(id, present), origins.edit)
}

export function addDeadline(doc: Y.Doc, item: ItemId, deadline: Deadline): void {
  addEntry(doc, item, 'deadlines', deadline.id, { name: deadline.name, date: deadline.date })
}

export function addLink(doc: Y.Doc, item: ItemId, link: Link): void {
  addEntry(doc, item, 'links', link.id, { name: link.name, url: link.url, kind: link.kind })
}

export type NewAgreement = {
  id: EntryId
  text: string
  rank: Rank
  organisation?: OrganisationId
  person?: PersonId
  due?: Day
  done?: Day
}

export function addAgreement(doc: Y.Doc, item: ItemId, { id, text, ...values }: NewAgreement): void {
  addEntry(doc, item, 'agreements', id, { text: lineOf(text), ...values })
}

export function addIndicator(doc: Y.Doc, item: ItemId, indicator: Omit<Indicator, 'measurements'>): void {
  const { id, ...values } = indicator
  addEntry(doc, item, 'indicators', id, { ...maskedValues(values), measurements: new Y.Map() })
}

/** What can be changed in an entry of each list; a value given as undefined is emptied. */
export type EntryValues = {
  deadlines: { name?: string; date?: Day | undefined }
  links: { name?: string; url?: string; kind?: LinkKind }
  agreements: {
    organisation?: OrganisationId | undefined
    person?: PersonId | undefined
    due?: Day | undefined
    done?: Day | undefined
    rank?: Rank
  }
  indicators: {
    name?: string
    unit?: string
    baseline?: Amount | undefined
    target?: Amount | undefined
    targetDate?: Day | undefined
    direction?: Direction
  }
}

export function setEntry<List extends ItemList>(
  doc: Y.Doc,
  item: ItemId,
  list: List,
  id: EntryId,
  values: EntryValues[List],
): void {
  const entry = entryMap(doc, item, list, id)
  if (!entry) return
  if (list === 'indicators') maskIndicator(entry)
  doc.transact(
    () => setAll(entry, 'baseline' in values || 'target' in values ? maskedValues(values) : values),
    origins.edit,
  )
}

/** Takes an entry out of its list, or puts it back: it is flagged, never deleted. */
export function setEntryRemoved(doc: Y.Doc, item: ItemId, list: ItemList, id: EntryId, removed: boolean): void {
  setRemoved(entryMap(doc, item, list, id), removed)
}

/** Writes down what was measured on a day; a second measurement of that day takes the place of the first. */
export function setMeasurement(
  doc: Y.Doc,
  item: ItemId,
  indicator: EntryId,
  date: Day,
  values: { value: Amount; source: string },
): void {
  const entry = entryMap(doc, item, 'indicators', indicator)
  if (!entry) return
  maskIndicator(entry)
  doc.transact(() => {
    const measurement = childMap(childMap(entry, 'measurements'), date)
    setAll(measurement, { ...values, value: masked(values.value) })
    setRemoved(measurement, false)
  }, origins.edit)
}

export function setMeasurementRemoved(doc: Y.Doc, item: ItemId, indicator: EntryId, date: Day, removed: boolean): void {
  setRemoved(asMap(asMap(entryMap(doc, item, 'indicators', indicator)?.get('measurements'))?.get(date)), removed)
}

/** The local annex of a municipality, made when it is not there yet. */
export function createAnnex(doc: Y.Doc, item: ItemId, municipality: OrganisationId): Y.XmlFragment | undefined {
  const map = itemMap(doc, item)
  if (!map) return undefined
  return doc.transact(() => {
    const annexes = childMap(map, 'annexes')
    const existing = asFragment(annexes.get(municipality))
    if (existing) return existing
    const fragment = new Y.XmlFragment()
    annexes.set(municipality, fragment)
    return fragment
  }, origins.create)
}

/**
 * Makes a live text say something else by its smallest change: the common start and end stay, so that the caret of
 * someone who types elsewhere in it stays too.
 */
export function setText(text: Y.Text, value: string): void {
  const old = text.toString()
  if (old === value && text.length === old.length) return
  const shortest = Math.min(old.length, value.length)
  let start = 0
  while (start < shortest && old[start] === value[start]) start++
  // Never cut between the two halves of a character outside the basic plane.
  if (start > 0 && isHighSurrogate(old.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shortest - start && old[old.length - 1 - end] === value[value.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(old.charCodeAt(old.length - end))) end--
  // Only another client can have put in something that is not text; the places then do not tally, so it is written anew.
  if (text.length !== old.length) [start, end] = [0, 0]
  const write = () => {
    text.delete(start, text.length - end - start)
    text.insert(start, startOf(value.slice(start, value.length - end), longest.line - text.length))
  }
  if (text.doc) text.doc.transact(write, origins.edit)
  else write()
}

/** A bare value of 1 to 4 stays with who typed it (rule P1). */
function maskedValues<Values extends Pick<EntryValues['indicators'], 'baseline' | 'target'>>(values: Values): Values {
  const { baseline, target } = values
  return {
    ...values,
    ...(baseline !== undefined && { baseline: masked(baseline) }),
    ...(target !== undefined && { target: masked(target) }),
  }
}

function addEntry(doc: Y.Doc, item: ItemId, list: ItemList, id: EntryId, values: Record<string, unknown>): void {
  const map = itemMap(doc, item)
  if (!map || entryMap(doc, item, list, id)) return
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    childMap(map, list).set(id, entry)
    for (const [key, value] of Object.entries(values)) if (value !== undefined) entry.set(key, value)
  }, origins.create)
}

function entryMap(doc: Y.Doc, item: ItemId, list: ItemList, id: EntryId): Y.Map<unknown> | undefined {
  return asMap(asMap(itemMap(doc, item)?.get(list))?.get(id))
}

/** The map under a key; made when another client left it out. */
function childMap(parent: Y.Map<unknown>, key: string): Y.Map<unknown> {
  const existing = asMap(parent.get(key))
  if (existing) return existing
  const map = new Y.Map<unknown>()
  parent.set(key, map)
  return map
}

/** Sets each value that differs and fits. `null` stands for emptied: map entries are never deleted. */
function setAll(map: Y.Map<unknown>, values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) setWhenOther(map, key, value ?? null)
}

function setWhenOther(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (typeof value === 'string' && value.length > longest.value) return
  if (!isSame(map.get(key) ?? null, value)) map.set(key, value)
}

/** Whether what is there, written by anyone, is the value that one of our writers is about to write. */
function isSame(current: unknown, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return current === value
  if (typeof current !== 'object' || current === null || current instanceof Y.AbstractType) return false
  const [there, here] = [Object.entries(current), new Map(Object.entries(value))]
  return there.length === here.size && there.every(([key, part]) => here.get(key) === part)
}

/** Flags an entry as removed, or as there again. */
function setRemoved(entry: Y.Map<unknown> | undefined, removed: boolean): void {
  if (!entry || (entry.get('removed') === true) === removed) return
  if (entry.doc) entry.doc.transact(() => entry.set('removed', removed), origins.edit)
}

function lineOf(text: string): Y.Text {
  return new Y.Text(startOf(text, longest.line))
}

/** As much of a text as there is room for, and never half a character. */
function startOf(text: string, room: number): string {
  if (text.length <= room) return text
  const end = Math.max(room, 0)
  return text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end)
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
