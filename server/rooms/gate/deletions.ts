import * as Y from 'yjs'
import type { Pieces } from './pieces.ts'
import type { Holder } from './place.ts'

type Range = { clock: number; len: number }

/** What an update deletes. */
export class Deletions {
  readonly #doc: Y.Doc
  readonly #ranges: ReadonlyMap<number, readonly Range[]>

  constructor(doc: Y.Doc, ranges: ReadonlyMap<number, readonly Range[]>) {
    this.#doc = doc
    this.#ranges = ranges
  }

  get ranges(): Iterable<[client: number, ranges: readonly Range[]]> {
    return this.#ranges
  }

  /** What is on the server and goes with this update. What was deleted before is no news. */
  *here(): Iterable<Y.Item> {
    for (const [item] of this.#partsHere()) yield item
  }

  /** Whether something that is new is deleted at once. */
  includes(struct: Y.Item): boolean {
    return this.#within(struct) > 0
  }

  /** How much of the text of a type goes, of what is there and of what this update itself brings. */
  lengthIn(holder: Holder, pieces: Pieces): number {
    let length = 0
    for (const [item, deleted] of this.#partsHere()) {
      if (item.parent === holder.type && item.countable) length += deleted
    }
    for (const { struct, place } of pieces.all) {
      if (place === undefined || place === 'nowhere' || place.holder !== holder) continue
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) length += this.#within(struct)
    }
    return length
  }

  *#partsHere(): Iterable<[item: Y.Item, length: number]> {
    for (const [client, ranges] of this.#ranges) {
      const structs = this.#doc.store.clients.get(client)
      if (!structs) continue
      const known = Y.getState(this.#doc.store, client)
      for (const range of ranges) {
        if (range.clock >= known) continue
        for (let index = Y.findIndexSS(structs, range.clock); index < structs.length; index++) {
          const struct = structs[index]
          if (!struct || struct.id.clock >= range.clock + range.len) break
          if (struct instanceof Y.Item && !struct.deleted) yield [struct, common(struct, range)]
        }
      }
    }
  }

  /** How much of a new piece is deleted in the same update. */
  #within(struct: Y.Item): number {
    const ranges = this.#ranges.get(struct.id.client) ?? []
    // They are in order and do not overlap.
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (range && range.clock + range.len <= struct.id.clock) low = middle + 1
      else high = middle
    }
    let length = 0
    for (let index = low; index < ranges.length; index++) {
      const range = ranges[index]
      if (!range || range.clock >= struct.id.clock + struct.length) break
      length += common(struct, range)
    }
    return length
  }
}

function common({ id, length }: Y.Item, range: Range): number {
  return Math.max(0, Math.min(id.clock + length, range.clock + range.len) - Math.max(id.clock, range.clock))
}
