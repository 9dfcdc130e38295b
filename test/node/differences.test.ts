import { describe } from 'vitest'
import { differencesContract } from '../contract/differences.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: differences', () => differencesContract(startNodeRuntime))
