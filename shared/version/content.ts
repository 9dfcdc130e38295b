import type * as Y from 'yjs'
import type { Amount } from '../amount.ts'
import type { Day } from '../date.ts'
import { annexFragment, bodyFragment, readItem, readItems } from '../document/read.ts'
import { readRichText } from '../document/rich-text.ts'
import { sha256Hex } from '../hash.ts'
import type { EntryId, ItemId, OrganisationId, PersonId, PlanId, ThemeId } from '../ids.ts'
import type { Direction, Duty, Item, LegalBasis, Principle, Reach, Sector, Transition } from '../item.ts'
import { canonical, type Json } from './canonical.ts'
import { type SchemaNode, toSchemaJson } from './schema-json.ts'

export type AgreedAgreement = { text: string; organisation?: OrganisationId; person?: PersonId; due?: Day }
export type AgreedIndicator = {
  name: string
  unit: string
  baseline?: Amount
  target?: Amount
  targetDate?: Day
  /** Left out when it is to go down. */
  direction?: Direction
}

/**
 * What of an item is agreed, and so hashed (rule V2). Not its rank, priority, status or number, what is done, or what was
 * measured: those go on. What is empty is left out. Entries go by their ids, since their order is no part of it.
 */
export type ItemContent = {
  title: string
  body?: SchemaNode[]
  duty: Duty
  theme?: ThemeId
  owner?: { organisation?: OrganisationId; person?: PersonId }
  involved?: OrganisationId[]
  sectors?: Sector[]
  transition?: Transition
  reach: Reach
  /** By municipality. */
  annexes?: Record<string, SchemaNode[]>
  deadlines?: Record<string, { name: string; date?: Day }>
  agreements?: Record<string, AgreedAgreement>
  indicators?: Record<string, AgreedIndicator>
  legalBasis?: LegalBasis[]
  principles?: Principle[]
  plans?: PlanId[]
}

/** What somebody would agree to now; undefined when there is no such item. */
export function readContent(doc: Y.Doc, id: ItemId): ItemContent | undefined {
  const item = readItem(doc, id)
  return item && contentOf(doc, item)
}

/** Of every item that is not struck. */
export function readContents(doc: Y.Doc): Map<ItemId, ItemContent> {
  return new Map(
    readItems(doc)
      .filter(({ status }) => status !== 'struck')
      .map((item) => [item.id, contentOf(doc, item)]),
  )
}

/** The hash of an item's content, with its salt: nobody can guess a short text from it. */
export function itemHash(salt: string, content: ItemContent): string {
  return sha256Hex(canonical({ salt, content: content as Json }))
}

/** Whether two items say the same. */
export function isSameContent(one: ItemContent, other: ItemContent): boolean {
  return canonical(one as Json) === canonical(other as Json)
}

function contentOf(doc: Y.Doc, item: Item): ItemContent {
  const { id, title, duty, theme, owner, involved, sectors, transition, reach } = item
  const body = toSchemaJson(readRichText(bodyFragment(doc, id)))
  const annexes = Object.fromEntries(
    item.annexes
      .map((place) => [place, toSchemaJson(readRichText(annexFragment(doc, id, place)))] as const)
      .filter(([, text]) => text.length > 0),
  )
  const content: ItemContent = {
    title: line(title),
    ...(body.length > 0 && { body }),
    duty,
    ...(theme && { theme }),
    ...(Object.keys(owner).length > 0 && { owner }),
    ...filled('involved', involved),
    ...filled('sectors', sectors),
    // Key by key: a hostile client can have put more into a plain value.
    ...(transition && { transition: { from: transition.from, to: transition.to } }),
    reach,
    ...(Object.keys(annexes).length > 0 && { annexes }),
    ...byId('deadlines', item.deadlines, ({ name, date }) => ({ name: line(name), ...(date && { date }) })),
    ...byId('agreements', item.agreements, ({ text, organisation, person, due }) => ({
      text: line(text),
      ...(organisation && { organisation }),
      ...(person && { person }),
      ...(due && { due }),
    })),
    ...byId('indicators', item.indicators, ({ name, unit, baseline, target, targetDate, direction }) => ({
      name: line(name),
      unit: line(unit),
      ...(baseline !== undefined && { baseline }),
      ...(target !== undefined && { target }),
      ...(targetDate && { targetDate }),
      ...(direction !== 'down' && { direction }),
    })),
    ...filled('legalBasis', item.legalBasis),
    ...filled('principles', item.principles),
    ...filled('plans', item.plans),
  }
  return content
}

function filled<Key extends string, Value>(key: Key, values: Value[]): Partial<Record<Key, Value[]>> {
  return (values.length > 0 ? { [key]: values } : {}) as Partial<Record<Key, Value[]>>
}

function byId<Key extends string, Entry extends { id: EntryId }, Value>(
  key: Key,
  entries: readonly Entry[],
  read: (entry: Entry) => Value,
): Partial<Record<Key, Record<string, Value>>> {
  const values = Object.fromEntries(entries.map((entry) => [entry.id, read(entry)]))
  return (entries.length > 0 ? { [key]: values } : {}) as Partial<Record<Key, Record<string, Value>>>
}

/** A half of a character, which only a broken client writes, has no place in JSON that others must read. */
function line(text: string): string {
  return text.toWellFormed()
}
