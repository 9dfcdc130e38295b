import { describe } from 'vitest'
import { adoptionContract } from '../contract/adoption.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: adoption', () => adoptionContract(startTestWorker))
