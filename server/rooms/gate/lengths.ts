import * as Y from 'yjs'
import type { Deletions } from './deletions.ts'
import type { Pieces } from './pieces.ts'
import type { Holder } from './place.ts'

/** Watches how long texts become (rule G6). */
export class Lengths {
  readonly #added = new Map<Holder, number>()

  add(holder: Holder, { content, length }: Y.Item): void {
    if (content instanceof Y.ContentString) this.#added.set(holder, (this.#added.get(holder) ?? 0) + length)
  }

  /** Whether a text becomes too long, also when what this update deletes of it is taken off. */
  isExceeded(pieces: Pieces, deletions: Deletions): boolean {
    for (const [holder, added] of this.#added) {
      const { shape, type } = holder
      if (shape?.kind !== 'text' && shape?.kind !== 'marked-text') continue
      const most = (type?._length ?? 0) + added
      if (most > shape.longest && most - deletions.lengthIn(holder, pieces) > shape.longest) return true
    }
    return false
  }
}
