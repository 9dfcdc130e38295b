import { request } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DemoPeople } from '../../shared/api.ts'
import { makeId } from '../../shared/ids.ts'
import { json, post, problemOf } from '../kit/http.ts'
import { RawClient } from '../kit/raw-client.ts'
import { useRegion } from '../kit/region.ts'
import type { Runtime } from '../kit/server.ts'

/** What the gateway promises over HTTP, in whatever runtime: signing in, who may ask, and what every answer carries. */
export function httpContract(start: () => Promise<Runtime>): void {
  const { server, coordinator } = useRegion(start)

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
        await post(server, '/api/v1/session/demo', { person: 'coordinator' }),
        await post(server, '/api/v1/session/demo', { person: 'coordinator' }),
      ]
      const tokens = answers.map((answer) => {
        const cookies = answer.headers.getSetCookie()
        expect(cookies).toHaveLength(1)
        const [cookie = ''] = cookies
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; SameSite=Lax/)
        expect(cookie).toMatch(/; Path=\//)
        expect(cookie).toMatch(/; Max-Age=2592000/)
        expect(cookie).not.toMatch(/; Domain/)
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

    it('[S2] as somebody else ends the session that this browser had', async () => {
      const guest = await server.signIn('directeur-swv-po')
      const headers = { ...json, cookie: guest.cookie }
      expect((await post(server, '/api/v1/session/demo', { person: 'directeur-swv-vo' }, { headers })).status).toBe(200)
      expect((await server.ask('/api/v1/me', { as: guest })).status).toBe(401)
    })

    it('lets nobody in who is not of the demo', async () => {
      expect((await problemOf(await post(server, '/api/v1/session/demo', { person: 'burgemeester' }))).type).toBe(
        '/problems/not-found',
      )
      expect((await problemOf(await post(server, '/api/v1/session/demo', { person: '__proto__' }))).type).toBe(
        '/problems/invalid',
      )
    })

    it('is asked for everywhere behind the door', async () => {
      for (const path of [
        '/me',
        '/agendas',
        '/agendas/drechtsteden',
        '/agendas/drechtsteden/items',
        '/agendas/drechtsteden/history?item=punt-01',
        '/agendas/drechtsteden/dossier',
        '/agendas/nergens',
      ]) {
        expect((await problemOf(await server.ask(`/api/v1${path}`))).type, path).toBe('/problems/not-signed-in')
      }
      const forged = { person: 'coordinator', cookie: `${coordinator.cookie.split('=')[0]}=${'x'.repeat(43)}` }
      expect((await server.ask('/api/v1/me', { as: forged })).status).toBe(401)
    })

    it('cannot be skipped by telling who one is: what the gateway says to a room is not for others to say', async () => {
      const identity = JSON.stringify({ person: 'coordinator', session: 'x', until: 9e15 })
      const headers = { 'ontwikkelagenda-identity': identity }
      expect((await server.ask('/api/v1/agendas/drechtsteden', { headers })).status).toBe(401)
      const reader = await server.signIn('raadslid-papendrecht')
      expect((await server.ask('/api/v1/agendas/drechtsteden/items', { as: reader, headers })).status).toBe(403)
    })
  })

  describe('every answer', () => {
    let asset: string
    const signedInPaths = ['/api/v1/me', '/api/v1/agendas', '/api/v1/agendas/drechtsteden', '/api/v1/agendas/nergens']

    beforeAll(async () => {
      const page = await (await server.ask('/')).text()
      asset = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'there is no script on the page'
    })

    /** Of everything that can be asked for, one of a kind. */
    const paths = () => [
      '/',
      '/agenda/drechtsteden',
      asset,
      '/assets/weg.js',
      '/weg.png',
      '/icon.svg',
      '/manifest.webmanifest',
      '/service-worker.js',
      '/healthz',
      '/readyz',
      '/metrics',
      '/api',
      '/api/v1/session/demo',
      '/api/v1/weg',
      '/api/v9',
      '/api/unknown',
      '/live/drechtsteden',
      '/live/../x',
      '/../../etc/passwd',
      '/_headers',
      ...signedInPaths,
    ]

    it.each(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])('carries the security headers, to %s', async (method) => {
      for (const path of paths()) {
        const as = signedInPaths.includes(path) ? coordinator : undefined
        const { headers } = await server.ask(path, { method, redirect: 'manual', ...(as && { as }) })
        const policy = headers.get('content-security-policy') ?? ''
        expect(policy, path).toContain("default-src 'none'")
        expect(policy, path).toContain("require-trusted-types-for 'script'")
        expect(policy, path).not.toContain('unsafe')
        expect(headers.get('x-content-type-options'), path).toBe('nosniff')
        expect(headers.get('referrer-policy'), path).toBe('same-origin')
        expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
        expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
        expect(headers.get('permissions-policy'), path).toContain('geolocation=()')
      }
    })

    it('carries the security headers, to who may not connect', async () => {
      for (const [agenda, as] of [
        ['drechtsteden', undefined],
        ['nergens', coordinator],
      ] as const) {
        const { socket } = new RawClient(server.url, agenda, as)
        const headers = await new Promise<Record<string, unknown>>((resolve) =>
          socket.once('unexpected-response', (_request, answer) => resolve(answer.headers)),
        )
        socket.terminate()
        expect(headers['content-security-policy'], agenda).toContain("default-src 'none'")
        expect(headers['x-content-type-options'], agenda).toBe('nosniff')
      }
    })

    it('names nobody else: no cookie without signing in, and no address of another website', async () => {
      for (const path of paths()) {
        const answer = await server.ask(path)
        expect(answer.headers.getSetCookie(), path).toEqual([])
        for (const [name, value] of answer.headers) expect(`${name}: ${value}`, path).not.toMatch(/https?:\/\//)
        // In the text of a page, only where it leads to or loads from; other files name standards by their address.
        if (answer.headers.get('content-type')?.startsWith('text/html'))
          expect(await answer.text(), path).not.toMatch(/(src|href|action)="?(https?:)?\/\//)
      }
    })

    it('is a problem in the language that was asked for, where there is nothing', async () => {
      for (const path of ['/api/v1/weg', '/api/v9', '/api/unknown', '/api/v1/agendas/drechtsteden/weg']) {
        const ask = async (language: string) =>
          problemOf(await server.ask(path, { as: coordinator, headers: { 'accept-language': language } }))
        expect(await ask('nl')).toMatchObject({ status: 404, title: 'Dit is er niet' })
        expect(await ask('en-GB,en;q=0.9')).toMatchObject({ status: 404, title: 'This is not here' })
        expect(await ask('fr, nl;q=0.8, en;q=0.7')).toMatchObject({ title: 'Dit is er niet' })
        expect(await ask('de')).toMatchObject({ title: 'Dit is er niet' })
      }
    })

    it('[S3] refuses a command that a page of another website makes', async () => {
      const good = () => ({ id: makeId(), title: 'Goed', region: '', start: 'empty' })
      for (const origin of [
        'https://elders.example',
        'null',
        'http://localhost.elders.example',
        'https://localhost',
        'http://localhost:1',
      ]) {
        const headers = { ...json, origin }
        const answer = await post(server, '/api/v1/agendas', good(), { as: coordinator, headers })
        expect((await problemOf(answer)).type, origin).toBe('/problems/wrong-origin')
      }
      const headers = { ...json, origin: server.url }
      expect((await post(server, '/api/v1/agendas', good(), { as: coordinator, headers })).status).toBe(201)
    })

    it('to a body that is no JSON, or too large, is a problem', async () => {
      const good = { id: makeId(), title: 'Goed', region: '', start: 'empty' }
      const as = coordinator
      const status = async (body: unknown, headers = json) =>
        (await problemOf(await post(server, '/api/v1/agendas', body, { as, headers }))).status
      expect(await status(good, { 'content-type': 'text/plain' })).toBe(422)
      expect(await status('{"id":')).toBe(422)
      expect(await status('')).toBe(422)
      expect(await statusOfLarge(1 << 21)).toBe(413)
    })

    it('is a whole page for every address of the board, asked for anew each time', async () => {
      for (const path of ['/', '/agenda/drechtsteden/tabel', '/agenda/a.b/c', '/live']) {
        const page = await server.ask(path)
        expect([page.status, page.headers.get('content-type')], path).toEqual([
          200,
          expect.stringMatching(/^text\/html/),
        ])
        expect(page.headers.get('cache-control'), path).toMatch(/no-cache|max-age=0, must-revalidate/)
        expect(await page.text(), path).toMatch(/<title>[^<]*Ontwikkelagenda/)
      }
    })

    it('may be kept for ever when it is a file with a hash in its name, and is no page when there is no such file', async () => {
      const file = await server.ask(asset)
      expect(file.status).toBe(200)
      expect(file.headers.get('content-type')).toMatch(/^text\/javascript/)
      expect(file.headers.get('cache-control')).toContain('immutable')
      for (const [path, method] of [
        ['/assets/weg.js', 'GET'],
        ['/assets/', 'GET'],
        ['/agenda/drechtsteden', 'POST'],
      ] as const) {
        const none = await server.ask(path, { method })
        expect(none.status, path).toBe(404)
        expect(none.headers.get('cache-control') ?? '', path).not.toContain('immutable')
        expect(await none.text(), path).not.toContain('<html')
      }
    })
  })

  describe('whoever watches over the server', () => {
    it('hears that it lives and that it is ready, in words that are no page', async () => {
      for (const [path, text] of [
        ['/healthz', 'ok'],
        ['/readyz', 'ready'],
      ] as const) {
        const answer = await server.ask(path)
        expect([answer.status, await answer.text()]).toEqual([200, text])
        expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
      }
    })

    it('reads figures in the text format of Prometheus, each with its type and nobody’s name', async () => {
      const metrics = await server.ask('/metrics')
      expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4')
      const text = await metrics.text()
      expect(text).toMatch(/^(# TYPE (ontwikkelagenda_[a-z_]+) (counter|gauge)\n\2 \d+(\.\d+)?\n)+$/)
    })
  })

  /** On a connection of its own: a server may hang up on who goes on sending after the answer. */
  function statusOfLarge(bytes: number): Promise<number | undefined> {
    const headers = { ...json, cookie: coordinator.cookie, 'content-length': bytes }
    return new Promise((resolve, reject) => {
      const sending = request(`${server.url}/api/v1/agendas`, { method: 'POST', headers, agent: false }, (answer) => {
        resolve(answer.statusCode)
        sending.destroy()
      })
      sending.on('error', reject)
      sending.end(' '.repeat(bytes))
    })
  }
}
