import { describe } from 'vitest'
import { importContract } from '../contract/import.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node', () => {
  importContract(async () => {
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
