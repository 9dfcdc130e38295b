import { expect } from 'vitest'
import type { Problem } from '../../shared/api.ts'
import type { Runtime, Visitor } from './server.ts'

export const json: Record<string, string> = { 'content-type': 'application/json' }

/** Sends a body, as JSON unless it is text already. */
export function post(
  server: Pick<Runtime, 'ask'>,
  path: string,
  body: unknown,
  { as, headers = json, method = 'POST' }: { as?: Visitor; headers?: Record<string, string>; method?: string } = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return server.ask(path, { ...(as && { as }), method, headers, body: text })
}

/** What an answer says that is a problem, as every problem must look. */
export async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const problem = (await answer.json()) as Problem
  expect(problem.status).toBe(answer.status)
  expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/)
  expect([problem.title, problem.detail]).not.toContain('')
  return problem
}
