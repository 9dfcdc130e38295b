import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AgendaId } from '../../shared/ids.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

let server: TestServer
let now = Date.parse('2026-11-25T09:00:00Z')

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
})

afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
})

it('[K4] a person who floods the record is asked to wait, others are not, and waiting helps', async () => {
  const coordinator = await server.signIn('coordinator')
  const parent = await server.signIn('voorzitter-ouderplatform')
  const agenda = await makeAgenda(server, coordinator)
  const command = (as: Visitor, where: AgendaId) => server.ask(`/api/v1/agendas/${where}/visit`, { as, method: 'PUT' })
  const statuses = new Set<number>()
  for (let count = 0; count < 600; count++) statuses.add((await command(parent, agenda)).status)
  expect([...statuses]).toEqual([200])

  const refused = await command(parent, agenda)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await command(coordinator, agenda)).status).toBe(200)
  now += 10_000
  expect((await command(parent, agenda)).status).toBe(200)
})

it('[X6] a person who asks for one file after another is asked to wait, others are not, and waiting helps', async () => {
  const coordinator = await server.signIn('coordinator')
  const editor = await server.signIn('beleidsadviseur-dordrecht')
  const agenda = await makeAgenda(server, coordinator)
  const statusOf = async (as: Visitor) => {
    const answer = await server.ask(`/api/v1/agendas/${agenda}/export/json`, { as })
    await answer.arrayBuffer()
    return answer.status
  }
  const statuses = new Set<number>()
  for (let count = 0; count < 120; count++) statuses.add(await statusOf(editor))
  expect([...statuses]).toEqual([200])
  expect(await statusOf(editor)).toBe(429)
  expect(await statusOf(coordinator)).toBe(200)
  now += 10_000
  expect(await statusOf(editor)).toBe(200)
}, 60_000)
