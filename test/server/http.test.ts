import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agenda, Agendas, DemoPeople, Problem } from '../../shared/api.ts'
import { setAgendaTitle } from '../../shared/document/write.ts'
import { type AgendaId, makeId } from '../../shared/ids.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { RawClient } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

let server: TestServer
let webFolder: string
let now = Date.now()
let coordinator: Visitor
let editor: Visitor
let reader: Visitor

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-web-'))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Ontwikkelagenda</title>')
  await writeFile(join(webFolder, 'assets', 'main-abc123.js'), 'export {}')
  server = await startTestServer({ webFolder, clock: () => now })
  coordinator = await server.signIn('coordinator')
  editor = await server.signIn('beleidsadviseur-dordrecht')
  reader = await server.signIn('raadslid-papendrecht')
})

afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
  await removeFolder(webFolder)
})

const json = { 'content-type': 'application/json' }

function post(path: string, body: unknown, as?: Visitor, headers: Record<string, string> = json): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return server.ask(path, { ...(as && { as }), method: 'POST', headers, body: text })
}

/** A connection of its own: the server hangs up on who goes on sending after the answer. */
function statusOfLarge(bytes: number): Promise<number | undefined> {
  const headers = { ...json, cookie: coordinator.cookie, 'content-length': bytes }
  return new Promise((resolve, reject) => {
    const sending = request(
      `${server.url}/api/v1/agendas`,
      { method: 'POST', headers, agent: false },
      ({ statusCode }) => {
        sending.destroy()
        resolve(statusCode)
      },
    )
    sending.on('error', reject)
    sending.write(' '.repeat(100))
  })
}

async function agendasOf(as: Visitor): Promise<Agendas['agendas']> {
  return ((await (await server.ask('/api/v1/agendas', { as })).json()) as Agendas).agendas
}

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const problem = (await answer.json()) as Problem
  expect(problem.status).toBe(answer.status)
  expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/)
  expect([problem.title, problem.detail]).not.toContain('')
  return problem
}

describe('signing in', () => {
  it('shows who can be picked in the demo, with what they are', async () => {
    const { people } = (await (await server.ask('/api/v1/session/demo')).json()) as DemoPeople
    expect(people[0]).toMatchObject({
      person: 'beleidsadviseur-dordrecht',
      organisationKind: 'municipality',
      role: 'editor',
    })
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['coordinator', 'editor', 'commenter', 'reader']))
  })

  it('[S2] gives a token that cannot be guessed, in a cookie that scripts cannot read', async () => {
    const answers = [
      await post('/api/v1/session/demo', { person: 'coordinator' }),
      await post('/api/v1/session/demo', { person: 'coordinator' }),
    ]
    const tokens = answers.map((answer) => {
      const cookie = answer.headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
      expect(cookie).toMatch(/; Path=\//)
      expect(cookie).toMatch(/; Max-Age=2592000/)
      return cookie.split(';')[0]?.split('=')[1] ?? ''
    })
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
    expect(tokens[0]).not.toBe(tokens[1])
  })

  it('[S2] says who one is, until one signs out', async () => {
    const guest = await server.signIn('wethouder-zwijndrecht')
    const me = await server.ask('/api/v1/me', { as: guest })
    expect(await me.json()).toMatchObject({
      person: 'wethouder-zwijndrecht',
      organisation: 'Gemeente Zwijndrecht',
      demo: true,
    })
    const out = await server.ask('/api/v1/session', { as: guest, method: 'DELETE' })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect((await server.ask('/api/v1/me', { as: guest })).status).toBe(401)
  })

  it('[S2] ends after a week without use, and after a month in any case', async () => {
    const day = 86_400_000
    const start = now
    const idle = await server.signIn('directeur-swv-po')
    const busy = await server.signIn('directeur-swv-vo')
    const status = async (as: Visitor) => (await server.ask('/api/v1/me', { as })).status
    for (now = start; now < start + 29 * day; now += 6 * day) expect(await status(busy)).toBe(200)
    expect(await status(idle)).toBe(401)
    now = start + 31 * day
    expect(await status(busy)).toBe(401)
    now = start
  })

  it('lets nobody in who is not of the demo', async () => {
    expect((await problemOf(await post('/api/v1/session/demo', { person: 'burgemeester' }))).type).toBe(
      '/problems/not-found',
    )
    expect((await problemOf(await post('/api/v1/session/demo', { person: '__proto__' }))).type).toBe(
      '/problems/invalid',
    )
  })

  it('is asked for everywhere behind the door', async () => {
    for (const path of [
      '/me',
      '/agendas',
      '/agendas/drechtsteden',
      '/agendas/drechtsteden/items',
      '/agendas/nergens',
    ]) {
      expect((await problemOf(await server.ask(`/api/v1${path}`))).type).toBe('/problems/not-signed-in')
    }
    const forged = { person: 'coordinator', cookie: `${coordinator.cookie.split('=')[0]}=${'x'.repeat(43)}` }
    expect((await server.ask('/api/v1/me', { as: forged })).status).toBe(401)
  })
})

