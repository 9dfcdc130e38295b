import { describe } from 'vitest'
import { exportContract } from '../contract/export.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd', () => {
  exportContract(startTestWorker, ['pdf', 'docx'])
})
