import * as Y from 'yjs'
import { asFragment, asMap, asText, itemMap, itemsMap } from '../../shared/document/layout.ts'
import { readRichText, richTextToPlain } from '../../shared/document/rich-text.ts'
import { type ItemId, isId } from '../../shared/ids.ts'
import type { Draft } from './open-agenda.ts'

/**
 * What these clients wrote in a local copy and the server does not have, as text that a person can read and offer again:
 * one draft for each field that reads differently in the fresh document.
 */
export function findDrafts(local: Y.Doc, fresh: Y.Doc, clients: ReadonlySet<number>): Draft[] {
  const drafts: Draft[] = []
  for (const [item, fields] of touchedFields(local, fresh, clients)) {
    for (const path of fields) {
      const keys = path.split('/')
      const text = textAt(local, item, keys)
      if (text.trim() === '' || text === textAt(fresh, item, keys)) continue
      drafts.push({ id: `${item}/${path}`, item, field: keys[0] ?? '', text })
    }
  }
  return drafts
}

/** The fields of items that hold something by these clients which the fresh document lacks. */
function touchedFields(local: Y.Doc, fresh: Y.Doc, clients: ReadonlySet<number>): Map<ItemId, Set<string>> {
  const touched = new Map<ItemId, Set<string>>()
  for (const [client, structs] of local.store.clients) {
    if (!clients.has(client)) continue
    for (const struct of structs) {
      if (
        !(struct instanceof Y.Item) ||
        struct.deleted ||
        struct.id.clock + struct.length <= Y.getState(fresh.store, client)
      )
        continue
      const [item, ...path] = pathOf(struct, itemsMap(local))
      if (!isId<ItemId>(item)) continue
      const fields = touched.get(item) ?? new Set()
      touched.set(item, fields)
      const field = fieldOf(path)
      if (field) fields.add(field)
    }
  }
  return touched
}

/** The keys that lead from the items to where a struct lies; empty when it lies elsewhere. */
function pathOf(struct: Y.Item, items: Y.Map<unknown>): string[] {
  const keys: string[] = []
  for (let at: Y.Item | null = struct; at; ) {
    if (at.parentSub !== null) keys.unshift(at.parentSub)
    const parent: unknown = at.parent
    if (parent === items) return keys
    at = parent instanceof Y.AbstractType ? parent._item : null
  }
  return []
}

/** The field that a person knows: a text, a value, or a whole entry of a list, as a path. */
function fieldOf([field, entry]: string[]): string | undefined {
  if (field === undefined || unimportant.has(field)) return undefined
  const isWhole = field === 'title' || field === 'body' || field === 'owner'
  return isWhole || entry === undefined ? field : `${field}/${entry}`
}

const unimportant = new Set(['rank', 'removed'])

function textAt(doc: Y.Doc, item: ItemId, path: string[]): string {
  let value: unknown = itemMap(doc, item)
  for (const key of path) value = asMap(value)?.get(key)
  return toText(value)
}

/** Anything that stands in the document, in words: entries become their values, one after the other. */
function toText(value: unknown): string {
  const fragment = asFragment(value)
  if (fragment) return richTextToPlain(readRichText(fragment))
  const text = asText(value)
  if (text) return text.toString()
  const map = asMap(value)
  if (map) return joined([...map.keys()].filter((key) => !unimportant.has(key)).map((key) => toText(map.get(key))))
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) return joined(Object.values(value).map(toText))
  return ''
}

function joined(texts: string[]): string {
  return texts.filter((text) => text !== '').join(' · ')
}
