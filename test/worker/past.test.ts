import { describe } from 'vitest'
import { pastContract } from '../contract/past.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: the past', () => pastContract(startTestWorker))
