import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgendaId } from '../../shared/ids.ts'
import { RawClient } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

// What every runtime endures is in contract/hostile.ts. On Workers the platform itself answers pings.

let server: TestServer
let hostile: Visitor
let agenda: AgendaId

beforeAll(async () => {
  server = await startTestServer()
  hostile = await server.signIn('bestuurder-po')
  agenda = await makeAgenda(server, await server.signIn('coordinator'))
})

afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
})

describe('a hostile client of a process', () => {
  it.each(['text', 'protocol'])('[L3] [L4] pings without end by %s, and reads nothing', async (kind) => {
    const client = new RawClient(server.url, agenda, hostile)
    await client.opened()
    client.socket.pause()
    const gone = new Promise((resolve) => client.socket.once('error', resolve).once('close', resolve))
    for (let count = 0; count < 5_000 && client.socket.readyState === 1; count++) {
      if (kind === 'text') client.socket.send('ping')
      else client.socket.ping(Buffer.alloc(100))
    }
    client.socket.resume()
    await gone
    expect(await new RawClient(server.url, agenda, hostile).opened()).toBe('open')
  })
})
