import { describe } from 'vitest'
import { liveContract } from '../contract/live.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node', () => {
  liveContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  })
})
