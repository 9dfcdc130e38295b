import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

// What every runtime answers is in contract/http.ts and contract/agenda.ts; here is what takes a clock, or is of a process.

let server: TestServer
let now = Date.now()

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
})

afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
})

describe('a session', () => {
  it('[S2] ends after a week without use, and after a month in any case', async () => {
    const day = 86_400_000
    const start = now
    const idle = await server.signIn('directeur-swv-po')
    const busy = await server.signIn('directeur-swv-vo')
    const status = async (as: Visitor) => (await server.ask('/api/v1/me', { as })).status
    for (now = start; now < start + 29 * day; now += 6 * day) expect(await status(busy)).toBe(200)
    expect(await status(idle)).toBe(401)
    now = start + 31 * day
    expect(await status(busy)).toBe(401)
    now = start
  })
})

describe('whoever watches over a process', () => {
  it('hears what it did', async () => {
    const text = await (await server.ask('/metrics')).text()
    for (const name of ['edits_total', 'connections_total', 'rooms_open', 'resident_bytes']) {
      expect(text).toMatch(
        new RegExp(`^# TYPE ontwikkelagenda_${name} (counter|gauge)\\nontwikkelagenda_${name} \\d+$`, 'm'),
      )
    }
  })

  it('hears that it is not ready while the web app is not built', async () => {
    const bare = await startTestServer({ webFolder: join(server.folder, 'nergens') })
    expect((await bare.ask('/readyz')).status).toBe(503)
    expect((await bare.ask('/healthz')).status).toBe(200)
    await bare.stop()
    await removeFolder(bare.folder)
  })
})
