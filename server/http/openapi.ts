import { toJsonSchema } from '@valibot/to-json-schema'
import { Hono } from 'hono'
import type * as v from 'valibot'
import { problemAnswer } from '../../shared/answers.ts'
import { isDay } from '../../shared/date.ts'
import { isId } from '../../shared/ids.ts'
import { type Operation, operations } from '../../shared/operations.ts'
import { rights } from '../../shared/rights.ts'
import { type Audience, isAudience, type Route, routes } from '../../shared/routes.ts'

/** The version of the API, on every answer of it, as the NLGov REST API design rules ask (rule API-57). */
export const apiVersion = '1.0.0'

/** GET /openapi.json: the API as an OpenAPI 3.1 document. Other websites may read it (rule API-51). */
export function openApiRoutes(): Hono {
  let document: ReturnType<typeof openApiDocument> | undefined
  return new Hono().get('/openapi.json', (c) => {
    document ??= openApiDocument()
    c.header('access-control-allow-origin', '*')
    return c.json(document)
  })
}

/** The API as routes.ts and operations.ts say it is. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const operation = operations[`${route.method} ${route.path}`]
    if (!operation) continue
    const path = route.path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route, operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ontwikkelagenda',
      version: apiVersion,
      description:
        'The development agenda of a region: people, comments, history. The text itself is written live, over WebSocket.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemAnswer, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'The cookie that signing in sets' },
      },
    },
  }
}

function describe({ method, path, who }: Route, { summary, takes, gives, status = 200, media }: Operation) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const json = gives && { content: { 'application/json': { schema: jsonSchema(gives, 'output') } } }
  const body = media === undefined ? json : { content: { [media]: {} } }
  return {
    operationId: `${method.toLowerCase()}${path.replace('/api/v1', '').replace(/[/:-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary,
    description: audience(who),
    ...(parameters.length > 0 && { parameters }),
    ...(takes && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(takes, 'input') } } },
    }),
    responses: {
      [status]: { description: 'Done', ...body },
      default: {
        description: 'Not done, and why (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: who === 'anyone' ? [] : [{ session: [] }],
  }
}

const audiences: Record<Audience, string> = {
  anyone: 'For everyone.',
  'signed-in': 'For who is signed in.',
  founder: 'For who may make agendas: who began this board, or leads an agenda already.',
}

function audience(who: Route['who']): string {
  return isAudience(who) ? audiences[who] : `On this agenda, for: ${rights[who].join(', ')}.`
}

function jsonSchema(schema: v.GenericSchema, typeMode: 'input' | 'output'): unknown {
  const { $schema, ...json } = toJsonSchema(schema as Parameters<typeof toJsonSchema>[0], {
    typeMode,
    // Checks that span several fields have no words in JSON Schema; the server still makes them.
    errorMode: 'ignore',
    overrideSchema({ valibotSchema }) {
      const { check } = valibotSchema as { check?: unknown }
      if (check === isId) return { type: 'string', pattern: '^(?!__)[A-Za-z0-9_-]{1,64}$' }
      if (check === isDay) return { type: 'string', format: 'date' }
      return undefined
    },
  })
  return json
}
