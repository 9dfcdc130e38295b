import { describe } from 'vitest'
import { openApiContract } from '../contract/openapi.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('the API on Node', () => openApiContract(startNodeRuntime))
