import { describe } from 'vitest'
import { importContract } from '../contract/import.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node', () => {
  importContract(startNodeRuntime)
})
