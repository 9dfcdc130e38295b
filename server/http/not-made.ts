import type { Context } from 'hono'
import type { Problem } from '../../shared/api.ts'
import type { Log } from '../ports.ts'
import { problem } from '../problem.ts'

/** Why there is no file, for who asked for one. */
export function notMade(c: Context, why: 'too-large' | 'busy'): Response {
  return problem(c, why === 'too-large' ? 'export-too-large' : 'export-busy')
}

/** The same of a file that was begun already: `why` is `too-large`, or what was thrown, which is logged. */
export function notFinished(c: Context, log: Log, format: string): (why: unknown) => Promise<Problem> {
  return async (why) => {
    if (why !== 'too-large') {
      log('error', 'export-failed', { format, cause: why instanceof Error ? why.message : 'unknown' })
    }
    return (await problem(c, why === 'too-large' ? 'export-too-large' : 'unexpected').json()) as Problem
  }
}
