import { describe } from 'vitest'
import { forgerContract } from '../contract/forger.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node', () => {
  forgerContract(startNodeRuntime)
})
