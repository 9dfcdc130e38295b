import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { ItemId } from '../../shared/ids.ts'
import { type Connection, type ConnectionEvents, type Destination, makeConnection } from './connection.ts'
import type { Copies, CopyName } from './offline.ts'
import type { Undo } from './open-agenda.ts'
import { createOvertaken, type OvertakenValues } from './overtaken.ts'
import { createUndo } from './undo.ts'

/** One replica of an agenda's document under one client id, with all that lives and dies with it. */
export type LiveCopy = {
  doc: Y.Doc
  awareness: Awareness
  undo: Undo
  overtaken: OvertakenValues
  connection: Connection
  /** Loads what this device holds of it, and keeps every edit from now on. */
  keep: (copies: Copies, name: CopyName) => Promise<void>
  close: () => Promise<void>
}

export function createCopy(
  to: Destination,
  events: ConnectionEvents,
  asked: { edited: () => void; isWaiting: () => boolean; whoIsIn: (item: ItemId) => string; now: () => number },
): LiveCopy {
  const doc = new Y.Doc()
  // Before the connection, which sends within the same event: an edit must be counted before the frame that holds it.
  doc.on('update', (_update, _origin, _doc, transaction: Y.Transaction) => {
    if (transaction.local) asked.edited()
  })
  const awareness = new Awareness(doc)
  const undo = createUndo(doc)
  const overtaken = createOvertaken(doc, asked)
  const connection = makeConnection(to, doc, awareness, events)
  let kept: { close: () => Promise<void> } | undefined
  return {
    doc,
    awareness,
    undo,
    overtaken,
    connection,
    keep: async (copies, name) => {
      kept = await copies.attach(name, doc)
    },
    close: async () => {
      connection.close()
      overtaken.close()
      undo.close()
      await kept?.close()
      doc.destroy()
    },
  }
}
