import * as Y from 'yjs'
import type { RoomStore } from '../store/room-store.ts'

/** A checkpoint is written when the log after it has grown to so many rows, or to a part of the checkpoint's own size. */
const checkpointAfterRows = 1000
const checkpointAfterBytes = 64 << 10
const checkpointAfterPart = 0.25

/** Thrown when the log or the checkpoint cannot be read whole: such a room must not open (rule R3). */
export class UnreadableRoom extends Error {}

/** The room's document in memory, and how far the checkpoint lies behind it. */
export class RoomDocument {
  readonly doc = new Y.Doc()
  #encoded: Uint8Array[] = []
  #lastSeq: number
  #tailRows: number
  #tailBytes: number
  #checkpointBytes: number

  /** Reads checkpoint and log in one transaction of the document, which costs what the document weighs. */
  constructor(store: RoomStore) {
    const { checkpoint, checkpointSeq, updates } = this.#read(store)
    if (this.hasPending()) throw new UnreadableRoom('The log lacks an update that others build on')
    this.#lastSeq = updates.at(-1)?.seq ?? checkpointSeq
    this.#tailRows = updates.length
    this.#tailBytes = updates.reduce((total, { bytes }) => total + bytes.length, 0)
    this.#checkpointBytes = checkpoint?.length ?? 0
    this.doc.on('update', (update: Uint8Array) => this.#encoded.push(update))
  }

  #read(store: RoomStore): ReturnType<RoomStore['document']> {
    try {
      const stored = store.document()
      this.doc.transact(() => {
        if (stored.checkpoint) Y.applyUpdate(this.doc, stored.checkpoint)
        for (const { bytes } of stored.updates) Y.applyUpdate(this.doc, bytes)
      })
      return stored
    } catch (error) {
      throw new UnreadableRoom('The log or the checkpoint cannot be read', { cause: error })
    }
  }

  /**
   * Applies an update that the gate accepted and gives what this document itself makes of it: only that is logged and
   * passed on. Throws when Yjs does, or when something stays pending; the document is then of no use any more.
   */
  apply(update: Uint8Array): Uint8Array[] {
    return this.change(() => Y.applyUpdate(this.doc, update))
  }

  /** Makes a change of the server's own: the template, a seed. */
  change(write: () => void): Uint8Array[] {
    this.#encoded = []
    write()
    if (this.hasPending()) throw new Error('Something stayed pending')
    return this.#encoded
  }

  /** Notes that an update stands in the log. */
  logged(seq: number, bytes: number): void {
    this.#lastSeq = seq
    this.#tailRows += 1
    this.#tailBytes += bytes
  }

  /** Whether nothing at all was read: no checkpoint and no row of the log. */
  get isEmpty(): boolean {
    return this.#lastSeq === 0
  }

  /** Whether the log has grown so much that a checkpoint is worth its while. */
  get isCheckpointDue(): boolean {
    const enough = Math.max(checkpointAfterBytes, this.#checkpointBytes * checkpointAfterPart)
    return this.#tailRows >= checkpointAfterRows || this.#tailBytes >= enough
  }

  /** Writes a checkpoint when the log went on since the last one. Belongs in a transaction: it is several rows. */
  checkpoint(store: RoomStore): void {
    if (this.#tailRows === 0) return
    const document = Y.encodeStateAsUpdate(this.doc)
    store.writeCheckpoint(this.#lastSeq, document)
    this.#checkpointBytes = document.length
    this.#tailRows = 0
    this.#tailBytes = 0
  }

  hasPending(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null
  }

  destroy(): void {
    this.doc.destroy()
  }
}
