import type { Context } from 'hono'
import * as v from 'valibot'
import { problem } from '../problem.ts'

/**
 * The body of a request, checked against its schema; or the answer that says what is wrong with it. Only JSON is taken:
 * a form on another website cannot send that.
 */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  options: Pick<v.Config<v.InferIssue<Schema>>, 'abortEarly'> = {},
): Promise<{ ok: true; body: v.InferOutput<Schema> } | { ok: false; answer: Response }> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return { ok: false, answer: problem(c, 'invalid') }
  let json: unknown
  try {
    json = await c.req.json()
  } catch {
    // Not JSON at all; the sender hears it, whatever the parser made of it.
    return { ok: false, answer: problem(c, 'invalid') }
  }
  const result = v.safeParse(schema, json, options)
  if (result.success) return { ok: true, body: result.output }
  const errors = result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }))
  return { ok: false, answer: problem(c, 'invalid', errors) }
}
