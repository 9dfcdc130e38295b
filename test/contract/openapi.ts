import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { problemAnswer } from '../../shared/answers.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { operations } from '../../shared/operations.ts'
import { routes } from '../../shared/routes.ts'
import { useRegion } from '../kit/region.ts'
import { makeAgenda, type Runtime } from '../kit/server.ts'

type Document = {
  openapi: string
  paths: Record<
    string,
    Record<string, { responses: Record<string, unknown>; requestBody?: unknown; operationId: string }>
  >
}

/** The API does what its own description says (rule A7). */
export function openApiContract(start: () => Promise<Runtime>): void {
  const { server, coordinator } = useRegion(start)
  let agenda: AgendaId

  beforeAll(async () => {
    agenda = await makeAgenda(server, coordinator, 'template')
  })

  it('is described by an OpenAPI 3.1 document, which any website may read', async () => {
    const answer = await server.ask('/api/v1/openapi.json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/)
    const document = (await answer.json()) as Document
    expect(document.openapi).toBe('3.1.0')
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(JSON.stringify(document)).not.toContain('undefined')
  })

  it('names every route under /api/v1 that is in the table of routes', () => {
    const isLocal = (path: string) =>
      path.includes('/outbox') || path.includes('openapi.json') || path.includes('/stop/')
    const api = routes.filter(({ path }) => path.startsWith('/api/v1/') && !isLocal(path))
    expect(
      api.map(({ method, path }) => `${method} ${path}`).filter((name) => !Object.hasOwn(operations, name)),
    ).toEqual([])
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`))
    expect(Object.keys(operations).filter((name) => !known.has(name))).toEqual([])
  })

  const readings = Object.entries(operations).filter(
    ([name, operation]) => name.startsWith('GET ') && operation?.gives && !/:(?!agenda)/.test(name),
  )
  /** What a reading cannot do without. */
  const questions: Record<string, string> = {
    'GET /api/v1/agendas/:agenda/differences': '?from=2020-01-01&to=now',
  }
  it.each(readings)('answers %s as described', async (name, operation) => {
    const path = name.slice('GET '.length).replace(':agenda', agenda)
    const answer = await server.ask(`${path}${questions[name] ?? ''}`, { as: coordinator })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    const result = v.safeParse(operation?.gives ?? v.never(), await answer.json())
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined()
  })

  const writings = Object.entries(operations).filter(([, operation]) => operation?.takes)
  it.each(writings)('refuses for %s a body that is not as described, with a problem', async (name) => {
    const [method = '', path = ''] = name.split(' ')
    const answer = await server.ask(
      path.replace(':agenda', agenda).replace(':person', 'coordinator').replace(':comment', 'geen'),
      {
        as: coordinator,
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ geen: 'van alle' }),
      },
    )
    expect([404, 422]).toContain(answer.status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(v.is(problemAnswer, await answer.json())).toBe(true)
  })

  describe('an address that ends in a slash', () => {
    it('is none of the API', async () => {
      expect((await server.ask('/api/v1/agendas/', { as: coordinator })).status).toBe(404)
    })
  })
}
