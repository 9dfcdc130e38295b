import { describe } from 'vitest'
import { exportContract } from '../contract/export.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node', () => {
  exportContract(async () => {
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
