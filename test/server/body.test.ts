import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readBody } from '../../server/rooms/body.ts'
import type { Problem } from '../../shared/api.ts'
import { mentions } from '../../shared/comment.ts'

const app = new Hono().post('/', async (c) => {
  const request = await readBody(c, mentions)
  return request.ok ? c.json(request.body) : request.answer
})

function send(body: string, type = 'application/json') {
  return app.request('/', { method: 'POST', body, headers: { 'content-type': type } })
}

async function mistakesIn(body: unknown): Promise<number> {
  const answer = await send(JSON.stringify(body))
  expect(answer.status).toBe(422)
  return ((await answer.json()) as Problem).errors?.length ?? 0
}

describe('the body of a request', () => {
  it('is taken as JSON only: a form on another website cannot send that', async () => {
    expect((await send('{"people":[],"organisations":[]}')).status).toBe(200)
    expect((await send('{"people":[],"organisations":[]}', 'text/plain')).status).toBe(422)
    expect((await send('{')).status).toBe(422)
  })

  it('is answered with what is wrong in it, of a few mistakes each, of a flood only the first', async () => {
    expect(await mistakesIn({ people: [1, 2], organisations: [3] })).toBe(3)
    expect(await mistakesIn({ people: Array.from({ length: 200_000 }, () => 1), organisations: [] })).toBe(1)
    expect(await mistakesIn({ people: Array.from({ length: 5_000 }, () => 1), organisations: [] })).toBe(100)
  })
})