describe('making an agenda', () => {
  it.each(['empty', 'template'] as const)('[A4] makes its maker the coordinator: %s', async (start) => {
    const agenda = await makeAgenda(server, editor, start)
    const answer = (await (await server.ask(`/api/v1/agendas/${agenda}`, { as: editor })).json()) as Agenda
    expect(answer).toMatchObject({
      id: agenda,
      title: 'Proefagenda',
      region: 'Proefregio',
      role: 'coordinator',
      me: { person: editor.person },
    })
    expect(answer.epoch).not.toBe('')
    const { items } = (await (await server.ask(`/api/v1/agendas/${agenda}/items`, { as: editor })).json()) as {
      items: { number: number; addedBy: string }[]
    }
    expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1))
    expect(items.length > 10).toBe(start === 'template')
    for (const { addedBy } of items) expect(addedBy).toBe(editor.person)
    expect(await agendasOf(editor)).toContainEqual(expect.objectContaining({ id: agenda, role: 'coordinator' }))
  })

  it('[A4] makes it once when the request comes twice, also at the same moment', async () => {
    const id = makeId<AgendaId>()
    const wish = { id, title: 'Twee keer', region: '', from: '2026-01-01', to: '2029-12-31', start: 'template' }
    const answers = await Promise.all([
      post('/api/v1/agendas', wish, coordinator),
      post('/api/v1/agendas', wish, coordinator),
    ])
    answers.push(await post('/api/v1/agendas', wish, coordinator))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(answers[0]?.headers.get('location')).toBe(`/api/v1/agendas/${id}`)
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[0]).toMatchObject({ id, title: 'Twee keer', from: '2026-01-01', to: '2029-12-31' })
    expect((await agendasOf(coordinator)).filter((agenda) => agenda.id === id)).toHaveLength(1)
    const { items } = (await (await server.ask(`/api/v1/agendas/${id}/items`, { as: coordinator })).json()) as {
      items: unknown[]
    }
    expect(new Set(items.map((item) => (item as { number: number }).number)).size).toBe(items.length)
  })

  it('[A4] does not take over the id of somebody else', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const answer = await post('/api/v1/agendas', { id: agenda, title: 'Van mij', region: '', start: 'empty' }, editor)
    expect((await problemOf(answer)).type).toBe('/problems/conflict')
    const kept = (await (await server.ask(`/api/v1/agendas/${agenda}`, { as: coordinator })).json()) as Agenda
    expect(kept).toMatchObject({ title: 'Proefagenda', role: 'coordinator' })
  })

  it('names every field that is wrong, and makes nothing', async () => {
    const before = await agendasOf(coordinator)
    const answer = await post(
      '/api/v1/agendas',
      { id: '../x', title: '  ', region: 7, from: '2027-02-31', start: 'vol' },
      coordinator,
    )
    expect(answer.status).toBe(422)
    const { errors } = await problemOf(answer)
    expect(errors?.map(({ path }) => path)).toEqual(['id', 'title', 'region', 'from', 'start'])
    expect(await agendasOf(coordinator)).toEqual(before)
  })

  it('takes no body but JSON, and none that is too large', async () => {
    const good = { id: makeId(), title: 'Goed', region: '', start: 'empty' }
    expect(
      (await problemOf(await post('/api/v1/agendas', good, coordinator, { 'content-type': 'text/plain' }))).status,
    ).toBe(422)
    expect((await problemOf(await post('/api/v1/agendas', '{"id":', coordinator))).status).toBe(422)
    expect((await problemOf(await post('/api/v1/agendas', '', coordinator))).status).toBe(422)
    expect(await statusOfLarge(1 << 21)).toBe(413)
  })
})

