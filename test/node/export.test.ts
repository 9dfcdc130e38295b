import { describe } from 'vitest'
import { exportContract } from '../contract/export.ts'
import { exportAnnexesContract } from '../contract/export-annexes.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node', () => {
  exportContract(startNodeRuntime)
})

describe('choices and annexes on Node', () => {
  exportAnnexesContract(startNodeRuntime)
})
