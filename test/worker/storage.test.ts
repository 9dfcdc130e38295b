import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { createTestHarness } from 'wrangler'
import { storageContract } from '../contract/storage.ts'

describe('the storage of a Durable Object', () => {
  const harness = createTestHarness({
    workers: [
      {
        config: {
          name: 'storage-contract',
          main: join(import.meta.dirname, 'storage/storage-object.ts'),
          compatibility_date: '2026-11-01',
          durable_objects: { bindings: [{ name: 'STORAGE', class_name: 'StorageObject' }] },
          migrations: [{ tag: 'v1', new_sqlite_classes: ['StorageObject'] }],
        },
      },
    ],
  })

  beforeAll(async () => {
    // Nothing of this leaves the machine.
    Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' })
    await harness.listen()
  }, 60_000)

  afterAll(() => harness.close())

  storageContract(async (rule) => {
    const answer = await harness.fetch('/', { method: 'POST', body: rule })
    if (!answer.ok) throw new Error(await answer.text())
    return await answer.json()
  })
})
