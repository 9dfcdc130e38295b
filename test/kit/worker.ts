import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestHarness, type TestHarness } from 'wrangler'
import type { AgendaId } from '../../shared/ids.ts'
import { doorsOf, type Runtime } from './server.ts'

const root = join(import.meta.dirname, '../..')
export const wranglerConfig = join(root, 'wrangler.toml')
/** The Worker that makes files, which is bound to the other. */
export const filesConfig = join(root, 'wrangler.files.toml')

export type TestWorker = Runtime & {
  harness: TestHarness
  /** Lets a room forget all that is in its memory; its sockets stay open, or go as well. A room that slept goes on sleeping. */
  evict: (agenda: AgendaId, webSockets: 'hibernate' | 'close') => Promise<void>
}

/** The product on real workerd, in memory, with the demo. */
export async function startTestWorker({
  configPath = wranglerConfig,
  vars = { DEMO: 'on' },
}: {
  configPath?: string
  vars?: Record<string, string>
} = {}): Promise<TestWorker> {
  // Nothing of this leaves the machine.
  Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
  const harness = createTestHarness({ workers: [{ configPath, vars }, { configPath: filesConfig }] })
  const { url } = await harness.listen()
  return {
    harness,
    url: url.origin,
    async evict(agenda, webSockets) {
      try {
        await harness.getWorker().evictDurableObject('AgendaRoom', { name: agenda, webSockets })
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('not currently running')) throw error
      }
    },
    stop: () => harness.close(),
    ...doorsOf(url.origin),
  }
}

/** The same, of which `ran` tells what the platform ran of the rooms since it was asked last, in order. */
export async function startWatchedWorker(): Promise<TestWorker & { ran: () => string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-watched-'))
  const config = (await readFile(wranglerConfig, 'utf8'))
    .replace('"server/worker.ts"', JSON.stringify(join(root, 'test/kit/watched-worker.js')))
    .replace('"dist/web"', JSON.stringify(join(root, 'dist/web')))
  const configPath = join(folder, 'wrangler.toml')
  await writeFile(configPath, config)
  const worker = await startTestWorker({ configPath })
  return {
    ...worker,
    ran() {
      const lines = worker.harness.getLogs().map(({ message }) => message)
      worker.harness.clearLogs()
      return lines.filter((line) => line.startsWith('room runs: ')).map((line) => line.slice('room runs: '.length))
    },
    async stop() {
      await worker.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
