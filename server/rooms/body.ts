import type { Context } from 'hono'
import * as v from 'valibot'
import { problem } from '../problem.ts'

/** Of a longer body only the first mistake is looked for: a hostile one can hold a million. In UTF-16 units. */
const longestExplained = 32_768
const mistakesNamed = 100

/**
 * The body of a request, checked against its schema; or the answer that says what is wrong with it. Only JSON is taken:
 * a form on another website cannot send that.
 */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<{ ok: true; body: v.InferOutput<Schema> } | { ok: false; answer: Response }> {
  if (!c.req.header('content-type')?.startsWith('application/json')) return { ok: false, answer: problem(c, 'invalid') }
  const text = await c.req.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // Not JSON at all; the sender hears it, whatever the parser made of it.
    return { ok: false, answer: problem(c, 'invalid') }
  }
  const result = v.safeParse(schema, json, { abortEarly: text.length > longestExplained })
  if (result.success) return { ok: true, body: result.output }
  const errors = result.issues
    .slice(0, mistakesNamed)
    .map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }))
  return { ok: false, answer: problem(c, 'invalid', errors) }
}
