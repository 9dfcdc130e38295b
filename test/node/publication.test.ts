import { describe } from 'vitest'
import { publicationContract } from '../contract/publication.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: publications', () => publicationContract(startNodeRuntime))
