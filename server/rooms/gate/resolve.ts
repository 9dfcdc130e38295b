import * as Y from 'yjs'
import type { Piece, Pieces } from './pieces.ts'
import { type Holder, holderAt, type Place, type Places } from './place.ts'

/** Finds where the new pieces of an update lie, as Yjs will put them, before any of them is there. */
export class Resolver {
  readonly #doc: Y.Doc
  readonly #pieces: Pieces
  readonly #places: Places

  constructor(doc: Y.Doc, pieces: Pieces, places: Places) {
    this.#doc = doc
    this.#pieces = pieces
    this.#places = places
  }

  /** The place of a piece; undefined when something that it builds on is not here. */
  place(piece: Piece): Place | undefined {
    // Pieces mostly build on the one before them, of which the place is known by now; a stack serves the rest, since a
    // hostile update can make the chain as long as it likes.
    const first = this.#resolve(piece)
    if (first === 'missing') return undefined
    if (first === undefined) return piece.place
    const waiting = [piece]
    const seen = new Set(waiting)
    for (let current = waiting.at(-1); current; current = waiting.at(-1)) {
      const next = this.#resolve(current)
      if (next === 'missing') return undefined
      if (next === undefined) {
        waiting.pop()
        continue
      }
      // Two pieces that build on each other can never be integrated.
      if (seen.has(next)) return undefined
      seen.add(next)
      waiting.push(next)
    }
    return piece.place
  }

  /** Gives a piece its place, or names the piece that has to be resolved first. */
  #resolve(piece: Piece): Piece | 'missing' | undefined {
    if (piece.place !== undefined) return undefined
    const { struct } = piece
    const { client, clock } = struct.id
    const parent = struct instanceof Y.Item ? (struct.parent as unknown) : null
    // What a client made before this has to be there first as well: so what can never be integrated shows as a circle.
    const previous = clock > 0 ? this.#waitsFor(Y.createID(client, clock - 1)) : undefined
    if (previous !== undefined) return previous
    if (struct instanceof Y.Item) {
      for (const reference of [struct.origin, struct.rightOrigin, parent]) {
        const found = reference instanceof Y.ID ? this.#waitsFor(reference) : undefined
        if (found !== undefined) return found
      }
    }
    piece.place = struct instanceof Y.Item ? this.#placeOf(struct, parent) : 'nowhere'
    if (piece.place !== 'nowhere' && struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
      piece.holder = holderAt(piece.place, struct.content.type, undefined)
    }
    return undefined
  }

  #waitsFor(id: Y.ID): Piece | 'missing' | undefined {
    const found = this.#pieces.find(id)
    if (found === 'here') return undefined
    if (found === undefined) return 'missing'
    return found.place === undefined ? found : undefined
  }

  /** As `Item.getMissing` of Yjs does it: a parent that is named, or else that of the neighbour. */
  #placeOf(struct: Y.Item, parent: unknown): Place {
    if (typeof parent === 'string') return { holder: this.#places.root(parent), key: struct.parentSub }
    if (parent instanceof Y.ID) {
      const holder = this.#holderAt(parent)
      return holder ? { holder, key: struct.parentSub } : 'nowhere'
    }
    const neighbour = struct.origin ?? struct.rightOrigin
    if (!neighbour) return 'nowhere'
    const found = this.#pieces.find(neighbour)
    if (found !== 'here') return found?.place ?? 'nowhere'
    const item = this.#itemHere(neighbour)
    return item ? this.#places.of(item) : 'nowhere'
  }

  #holderAt(id: Y.ID): Holder | undefined {
    const found = this.#pieces.find(id)
    if (found !== 'here') return found?.holder
    const content = this.#itemHere(id)?.content
    return content instanceof Y.ContentType ? this.#places.holder(content.type) : undefined
  }

  #itemHere(id: Y.ID): Y.Item | undefined {
    const struct = Y.getItem(this.#doc.store, id) as unknown
    return struct instanceof Y.Item ? struct : undefined
  }
}