describe('the agendas that one is on', () => {
  it('hear of a new title as soon as the coordinator writes it', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const client = connectPlain(server.url, agenda, coordinator)
    await synced(client)
    setAgendaTitle(client.doc, 'Samen verder')
    const { doc } = server.rooms.room(agenda)
    await until(doc, () => doc.getMap('agenda').get('title') === 'Samen verder')
    client.close()
    expect(await agendasOf(reader)).toContainEqual(
      expect.objectContaining({ id: agenda, title: 'Samen verder', role: 'reader' }),
    )
  })

  it('[A2] show a reader who is at the table, not the numbers or the history', async () => {
    const answer = (await (await server.ask('/api/v1/agendas/drechtsteden', { as: reader })).json()) as Agenda
    expect(answer).toMatchObject({ role: 'reader', me: { person: 'raadslid-papendrecht' } })
    expect(answer.members.length).toBeGreaterThan(5)
    for (const path of ['items', 'history?item=punt-01']) {
      const refusal = await server.ask(`/api/v1/agendas/drechtsteden/${path}`, { as: reader })
      expect((await problemOf(refusal)).type).toBe('/problems/not-allowed')
    }
  })

  it('[A3] do not exist for who is not on them, by any door', async () => {
    const agenda = await makeAgenda(server, coordinator)
    const { store } = server.rooms.room(agenda)
    const seat = store.seat()
    store.transaction(() =>
      store.setSeat({ ...seat, members: seat.members.filter(({ person }) => person !== editor.person) }),
    )
    for (const path of ['', '/items', '/history?item=x', '/geheim']) {
      const there = await problemOf(await server.ask(`/api/v1/agendas/${agenda}${path}`, { as: editor }))
      const nowhere = await problemOf(await server.ask(`/api/v1/agendas/nergens${path}`, { as: editor }))
      expect(there).toEqual(nowhere)
      expect(there.status).toBe(404)
    }
    expect(await new RawClient(server.url, agenda, editor).opened()).toBe(404)
    expect((await server.ask(`/api/v1/agendas/${agenda}`, { as: coordinator })).status).toBe(200)
  })

  it('want to know of which item the history is asked', async () => {
    const answer = await server.ask('/api/v1/agendas/drechtsteden/history', { as: editor })
    expect((await problemOf(answer)).errors).toEqual([{ path: 'item', message: expect.any(String) }])
  })
})

describe('every answer', () => {
  const paths = [
    '/',
    '/agenda/drechtsteden',
    '/assets/main-abc123.js',
    '/assets/weg.js',
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/v1/session/demo',
    '/api/v1/me',
    '/api/v1/weg',
    '/api/v9',
    '/live/drechtsteden',
    '/../../etc/passwd',
  ]

  it.each(paths)('carries the security headers: %s', async (path) => {
    for (const method of ['GET', 'POST']) {
      const { headers } = await server.ask(path, { method })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
  })

  it('is a problem in the language that was asked for, where there is nothing', async () => {
    for (const path of ['/api/v1/weg', '/api/v9', '/api/v1/agendas/drechtsteden/weg']) {
      const ask = async (language: string) =>
        problemOf(await server.ask(path, { as: coordinator, headers: { 'accept-language': language } }))
      expect(await ask('nl')).toMatchObject({ status: 404, title: 'Dit is er niet' })
      expect(await ask('en-GB,en;q=0.9')).toMatchObject({ status: 404, title: 'This is not here' })
      expect(await ask('fr, nl;q=0.8, en;q=0.7')).toMatchObject({ title: 'Dit is er niet' })
      expect(await ask('de')).toMatchObject({ title: 'Dit is er niet' })
    }
  })

  it('[S3] refuses a command that a page of another website makes', async () => {
    const good = { id: makeId(), title: 'Goed', region: '', start: 'empty' }
    for (const origin of [
      'https://elders.example',
      'null',
      'http://localhost.elders.example',
      'https://localhost',
      'http://localhost:1',
    ]) {
      const answer = await post('/api/v1/agendas', good, coordinator, { ...json, origin })
      expect((await problemOf(answer)).type, origin).toBe('/problems/wrong-origin')
    }
    expect((await post('/api/v1/agendas', good, coordinator, { ...json, origin: server.url })).status).toBe(201)
  })

  it('is a whole page for every address of the board, and the files beside it may be kept', async () => {
    const page = await server.ask('/agenda/drechtsteden/tabel')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(await page.text()).toContain('<title>Ontwikkelagenda</title>')
    const file = await server.ask('/assets/main-abc123.js')
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect((await server.ask('/assets/weg.js')).status).toBe(404)
  })
})

describe('whoever watches over the server', () => {
  it('hears that it lives, that it is ready, and what it did', async () => {
    expect(await (await server.ask('/healthz')).text()).toBe('ok')
    expect((await server.ask('/readyz')).status).toBe(200)
    const metrics = await server.ask('/metrics')
    expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    const text = await metrics.text()
    for (const name of ['edits_total', 'connections_total', 'rooms_open', 'resident_bytes']) {
      expect(text).toMatch(
        new RegExp(`^# TYPE ontwikkelagenda_${name} (counter|gauge)\\nontwikkelagenda_${name} \\d+$`, 'm'),
      )
    }
  })

  it('hears that it is not ready while the web app is not built', async () => {
    const bare = await startTestServer({ webFolder: join(webFolder, 'nergens') })
    expect((await bare.ask('/readyz')).status).toBe(503)
    expect((await bare.ask('/healthz')).status).toBe(200)
    await bare.stop()
    await removeFolder(bare.folder)
  })
})
