import { describe } from 'vitest'
import { publicationContract } from '../contract/publication.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

describe('on Node: publications', () =>
  publicationContract(async () => {
    const server = await startTestServer()
    return {
      ...server,
      async stop() {
        await server.stop()
        await removeFolder(server.folder)
      },
    }
  }))
