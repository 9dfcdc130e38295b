import { describe } from 'vitest'
import { exportContract } from '../contract/export.ts'
import { exportAnnexesContract } from '../contract/export-annexes.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'

async function start() {
  const server = await startTestServer()
  return {
    ...server,
    stop: async () => {
      await server.stop()
      await removeFolder(server.folder)
    },
  }
}

describe('on Node', () => {
  exportContract(start)
})

describe('choices and annexes on Node', () => {
  exportAnnexesContract(start)
})
