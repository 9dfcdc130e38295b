import { describe } from 'vitest'
import { openApiContract } from '../contract/openapi.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('the API on workerd', () => openApiContract(startTestWorker))
