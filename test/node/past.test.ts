import { describe } from 'vitest'
import { pastContract } from '../contract/past.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: the past', () => pastContract(startNodeRuntime))
