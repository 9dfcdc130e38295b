import { describe } from 'vitest'
import { versionsContract } from '../contract/versions.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: versions', () =>
  versionsContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
