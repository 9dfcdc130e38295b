import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startServerProcess } from '../kit/process.ts'
import { RawClient } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder } from '../kit/server.ts'

const rooms = 100
const connections = 500

/** What an open room with nobody in it costs in memory, and what a connection that says nothing does. */
export async function measureMemory(): Promise<Record<string, string | number>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-bench-'))
  const server = await startServerProcess(folder, await freePort())
  const coordinator = await server.signIn('coordinator')
  const resident = async () =>
    Number(/^ontwikkelagenda_resident_bytes (\d+)$/m.exec(await (await server.ask('/metrics')).text())?.[1])
  const first = await makeAgenda(server, coordinator, 'template')
  const start = await resident()
  for (let count = 0; count < rooms; count++) await makeAgenda(server, coordinator, 'template')
  const withRooms = await resident()
  const clients: RawClient[] = []
  for (let count = 0; count < connections; count++) {
    const client = new RawClient(server.url, first, coordinator, { ours: true })
    await client.opened()
    clients.push(client)
  }
  const withConnections = await resident()
  for (const client of clients) client.close()
  await server.kill()
  await removeFolder(folder)
  return [
    { what: `an idle room with the template (34 items), of ${rooms}`, 'kB each': (withRooms - start) / rooms / 1024 },
    { what: `an idle connection, of ${connections}`, 'kB each': (withConnections - withRooms) / connections / 1024 },
  ]
}
