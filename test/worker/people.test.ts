import { describe } from 'vitest'
import { peopleContract } from '../contract/people.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  peopleContract(startTestWorker)
})
