import { describe } from 'vitest'
import { differencesContract } from '../contract/differences.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: differences', () => differencesContract(startTestWorker))
