import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import type { OpenDatabase } from '../../server/ports.ts'
import { storageRules } from '../contract/storage/rules.ts'
import { storageContract } from '../contract/storage.ts'

/** Runs one rule, and gives what it saw as it would come from elsewhere. */
function see(rule: string, open: () => OpenDatabase['database']): unknown {
  return JSON.parse(JSON.stringify(storageRules.find(({ name }) => name === rule)?.see(open)))
}

describe('the storage of a process, in memory', () => {
  storageContract((rule) => {
    const { database, close } = openDatabase(':memory:', { checkpoint: () => {} })
    try {
      return see(rule, () => database)
    } finally {
      close()
    }
  })
})

describe('the storage of a process, in a file', () => {
  let folder: string
  let count = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-storage-'))
  })

  afterAll(() => rm(folder, { recursive: true }))

  storageContract((rule) => {
    const file = join(folder, `${++count}.sqlite`)
    const opened: OpenDatabase[] = []
    try {
      return see(rule, () => {
        const database = openDatabase(file, { checkpoint: () => {} })
        opened.push(database)
        return database.database
      })
    } finally {
      for (const { close } of opened) close()
    }
  })
})
