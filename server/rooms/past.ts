import * as Y from 'yjs'
import type { RoomReader } from '../store/room-store.ts'

/**
 * The document as it was at a moment (ms since 1970; rule H2), read anew from the log: nothing of it is in the room's own
 * document. Costs what was written up to then, or since the last checkpoint.
 */
export function documentAt(store: RoomReader, at: number): Y.Doc {
  const upTo = store.seqAt(at)
  const doc = new Y.Doc()
  const { checkpoint, checkpointSeq, updates } = store.document()
  doc.transact(() => {
    if (checkpoint && checkpointSeq <= upTo) {
      Y.applyUpdate(doc, checkpoint)
      for (const { seq, bytes } of updates) if (seq <= upTo) Y.applyUpdate(doc, bytes)
    } else for (const { bytes } of store.log(upTo)) Y.applyUpdate(doc, bytes)
  })
  return doc
}
