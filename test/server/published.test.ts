import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { publishedRoutes } from '../../server/http/published.ts'
import type { RenderExport } from '../../server/ports.ts'
import { UnreadableRoom } from '../../server/rooms/room-document.ts'
import { demoModel } from './export/agendas.ts'

const path = '/v/drechtsteden.abc'
const version = { names: false, indexed: false, since: '2026-11-22T12:00:00.000Z', agenda: demoModel() }

let app: Hono
/** What the room answers now, how often it was asked, and what was made. */
let room: () => Response
let asked: number
let made: string[]
let render: RenderExport

beforeEach(() => {
  asked = 0
  made = []
  room = () => Response.json(version, { headers: { etag: '"1"' } })
  render = (order) => {
    made.push('format' in order ? order.format : 'zip')
    return Promise.resolve(new Uint8Array([1, 2, 3]))
  }
  app = publishedRoutes({
    rooms: {
      async askOpenly(_agenda, request) {
        asked += 1
        const answer = room()
        return answer.ok && request.headers.get('if-none-match') === answer.headers.get('etag')
          ? new Response(null, { status: 304 })
          : answer
      },
    },
    render: (...order) => render(...order),
    log: () => {},
    origin: 'https://agenda.example',
    addressOf: (c) => c.req.header('from') ?? '',
  })
})

const get = (address: string, headers: Record<string, string> = {}) => app.request(address, { headers })

describe('what everyone may read', () => {
  it('[V21] is made once for many who come at once, and kept for who comes later', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(path)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    await get(path)
    expect(made).toEqual(['html'])
    await get(`${path}?language=en`)
    await get(`${path}/md`)
    expect(made).toEqual(['html', 'html', 'md'])
  })

  it('[V24] is asked of its room each time, and made anew when it is published otherwise', async () => {
    await get(path)
    await get(path)
    expect([asked, made.length]).toEqual([2, 1])
    room = () => Response.json({ ...version, indexed: true }, { headers: { etag: '"2"' } })
    expect((await get(path)).headers.get('x-robots-tag')).toBeNull()
    expect(made.length).toBe(2)
    room = () => new Response(null, { status: 410 })
    expect([(await get(path)).status, (await get(`${path}/md`)).status]).toEqual([410, 410])
    room = () => Response.json(version, { headers: { etag: '"2"' } })
    await get(path)
    expect(made.length).toBe(3)
  })

  it('[V24] is not forgotten for many others, of which the oldest are', async () => {
    render = (order) => {
      made.push(order.language)
      return Promise.resolve(new Uint8Array(6 << 20))
    }
    const addresses = ['a', 'b', 'c'].map((id) => `/v/drechtsteden.${id}`)
    for (const address of addresses) await get(address)
    await get(addresses[2] ?? '')
    expect(made.length).toBe(3)
    await get(addresses[0] ?? '')
    expect(made.length).toBe(4)
  })

  it('[V24] slows down who asks for more than people read, and nobody else', async () => {
    const one = { from: '192.0.2.1' }
    let refused = 0
    for (let times = 0; times < 125; times += 1) {
      const answer = await get(`${path}/md`, one)
      if (answer.status !== 429) continue
      refused += 1
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(answer.headers.get('content-type')).toContain('text/html')
    }
    expect(refused).toBe(5)
    expect((await get(path, one)).status).toBe(200)
    expect((await get(`${path}/md`, { from: '192.0.2.2' })).status).toBe(200)
  })

  it('[V24] takes no more places than a few in the row in which members wait', async () => {
    const done = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
    render = () => done.promise
    const forms = ['odt', 'md', 'pdf', 'docx'].map((form) => get(`${path}/${form}`))
    await expect.poll(() => asked).toBe(4)
    expect((await get(`${path}/xlsx`)).status).toBe(503)
    // Who wants one of those that are being made has no place of their own.
    const same = get(`${path}/odt`)
    done.resolve(new Uint8Array([1]))
    expect((await Promise.all([...forms, same])).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  it.each([
    ['busy', 503],
    ['too-large', 507],
  ] as const)('[V21] says in a page that a file cannot be made now: %s', async (reason, status) => {
    render = () => Promise.resolve(reason)
    const answer = await get(`${path}/odt`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store'])
    expect(await answer.text()).toContain(`href="${path}"`)
  })

  it('[V24] says in a page that its room cannot be read, or does not answer', async () => {
    room = () => {
      throw new UnreadableRoom('a piece is missing')
    }
    expect((await get(path)).status).toBe(503)
    expect((await get(`${path}/check`)).status).toBe(503)
    room = () => new Response(null, { status: 503 })
    expect((await get(path)).status).toBe(503)
  })

  it('[V24] is not asked of any room at an address that cannot be one', async () => {
    for (const odd of ['x', 'a.b.c', '__proto__.x', 'a.__proto__', '%2e%2e', 'a.%00'])
      expect([odd, (await get(`/v/${odd}`)).status]).toEqual([odd, 404])
    expect(asked).toBe(0)
  })
})
