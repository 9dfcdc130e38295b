import { describe } from 'vitest'
import { importContract } from '../contract/import.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  importContract(startTestWorker)
})
