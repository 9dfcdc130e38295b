import { describe } from 'vitest'
import { polledContract } from '../contract/polled.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node', () => {
  polledContract(startNodeRuntime)
})
