import * as Y from 'yjs'
import type { Holder, Place } from './place.ts'

/** A struct of an update that is new. */
export type Piece = {
  readonly struct: Y.Item | Y.GC
  place: Place | undefined
  /** What it is to others that lie in it, when it is a type. */
  holder: Holder | undefined
}

/** The new pieces of an update, by client and in the order of their clocks. */
export class Pieces {
  readonly #doc: Y.Doc
  readonly #byClient = new Map<number, Piece[]>()
  readonly #all: Piece[] = []

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  get clients(): Iterable<number> {
    return this.#byClient.keys()
  }

  get isEmpty(): boolean {
    return this.#all.length === 0
  }

  get all(): readonly Piece[] {
    return this.#all
  }

  add(struct: Y.Item | Y.GC): void {
    const piece: Piece = { struct, place: undefined, holder: undefined }
    this.#all.push(piece)
    const pieces = this.#byClient.get(struct.id.client)
    if (pieces) pieces.push(piece)
    else this.#byClient.set(struct.id.client, [piece])
  }

  has(client: number): boolean {
    return this.#byClient.has(client)
  }

  /** The clock at which a client goes on after this update. */
  endOf(client: number): number {
    const last = this.#byClient.get(client)?.at(-1)
    return last ? last.struct.id.clock + last.struct.length : Y.getState(this.#doc.store, client)
  }

  /** Where an id is: on the server, among the new pieces, or nowhere at all. */
  find(id: Y.ID): 'here' | Piece | undefined {
    if (id.clock < Y.getState(this.#doc.store, id.client)) return 'here'
    const pieces = this.#byClient.get(id.client) ?? []
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const struct = pieces[middle]?.struct
      if (struct && id.clock >= struct.id.clock + struct.length) low = middle + 1
      else high = middle
    }
    return pieces[low]
  }
}
