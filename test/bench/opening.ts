import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { Checkpointer } from '../../server/node/checkpointer.ts'
import { openDatabase } from '../../server/node/database.ts'
import { RoomDocument } from '../../server/rooms/room-document.ts'
import { openRoomStore } from '../../server/store/room-store.ts'
import { titleText } from '../../shared/document/read.ts'
import { createItem } from '../../shared/document/write.ts'
import { type AgendaId, asId, type ItemId, makeId, type PersonId } from '../../shared/ids.ts'
import { removeFolder } from '../kit/server.ts'
import { median } from './statistics.ts'

const repeats = 7

/** How long a room takes to open after so many edits, beside the same document without its history. */
export async function measureOpening(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-bench-'))
  const checkpointer = new Checkpointer(() => {})
  const open = (name: string) =>
    openDatabase(join(folder, `${name}.sqlite`), { checkpoint: (file) => checkpointer.checkpoint(file) })
  const rows: Record<string, string | number>[] = []
  for (const edits of [1_000, 10_000, 100_000]) {
    const agenda = makeId<AgendaId>()
    const database = open(agenda)
    const store = openRoomStore(database.database)
    const document = new RoomDocument(store)
    const person = asId<PersonId>('iemand')
    const client = new Y.Doc()
    let batch: Uint8Array[] = []
    client.on('update', (update: Uint8Array) => batch.push(update))
    for (let count = 0; count < edits; count++) {
      const item = asId<ItemId>(`punt-${Math.floor(count / 100)}`)
      if (count % 100 === 0) createItem(client, { id: item, title: '', duty: 'joint', rank: 'a0' })
      else
        titleText(client, item)?.insert(
          count % 7 === 0 ? 0 : (count % 100) - 1 - Math.floor((count % 100) / 2),
          'woord ',
        )
      if (batch.length < 100 && count < edits - 1) continue
      // A hundred edits in one transaction, only to get the history there sooner; each is a row of its own.
      store.transaction(() => {
        for (const update of batch) {
          for (const bytes of document.apply(update))
            document.logged(store.appendUpdate({ at: 0, person, bytes }), bytes.length)
        }
        if (document.isCheckpointDue) document.checkpoint(store)
      })
      batch = []
    }
    const bare = open(`${agenda}-bare`)
    const bareStore = openRoomStore(bare.database)
    bareStore.transaction(() => bareStore.writeCheckpoint(1, Y.encodeStateAsUpdate(document.doc)))
    const bytes = Y.encodeStateAsUpdate(document.doc).length
    const [withHistory, without]: [number[], number[]] = [[], []]
    for (let repeat = 0; repeat < repeats; repeat++) {
      without.push(timeOf(() => new RoomDocument(bareStore).destroy()))
      withHistory.push(timeOf(() => new RoomDocument(store).destroy()))
    }
    rows.push({
      edits,
      'document (kB)': bytes / 1024,
      'with history (ms)': median(withHistory),
      'without (ms)': median(without),
      ratio: median(withHistory) / median(without),
    })
    database.close()
    bare.close()
  }
  await checkpointer.stop()
  await removeFolder(folder)
  return rows
}

function timeOf(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
