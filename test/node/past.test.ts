import { describe } from 'vitest'
import { pastContract } from '../contract/past.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: the past', () =>
  pastContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
