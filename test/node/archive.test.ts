import { describe } from 'vitest'
import { archiveContract } from '../contract/archive.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: archive packages', () => archiveContract(startNodeRuntime))
