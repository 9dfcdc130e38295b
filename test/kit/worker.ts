import { join } from 'node:path'
import { createTestHarness, type TestHarness } from 'wrangler'
import { doorsOf, type Runtime } from './server.ts'

/** The product on real workerd, in memory, with the demo. */
export async function startTestWorker(): Promise<Runtime & { harness: TestHarness }> {
  // Nothing of this leaves the machine.
  Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
  const harness = createTestHarness({
    workers: [{ configPath: join(import.meta.dirname, '../../wrangler.toml'), vars: { DEMO: 'on' } }],
  })
  const { url } = await harness.listen()
  return { harness, url: url.origin, stop: () => harness.close(), ...doorsOf(url.origin) }
}
