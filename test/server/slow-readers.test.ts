import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { freePort, type ServerProcess, startServerProcess } from '../kit/process.ts'
import { kindOf, RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder } from '../kit/server.ts'

const megabyte = 1 << 20
const writers = [
  'beleidsadviseur-dordrecht',
  'directeur-swv-vo',
  'directeur-swv-po',
  'bestuurder-po',
  'bestuurder-so',
  'teamleider-leerplicht',
]

let server: ServerProcess
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-slow-'))
  server = await startServerProcess(folder, await freePort())
})

afterAll(async () => {
  await server.kill()
  await removeFolder(folder)
})

async function residentBytes(): Promise<number> {
  const figures = await (await server.ask('/metrics')).text()
  return Number(/^ontwikkelagenda_resident_bytes (\d+)$/m.exec(figures)?.[1])
}

describe('readers that never read', () => {
  it('[L4] five of them and 256 MB of edits make the server grow by less than 64 MB', {
    timeout: 120_000,
  }, async () => {
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const clients = await Promise.all(
      writers.map(async (person) => {
        const client = new RawClient(server.url, agenda, await server.signIn(person), { ours: true })
        await client.opened()
        return client
      }),
    )
    // One round first, so that what is measured is growth and not warming up.
    await writeAll(clients, 16, 0)
    const before = await residentBytes()
    const readers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const reader = new RawClient(server.url, agenda, coordinator)
        await reader.opened()
        reader.socket.pause()
        return reader
      }),
    )
    let largest = 0
    for (let round = 1; round <= 4; round++) {
      await writeAll(clients, 60, round)
      largest = Math.max(largest, await residentBytes())
    }
    expect(Math.round((largest - before) / megabyte)).toBeLessThan(64)
    for (const client of [...clients, ...readers]) client.close()
  })
})

/** Writes so many megabytes, over and over in the same place, and resolves when all of it is saved. */
async function writeAll(clients: RawClient[], megabytes: number, round: number): Promise<void> {
  const each = Math.ceil((megabytes * 16) / clients.length)
  await Promise.all(
    clients.map(async (client, index) => {
      const state = documents.get(client) ?? { doc: new Y.Doc(), sent: 0, text: new Y.XmlText() }
      documents.set(client, state)
      const send = (update: Uint8Array) => {
        state.sent++
        client.send(updateFrame(update))
      }
      state.doc.on('update', send)
      if (!state.text.doc) makeItem(state, `groot-${index}`)
      for (let count = 0; count < each; count++) {
        state.doc.transact(() => {
          state.text.delete(0, state.text.length)
          state.text.insert(0, `${round}-${count}-`.padEnd(65_536, 'abcdefgh'))
        })
        // Never further ahead than a few frames: this is about readers, not about a writer that floods.
        await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) >= state.sent - 8)
      }
      await client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) >= state.sent)
      client.frames.length = 0
      state.doc.off('update', send)
    }),
  )
}

type State = { doc: Y.Doc; sent: number; text: Y.XmlText }
const documents = new Map<RawClient, State>()

/** An item with a body of one paragraph, in which the text is. */
function makeItem({ doc, text }: State, key: string): void {
  const [body, paragraph] = [new Y.XmlFragment(), new Y.XmlElement('paragraph')]
  body.insert(0, [paragraph])
  paragraph.insert(0, [text])
  itemsMap(doc).set(key, new Y.Map([['body', body]]))
}
