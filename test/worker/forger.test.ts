import { describe } from 'vitest'
import { forgerContract } from '../contract/forger.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  forgerContract(startTestWorker)
})
