import { describe } from 'vitest'
import { adoptionContract } from '../contract/adoption.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: adoption', () =>
  adoptionContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
