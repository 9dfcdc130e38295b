import { describe } from 'vitest'
import { archiveContract } from '../contract/archive.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: archive packages', () =>
  archiveContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
