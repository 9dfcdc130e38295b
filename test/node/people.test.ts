import { describe } from 'vitest'
import { peopleContract } from '../contract/people.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node', () => {
  peopleContract(startNodeRuntime)
})
