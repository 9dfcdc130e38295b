import * as Y from 'yjs'
import type { ItemId } from '../ids.ts'

/** The version of this layout. A client with an older one goes read-only and asks to reload. */
export const schemaVersion = 2

/** The transaction origins of our own writers: what a person can undo, and what they undo in another way. */
export const origins = {
  /** Edits that Yjs's undo manager can take back. */
  edit: 'edit',
  /** Making an item or an entry: nothing is ever deleted, so undoing it is flagging it. */
  create: 'create',
  /** Masking what was written before (rule P1): undoing what comes after it must not bring that back. */
  mask: 'mask',
} as const

/** The sets of an item: `id → true`, or `false` once taken out. An array would lose one of two additions. */
export const itemSets = ['involved', 'sectors', 'legalBasis', 'principles', 'related', 'plans'] as const
export type ItemSet = (typeof itemSets)[number]

/** The lists of an item: `id → Y.Map`, each flagged `removed: true` rather than deleted. */
export const itemLists = ['deadlines', 'links', 'agreements', 'indicators'] as const
export type ItemList = (typeof itemLists)[number]

export function agendaMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('agenda')
}

export function themesMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('themes')
}

export function itemsMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('items')
}

export function itemMap(doc: Y.Doc, item: ItemId): Y.Map<unknown> | undefined {
  return asMap(itemsMap(doc).get(item))
}

export function asMap(value: unknown): Y.Map<unknown> | undefined {
  return value instanceof Y.Map ? value : undefined
}

export function asText(value: unknown): Y.Text | undefined {
  return value instanceof Y.Text && !(value instanceof Y.XmlText) ? value : undefined
}

export function asFragment(value: unknown): Y.XmlFragment | undefined {
  return value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement) ? value : undefined
}
