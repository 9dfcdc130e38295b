import { describe } from 'vitest'
import { versionsContract } from '../contract/versions.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: versions', () => versionsContract(startTestWorker))
