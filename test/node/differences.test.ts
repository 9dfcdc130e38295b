import { describe } from 'vitest'
import { differencesContract } from '../contract/differences.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: differences', () =>
  differencesContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
