import { describe } from 'vitest'
import { exportContract } from '../contract/export.ts'
import { exportAnnexesContract } from '../contract/export-annexes.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  exportContract(startTestWorker)
})

describe('choices and annexes on workerd', () => {
  exportAnnexesContract(startTestWorker)
})
