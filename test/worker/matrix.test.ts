import { describe } from 'vitest'
import { matrixContract } from '../contract/matrix.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  matrixContract(startTestWorker)
})
