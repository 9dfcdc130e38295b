import { describe } from 'vitest'
import { peopleContract } from '../contract/people.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node', () => {
  peopleContract(async () => {
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
