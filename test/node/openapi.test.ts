import { describe } from 'vitest'
import { openApiContract } from '../contract/openapi.ts'
import { startTestServer } from '../kit/server.ts'

describe('the API on Node', () => openApiContract(startTestServer))
