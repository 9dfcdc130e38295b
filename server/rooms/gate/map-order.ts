import * as Y from 'yjs'

/**
 * Whether Yjs would put a new piece behind the last entry that a map has under its key, and so delete that. As
 * `Item.integrate` orders what was written at the same time. Entries of maps have no right origin (rule G6).
 */
export function comesLast(doc: Y.Doc, struct: Y.Item, last: Y.Item): boolean {
  const before = new Set<Y.Item>()
  const conflicting = new Set<Y.Item>()
  const origin = struct.origin && itemAt(doc, struct.origin)
  // Of entries that are gone several can be one: then the rest of it comes first.
  const isWithin = origin !== undefined && origin !== null && !Y.compareIDs(origin.lastId, struct.origin)
  let left: Y.Item | null | undefined = origin
  let other = origin ? (isWithin ? origin : origin.right) : first(last)
  while (other) {
    before.add(other)
    conflicting.add(other)
    const otherOrigin = isWithin && other === origin ? struct.origin : other.origin
    if (Y.compareIDs(struct.origin, otherOrigin)) {
      if (other.id.client >= struct.id.client) break
      left = other
      conflicting.clear()
    } else {
      const item = otherOrigin && itemAt(doc, otherOrigin)
      if (!item || !before.has(item)) break
      if (!conflicting.has(item)) {
        left = other
        conflicting.clear()
      }
    }
    other = other.right
  }
  return left === last
}

function first(item: Y.Item): Y.Item {
  let current = item
  while (current.left) current = current.left
  return current
}

function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | undefined {
  const struct = Y.getItem(doc.store, id) as unknown
  return struct instanceof Y.Item ? struct : undefined
}
