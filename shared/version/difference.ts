import type { ItemId } from '../ids.ts'
import { canonical, type Json } from './canonical.ts'
import { type ItemContent, isSameContent } from './content.ts'

/** What stood, stands or stood at a moment on the agenda: a version, now, or any past moment. */
export type Contents = ReadonlyMap<ItemId, ItemContent>

export type Field = keyof ItemContent
/** Fields whose entries have ids or keys of their own, and are compared one by one. */
const keyed = ['annexes', 'deadlines', 'agreements', 'indicators'] as const
/** Fields that hold words, which a reader wants to see compared word by word. */
const worded: readonly Field[] = ['title', 'body', 'annexes', 'agreements']
/** Fields that say where an item stands on the board. */
const places: readonly Field[] = ['duty', 'theme']

/** One field, or one entry of it, before and after; undefined where it was not there. */
export type FieldDifference = {
  field: Field
  entry?: string
  before: unknown
  after: unknown
  /** Whether it is best shown as words that came and went. */
  isText: boolean
}

export type ItemDifference =
  | { kind: 'added'; item: ItemId; after: ItemContent }
  /** Struck, or not on the agenda any more in another way. */
  | { kind: 'struck'; item: ItemId; before: ItemContent }
  | {
      kind: 'changed'
      item: ItemId
      before: ItemContent
      after: ItemContent
      /** Whether it stands in another column or theme. */
      isMoved: boolean
      fields: FieldDifference[]
    }

/** What became of each item between two moments (rule V6); items that say the same are not in it. */
export function difference(before: Contents, after: Contents): ItemDifference[] {
  const found: ItemDifference[] = []
  for (const [item, content] of after) {
    const earlier = before.get(item)
    if (!earlier) found.push({ kind: 'added', item, after: content })
    else if (!isSameContent(earlier, content)) {
      const fields = fieldDifferences(earlier, content)
      const isMoved = fields.some(({ field }) => places.includes(field))
      found.push({ kind: 'changed', item, before: earlier, after: content, isMoved, fields })
    }
  }
  for (const [item, content] of before) if (!after.has(item)) found.push({ kind: 'struck', item, before: content })
  return found
}

/** Which items are otherwise than they were in a version: what the living agenda shows beside each. */
export function changedSince(version: Contents, now: Contents): Map<ItemId, ItemDifference['kind']> {
  return new Map(difference(version, now).map(({ item, kind }) => [item, kind]))
}

/**
 * The fields in which an item differs, in the order in which an item is read. Of an item that was not there, or is not there
 * any more, all fields came, or went.
 */
export function fieldDifferences(before: ItemContent | undefined, after: ItemContent | undefined): FieldDifference[] {
  return allFields.flatMap((field): FieldDifference[] => {
    const [was, is] = [before?.[field], after?.[field]]
    if (isEqual(was, is)) return []
    const isText = worded.includes(field)
    if (!isKeyed(field)) return [{ field, before: was, after: is, isText }]
    const [earlier, later] = [entriesOf(was), entriesOf(is)]
    return [...new Set([...earlier.keys(), ...later.keys()])]
      .filter((entry) => !isEqual(earlier.get(entry), later.get(entry)))
      .map((entry) => ({ field, entry, before: earlier.get(entry), after: later.get(entry), isText }))
  })
}

/** In the order in which an item is read. A field that is not named here does not compile. */
export const allFields = Object.keys({
  title: 0,
  duty: 0,
  theme: 0,
  body: 0,
  owner: 0,
  involved: 0,
  sectors: 0,
  transition: 0,
  reach: 0,
  annexes: 0,
  agreements: 0,
  deadlines: 0,
  indicators: 0,
  legalBasis: 0,
  principles: 0,
  plans: 0,
} satisfies Record<Field, 0>) as Field[]

function isKeyed(field: Field): boolean {
  return keyed.some((name) => name === field)
}

function entriesOf(value: ItemContent[Field]): Map<string, unknown> {
  return new Map(Object.entries((value ?? {}) as Record<string, unknown>))
}

function isEqual(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other
  return canonical(one as Json) === canonical(other as Json)
}
