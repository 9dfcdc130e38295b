import type * as Y from 'yjs'
import type { ItemId } from '../ids.ts'
import { toSchemaJson } from '../version/schema-json.ts'
import { itemFields, readField } from './field.ts'
import { origins } from './layout.ts'
import { maskIndicators } from './mask.ts'
import { putBackField } from './put-back.ts'
import { readItem } from './read.ts'
import type { RichText } from './rich-text.ts'

/**
 * In which fields an item says something else than in another document, in the order in which an item is read. Empty when
 * it is not there, in either: what came later is not taken away, and what is nowhere cannot be put back.
 */
export function differingFields(doc: Y.Doc, past: Y.Doc, item: ItemId): string[] {
  if (!readItem(doc, item) || !readItem(past, item)) return []
  return itemFields.filter((field) => saying(doc, item, field) !== saying(past, item, field))
}

/**
 * Puts a whole item back as it was in a document of the past, as one new change: each field that differs, so that all the
 * rest stays (rule H5). Gives the fields that were put back.
 */
export function putBackWholeItem(doc: Y.Doc, past: Y.Doc, item: ItemId): string[] {
  const fields = differingFields(doc, past, item)
  // A change of its own: undoing the rest must not bring a bare value back.
  if (fields.includes('indicators')) maskIndicators(doc, item)
  return doc.transact(
    () => fields.filter((field) => putBackField(doc, item, field, readField(past, item, field))),
    origins.edit,
  )
}

/** What a field says, in one form: texts however they are split, and no annex in which nothing stands. */
function saying(doc: Y.Doc, item: ItemId, field: string): string {
  const value = readField(doc, item, field)
  if (field === 'body') return JSON.stringify(toSchemaJson(value as RichText))
  if (field !== 'annexes') return JSON.stringify(value ?? null)
  // What readField gives for these fields is of that type.
  const annexes = Object.entries(value as Record<string, RichText>).map(
    ([place, text]) => [place, toSchemaJson(text)] as const,
  )
  return JSON.stringify(annexes.filter(([, text]) => text.length > 0))
}
