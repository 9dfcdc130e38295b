import { describe } from 'vitest'
import { forgerContract } from '../contract/forger.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node', () => {
  forgerContract(async () => {
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
