import * as Y from 'yjs'
import { readAmount } from '../../shared/amount.ts'
import { asMap, itemMap } from '../../shared/document/layout.ts'
import { maskIndicators } from '../../shared/document/mask.ts'
import { readItemIds } from '../../shared/document/read.ts'
import type { RoomReader } from '../store/room-store.ts'

/** So many rows of the log are read and applied at a time; in between the room does what it is there for. */
const rowsAtOnce = 500
/** Who slides over an agenda's life asks for one moment after the other. After so long without, in ms, nothing is kept. */
const keptFor = 60_000
/** From a checkpoint the document is there in one go, which nothing can come between: only worth it for a longer log. */
export const longLog = 20_000

/**
 * The past of one room: its document as it was at any moment (ms since 1970; rule H2), read anew from the log, so that nothing
 * of it is in the room's own document. Reads one moment at a time, a piece of the log at a time, so that nobody in the room
 * waits for it, and keeps the last document for a while: a later moment is read onward from there.
 */
export class Past {
  readonly #store: RoomReader
  #kept: { doc: Y.Doc; seq: number } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: RoomReader) {
    this.#store = store
  }

  /** How many rows of the log must be read for the document at a moment. */
  distance(at: number): number {
    const upTo = this.#store.seqAt(at)
    return upTo - this.#startFor(upTo)
  }

  /** What `read` makes of the document at a moment. It must be done with it when it returns. */
  read<Result>(at: number, read: (doc: Y.Doc) => Result): Promise<Result> {
    const result = this.#last.then(async () => read(await this.#replay(this.#store.seqAt(at))))
    // Whoever asked hears that it failed; the next one in line only has to know that it is over.
    this.#last = result.then(
      () => this.#keepForAWhile(),
      () => this.#forget(),
    )
    return result
  }

  async #replay(upTo: number): Promise<Y.Doc> {
    clearTimeout(this.#timer)
    if (this.#startFor(upTo) === 0) this.#forget()
    this.#kept ??= this.#begin(upTo)
    const kept = this.#kept
    while (kept.seq < upTo) {
      const rows = this.#store.logAfter(kept.seq, Math.min(rowsAtOnce, upTo - kept.seq))
      kept.doc.transact(() => {
        for (const { bytes } of rows) Y.applyUpdate(kept.doc, bytes)
      })
      kept.seq += rowsAtOnce
      if (kept.seq < upTo) await new Promise((resolve) => setTimeout(resolve, 0))
    }
    kept.seq = upTo
    return kept.doc
  }

  #begin(upTo: number): { doc: Y.Doc; seq: number } {
    const doc = new Y.Doc()
    if (upTo < longLog) return { doc, seq: 0 }
    const { checkpoint, checkpointSeq } = this.#store.document()
    if (!checkpoint || checkpointSeq > upTo) return { doc, seq: 0 }
    Y.applyUpdate(doc, checkpoint)
    return { doc, seq: checkpointSeq }
  }

  /** The row from which can be read onward; there is no way back in a document. */
  #startFor(upTo: number): number {
    return this.#kept && this.#kept.seq <= upTo ? this.#kept.seq : 0
  }

  #keepForAWhile(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#forget(), keptFor)
    // No process stays for it; the timers of Workers know no such thing.
    ;(this.#timer as { unref?: () => void }).unref?.()
  }

  #forget(): void {
    this.#kept?.doc.destroy()
    this.#kept = undefined
  }
}

/** A document of the past as an update. A value of 1 to 4 that was written bare once leaves the room masked (rule P1). */
export function encodePast(doc: Y.Doc): Uint8Array {
  const whole = Y.encodeStateAsUpdate(doc)
  if (!hasBareValues(doc)) return whole
  // In a copy: what is masked in the document itself would be at odds with the edits that come after.
  const copy = new Y.Doc()
  Y.applyUpdate(copy, whole)
  for (const item of readItemIds(copy)) maskIndicators(copy, item)
  const masked = Y.encodeStateAsUpdate(copy)
  copy.destroy()
  return masked
}

function hasBareValues(doc: Y.Doc): boolean {
  return readItemIds(doc).some((item) => mapsIn(itemMap(doc, item)?.get('indicators')).some(hasBareValue))
}

function hasBareValue(indicator: Y.Map<unknown>): boolean {
  const measured = mapsIn(indicator.get('measurements')).map((measurement) => measurement.get('value'))
  return [indicator.get('baseline'), indicator.get('target'), ...measured].some(
    (value) => typeof value === 'number' && readAmount(value) === 'masked',
  )
}

function mapsIn(value: unknown): Y.Map<unknown>[] {
  return [...(asMap(value)?.values() ?? [])].flatMap((one) => asMap(one) ?? [])
}
