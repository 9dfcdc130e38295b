import { describe } from 'vitest'
import { publicationContract } from '../contract/publication.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: publications', () => publicationContract(startTestWorker))
