import { describe } from 'vitest'
import { commentsContract } from '../contract/comments.ts'
import { startTestWorker } from '../kit/worker.ts'

describe('on workerd: comments', () => commentsContract(startTestWorker))
