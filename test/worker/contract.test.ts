import { describe } from 'vitest'
import { liveContract } from '../contract/live.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  liveContract(startTestWorker)
})
