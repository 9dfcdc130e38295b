import { describe } from 'vitest'
import { archiveContract } from '../contract/archive.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: archive packages', () => archiveContract(startTestWorker))
