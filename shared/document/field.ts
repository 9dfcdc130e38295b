import type * as Y from 'yjs'
import type { ItemId } from '../ids.ts'
import { itemLists, itemSets } from './layout.ts'
import { annexFragment, bodyFragment, readAgendaHead, readItem, readThemes } from './read.ts'
import { readRichText } from './rich-text.ts'

/** All that an item has, in the order in which it is read. */
export const itemFields: readonly string[] = [
  ...['title', 'status', 'struckReason', 'duty', 'theme', 'rank', 'kind', 'priority', 'owner', 'reach', 'lineage'],
  ...['transition', 'body', 'annexes'],
  ...itemLists,
  ...itemSets,
]

/** What the agenda itself has, for its history. */
export const agendaFields = ['title', 'period', 'themes'] as const

/** Whether an item has such a field; of the agenda itself, which has no id, whether that has. */
export function isField(item: ItemId | '', name: string): boolean {
  return item === '' ? agendaFields.some((field) => field === name) : itemFields.includes(name)
}

/**
 * One field of an item, or of the agenda itself, as plain JSON, for its history: a body as rich text, annexes by
 * municipality, everything else as the tolerant reader gives it. Undefined when the item or the field is not there.
 */
export function readField(doc: Y.Doc, id: ItemId | '', field: string): unknown {
  if (id === '') return readAgendaField(doc, field)
  if (field === 'body') return readRichText(bodyFragment(doc, id))
  const item = readItem(doc, id)
  if (!item || !Object.hasOwn(item, field)) return undefined
  if (field !== 'annexes') return item[field as keyof typeof item]
  return Object.fromEntries(item.annexes.map((place) => [place, readRichText(annexFragment(doc, id, place))]))
}

function readAgendaField(doc: Y.Doc, field: string): unknown {
  if (field === 'themes') return readThemes(doc)
  const { title, from, to } = readAgendaHead(doc)
  return field === 'title' ? title : from && to ? { from, to } : undefined
}
