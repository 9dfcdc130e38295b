import type * as Y from 'yjs'
import type { ItemId } from '../ids.ts'
import { itemLists, itemSets } from './layout.ts'
import { annexFragment, bodyFragment, readItem } from './read.ts'
import { readRichText, richTextToPlain } from './rich-text.ts'

const fields = new Set<string>([
  ...itemSets,
  ...itemLists,
  ...['title', 'body', 'theme', 'duty', 'kind', 'priority', 'rank', 'status', 'struckReason', 'reach', 'lineage'],
  ...['transition', 'owner', 'annexes'],
])

/** Whether an item has such a field. */
export function isItemField(name: string): boolean {
  return fields.has(name)
}

/**
 * One field of an item as plain JSON, for its history: the body as its words, annexes by municipality, everything else as
 * the tolerant reader gives it. Undefined when the item or the field is not there.
 */
export function readField(doc: Y.Doc, id: ItemId, field: string): unknown {
  if (field === 'body') return richTextToPlain(readRichText(bodyFragment(doc, id)))
  const item = readItem(doc, id)
  if (!item || !Object.hasOwn(item, field)) return undefined
  if (field !== 'annexes') return item[field as keyof typeof item]
  return Object.fromEntries(
    item.annexes.map((place) => [place, richTextToPlain(readRichText(annexFragment(doc, id, place)))]),
  )
}
