import { describe } from 'vitest'
import { adoptionContract } from '../contract/adoption.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: adoption', () => adoptionContract(startNodeRuntime))
