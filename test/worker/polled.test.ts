import { describe } from 'vitest'
import { polledContract } from '../contract/polled.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  polledContract(startTestWorker)
})
