import * as Y from 'yjs'
import type { Twice } from '../../../shared/document/shape.ts'
import type { Deletions } from './deletions.ts'
import { comesLast } from './map-order.ts'
import type { Pieces } from './pieces.ts'
import { isOfShape, type Place, slotShape } from './place.ts'

type Somewhere = Exclude<Place, 'nowhere'>
/** A piece that takes the place of something, and the first piece of the row that it stands in. */
type Successor = { struct: Y.Item; first: Y.Item }

/**
 * What is in the document stays there (rule G7): an item, an entry or a part of one is neither deleted nor replaced.
 * Plain values and what stands in texts come and go. Only where two people filled the same place at once, without knowing
 * of each other, one of them is overtaken.
 */
export class Keeping {
  readonly #doc: Y.Doc
  readonly #pieces: Pieces
  /** What is overtaken, by what. */
  readonly #overtaken = new Map<Y.Item, Successor[]>()
  /** For the pieces that stand where something stays: the first of their row, or undefined when they come too late. */
  readonly #firsts = new Map<Y.Item, Y.Item | undefined>()

  constructor(doc: Y.Doc, pieces: Pieces) {
    this.#doc = doc
    this.#pieces = pieces
  }

  /** Whether a new piece may stand where it does, with a view to what stands there already. */
  mayStand(struct: Y.Item, { holder, key }: Somewhere): boolean {
    const current = key === null ? undefined : holder.type?._map.get(key)
    const twice = current && twiceOf(current, { holder, key })
    if (!twice) return true
    // Its writer knew what was there.
    if (struct.origin && Y.compareIDs(struct.origin, current.id)) return false
    if (twice === 'never') return false
    const first = this.#firstOf(struct, current)
    this.#firsts.set(struct, first)
    if (!first) return true
    this.#overtaken.set(current, [...(this.#overtaken.get(current) ?? []), { struct, first }])
    return twice === 'overtakes' || isEmpty(current)
  }

  /** Whether something stands wherever something was overtaken. */
  isFilled(deletions: Deletions): boolean {
    const isGone = ({ struct }: Successor) => !(struct.content instanceof Y.ContentType) || deletions.includes(struct)
    for (const successors of this.#overtaken.values()) {
      const followed = new Set(successors.map(({ struct }) => idOf(struct.origin)))
      const ends = successors.filter(({ struct }) => !followed.has(idOf(struct.lastId)))
      // Of rows that begin at the same point, that of the greatest client comes last.
      for (const { first } of ends.filter(isGone)) {
        const isBefore = (other: Successor) =>
          !isGone(other) && idOf(other.first.origin) === idOf(first.origin) && other.first.id.client > first.id.client
        if (!ends.some(isBefore)) return false
      }
    }
    return true
  }

  mayGo(item: Y.Item, place: Somewhere): boolean {
    return !twiceOf(item, place) || this.#overtaken.has(item)
  }

  #firstOf(struct: Y.Item, current: Y.Item): Y.Item | undefined {
    const found = struct.origin && this.#pieces.find(struct.origin)
    if (found && found !== 'here') return found.struct instanceof Y.Item ? this.#firsts.get(found.struct) : undefined
    return comesLast(this.#doc, struct, current) ? struct : undefined
  }
}

/** What is to be done when it is made again; undefined for what need not stay, and for what never fitted here. */
function twiceOf(item: Y.Item, { holder, key }: Somewhere): Twice | undefined {
  if (item.deleted || key === null || !(item.content instanceof Y.ContentType)) return undefined
  const slot = slotShape(holder.shape, key)
  return slot && isOfShape(item.content.type, slot) && 'twice' in slot ? slot.twice : undefined
}

function isEmpty({ content }: Y.Item): boolean {
  return !(content instanceof Y.ContentType) || (content.type._length === 0 && content.type._map.size === 0)
}

function idOf(id: Y.ID | null): string {
  return id ? `${id.client} ${id.clock}` : ''
}
