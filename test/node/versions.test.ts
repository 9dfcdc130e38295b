import { describe } from 'vitest'
import { versionsContract } from '../contract/versions.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: versions', () => versionsContract(startNodeRuntime))
