import { describe } from 'vitest'
import { polledContract } from '../contract/polled.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node', () => {
  polledContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      stop: async () => {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  })
})
