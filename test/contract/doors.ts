import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sessions, TokenMeaning } from '../../shared/account.ts'
import type { Agenda, Agendas, Me } from '../../shared/api.ts'
import { type AgendaId, type CommentLinkId, type InvitationId, makeId } from '../../shared/ids.ts'
import type { CommentLink } from '../../shared/people.ts'
import { problemOf } from '../kit/http.ts'
import { RawClient } from '../kit/raw-client.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'
import { codeIn, mailsTo, openWindow, otherThan, tokenIn, type Window } from '../kit/window.ts'

export type DoorsRuntime = Runtime & {
  /** What it said to whoever started it. */
  said: () => string[]
  /** Lets time pass, where a test can. */
  pass?: (time: number) => void
}

const minute = 60_000

/** The ways in, in whatever runtime: by mail, invitation, comment link, and the first link of a new board. */
export function doorsContract(start: (board: 'demo' | 'new') => Promise<DoorsRuntime>): void {
  describe('on a board with people', () => {
    let server: DoorsRuntime
    let coordinator: Visitor
    let agenda: AgendaId
    let party: Agenda['organisations'][number]
    let parents: Agenda['organisations'][number]

    beforeAll(async () => {
      server = await start('demo')
      coordinator = await server.signIn('coordinator')
      agenda = await makeAgenda(server, coordinator)
      const { organisations } = await agendaAs(coordinator)
      const find = (kind: string) => organisations.find((organisation) => organisation.kind === kind)
      const [municipality, organisation] = [find('municipality'), find('parent-organisation')]
      if (!municipality || !organisation) throw new Error('the demo has no such parties')
      party = municipality
      parents = organisation
    }, 60_000)

    afterAll(() => server.stop())

    async function agendaAs(as: Visitor): Promise<Agenda> {
      return (await (await server.ask(`/api/v1/agendas/${agenda}`, { as })).json()) as Agenda
    }

    function command(method: string, path: string, body?: unknown): Promise<Response> {
      return server.ask(`/api/v1/agendas/${agenda}${path}`, {
        as: coordinator,
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
    }

    async function invite(email: string, role = 'editor'): Promise<InvitationId> {
      const id = makeId<InvitationId>()
      const invitations = { invitations: [{ id, email }], organisation: party.id, role }
      const before = (await mailsTo(server, email)).length
      expect((await command('POST', '/invitations', invitations)).status).toBe(201)
      // The room tells the directory after it answered.
      await expect.poll(async () => (await mailsTo(server, email)).length).toBe(before + 1)
      return id
    }

    /** Somebody who came in by an invitation, and is known by this address from then on. */
    async function newcomer(email: string, name = 'Noor de Wit'): Promise<Window> {
      await invite(email)
      const window = openWindow(server)
      await window.comeIn({ token: await tokenFor(email), name })
      return window
    }

    async function tokenFor(email: string): Promise<string> {
      const [mail] = await mailsTo(server, email)
      return tokenIn(mail ?? { text: '' })
    }

    function askLink(window: Window, email: string): Promise<Response> {
      return window.ask('POST', '/api/v1/session/link', { email })
    }

    async function typeOf(answer: Response): Promise<string> {
      return (await problemOf(answer)).type
    }

    describe('an invitation', () => {
      it('[S8] is a mail that says who invites for what, and brings whoever gives a name onto the agenda', async () => {
        await invite('noor@gemeente.example')
        const [mail] = await mailsTo(server, 'noor@gemeente.example')
        expect(mail?.subject).toBe('Uitnodiging voor Proefagenda')
        expect(mail?.text).toContain(party.name)
        expect(mail?.text).toContain('U kunt de agenda lezen en aanpassen')
        const token = tokenIn(mail ?? { text: '' })
        const window = openWindow(server)
        const look = await window.ask('POST', '/api/v1/session/look', { token })
        expect((await look.json()) as TokenMeaning).toEqual({
          kind: 'invitation',
          needsName: true,
          agenda: 'Proefagenda',
        })
        const answer = await window.ask('POST', '/api/v1/session', { token })
        expect([answer.status, await typeOf(answer)]).toEqual([422, '/problems/name-needed'])
        const { me, ...rest } = await window.comeIn({ token, name: 'Noor de Wit' })
        expect(me).toMatchObject({ name: 'Noor de Wit', initials: 'NW', organisation: party.name, demo: false })
        expect(rest).toEqual({ agenda, over: false })
        expect(await agendaAs(window.visitor())).toMatchObject({ role: 'editor', me: { organisation: party.id } })
        expect(((await (await window.ask('GET', '/api/v1/agendas')).json()) as Agendas).agendas).toHaveLength(1)
        const account = (await (await window.ask('GET', '/api/v1/me')).json()) as Me
        expect(account).toMatchObject({
          email: 'noor@gemeente.example',
          mayFound: false,
          organisation: party.name,
          organisationKind: 'municipality',
        })
      })

      it('[S8] works once', async () => {
        const window = await newcomer('eenmaal@gemeente.example')
        const token = await tokenFor('eenmaal@gemeente.example')
        for (const path of ['/api/v1/session/look', '/api/v1/session']) {
          const again = await window.ask('POST', path, { token })
          expect([again.status, await typeOf(again)]).toEqual([410, '/problems/expired'])
        }
      })

      async function lookAt(token: string): Promise<number> {
        return (await openWindow(server).ask('POST', '/api/v1/session/look', { token })).status
      }

      it('[S8] that is sent again makes the mail of before of no use', async ({ skip }) => {
        if (!server.pass) return skip('no clock that a test can set')
        const email = 'opnieuw@gemeente.example'
        const id = await invite(email)
        const before = await tokenFor(email)
        server.pass(60 * minute)
        expect((await command('POST', `/invitations/${id}/mail`)).status).toBe(200)
        const after = await tokenFor(email)
        expect(after).not.toBe(before)
        expect([await lookAt(before), await lookAt(after)]).toEqual([410, 200])
      })

      it('[S8] that is withdrawn works no more', async () => {
        const email = 'ingetrokken@gemeente.example'
        const id = await invite(email)
        const token = await tokenFor(email)
        expect(await lookAt(token)).toBe(200)
        expect((await command('DELETE', `/invitations/${id}`)).ok).toBe(true)
        await expect.poll(() => lookAt(token)).toBe(410)
        const late = await openWindow(server).ask('POST', '/api/v1/session', { token, name: 'Te Laat' })
        expect(await typeOf(late)).toBe('/problems/expired')
      })

      it('[S8] waits for who comes in by another door', async () => {
        const email = 'ander@gemeente.example'
        await invite(email)
        const window = openWindow(server)
        await askLink(window, email)
        const [mail] = await mailsTo(server, email)
        const { me } = await window.comeIn({ email, code: codeIn(mail ?? { text: '' }), name: 'Ander' })
        expect((await agendaAs(window.visitor())).members.map(({ person }) => person)).toContain(me.person)
      })

      it('[S8] to somebody who is known already needs no name', async () => {
        const email = 'bekend@gemeente.example'
        await newcomer(email, 'Bekende')
        agenda = await makeAgenda(server, coordinator)
        await invite(email, 'commenter')
        const window = openWindow(server)
        const { me } = await window.comeIn({ token: await tokenFor(email) })
        expect(me.name).toBe('Bekende')
        expect((await agendaAs(window.visitor())).role).toBe('commenter')
      })
    })

    describe('signing in by mail', () => {
      it('[S4] works by the link, once, in any window', async () => {
        const email = 'link@gemeente.example'
        await newcomer(email)
        await askLink(openWindow(server), email)
        const token = await tokenFor(email)
        const window = openWindow(server)
        const { me } = await window.comeIn({ token })
        expect(me.name).toBe('Noor de Wit')
        expect((await window.ask('GET', '/api/v1/me')).status).toBe(200)
        expect(await typeOf(await window.ask('POST', '/api/v1/session', { token }))).toBe('/problems/expired')
      })

      it('[S4] works by the code, once, in the window that asked and in no other', async () => {
        const email = 'code@gemeente.example'
        await newcomer(email)
        const [window, other] = [openWindow(server), openWindow(server)]
        const asked = await askLink(window, email)
        expect(asked.status).toBe(202)
        const [cookie = ''] = asked.headers.getSetCookie()
        expect(cookie).toMatch(/-window=[\w-]{43};/)
        expect(cookie).toMatch(/; HttpOnly/)
        expect(cookie).toMatch(/; SameSite=Lax/)
        const [mail] = await mailsTo(server, email)
        const code = codeIn(mail ?? { text: '' })
        expect(await typeOf(await other.ask('POST', '/api/v1/session', { email, code }))).toBe('/problems/wrong-code')
        await askLink(other, 'een.ander@gemeente.example')
        expect(await typeOf(await other.ask('POST', '/api/v1/session', { email, code }))).toBe('/problems/wrong-code')
        await window.comeIn({ email, code })
        expect(await typeOf(await window.ask('POST', '/api/v1/session', { email, code }))).toBe('/problems/expired')
      })

      it('[S4] lets a code be tried five times', async () => {
        const email = 'vijf@gemeente.example'
        await newcomer(email)
        const window = openWindow(server)
        await askLink(window, email)
        const [mail] = await mailsTo(server, email)
        const code = codeIn(mail ?? { text: '' })
        const answers: string[] = []
        for (let by = 1; by <= 6; by++) {
          const wrong = { email, code: otherThan(code, by) }
          answers.push(await typeOf(await window.ask('POST', '/api/v1/session', wrong)))
        }
        expect(answers).toEqual([...Array<string>(5).fill('/problems/wrong-code'), '/problems/expired'])
        expect(await typeOf(await window.ask('POST', '/api/v1/session', { email, code }))).toBe('/problems/expired')
      })

      it('[S6] changes nothing when a scanner opens the link, however often', async () => {
        const email = 'scanner@gemeente.example'
        await newcomer(email)
        await askLink(openWindow(server), email)
        const token = await tokenFor(email)
        for (const method of ['GET', 'HEAD', 'GET']) {
          const page = await server.ask(`/sign-in/${token}`, { method })
          expect(page.status).toBe(200)
          expect(page.headers.get('content-type')).toMatch(/^text\/html/)
          expect(page.headers.getSetCookie()).toEqual([])
        }
        for (const method of ['GET', 'HEAD']) expect((await server.ask('/api/v1/session', { method })).ok).toBe(false)
        const look = await openWindow(server).ask('POST', '/api/v1/session/look', { token })
        expect(await look.json()).toEqual({ kind: 'sign-in', needsName: false })
        await openWindow(server).comeIn({ token })
      })

      it('[S3] refuses a redemption that another website makes', async () => {
        const email = 'elders@gemeente.example'
        await newcomer(email)
        await askLink(openWindow(server), email)
        const token = await tokenFor(email)
        const origin = { origin: 'https://elders.example' }
        const answer = await openWindow(server).ask('POST', '/api/v1/session', { token }, origin)
        expect(await typeOf(answer)).toBe('/problems/wrong-origin')
        await openWindow(server).comeIn({ token })
      })

      it('[S4] is over after fifteen minutes', async ({ skip }) => {
        if (!server.pass) return skip('no clock that a test can set')
        const email = 'kwartier@gemeente.example'
        await newcomer(email)
        const window = openWindow(server)
        await askLink(window, email)
        const [mail] = await mailsTo(server, email)
        server.pass(15 * minute)
        const token = tokenIn(mail ?? { text: '' })
        const code = codeIn(mail ?? { text: '' })
        expect(await typeOf(await window.ask('POST', '/api/v1/session', { token }))).toBe('/problems/expired')
        expect(await typeOf(await window.ask('POST', '/api/v1/session', { email, code }))).toBe('/problems/expired')
      })

      it('[S5] answers the same to an address that nobody knows, and sends it nothing', async () => {
        const known = 'iemand@gemeente.example'
        await newcomer(known)
        const mails = (await mailsTo(server, known)).length
        const seen = async (email: string) => {
          const window = openWindow(server)
          const asked = await askLink(window, email)
          const guess = await window.ask('POST', '/api/v1/session', { email, code: '000000' })
          const headers = [...asked.headers].filter(([name]) => name !== 'date')
          const cookies = asked.headers.getSetCookie().map((cookie) => cookie.replace(/=[\w-]{43};/, '=…;'))
          const names = headers.map(([name]) => name).filter((name) => name !== 'set-cookie')
          return [asked.status, await asked.text(), names, cookies, guess.status, await typeOf(guess)]
        }
        expect(await seen('niemand@gemeente.example')).toEqual(await seen(known))
        expect(await mailsTo(server, 'niemand@gemeente.example')).toEqual([])
        expect(await mailsTo(server, known)).toHaveLength(mails + 1)
      })

      it('[S5] [S7] refuses a sixth mail within the hour, to a known address as to another', async () => {
        const known = 'vaak@gemeente.example'
        await newcomer(known)
        for (const email of [known, 'vaak.onbekend@gemeente.example']) {
          const window = openWindow(server)
          for (let time = 0; time < 5; time++) expect((await askLink(window, email)).status).toBe(202)
          const sixth = await askLink(window, email)
          expect(sixth.status).toBe(429)
          expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3500)
          expect(Number(sixth.headers.get('retry-after'))).toBeLessThanOrEqual(3600)
          expect(await typeOf(sixth)).toBe('/problems/too-many')
        }
        if (!server.pass) return
        server.pass(60 * minute + 1)
        expect((await askLink(openWindow(server), known)).status).toBe(202)
      })

      it('takes no address that cannot be one, and no code that is none', async () => {
        const window = openWindow(server)
        expect(await typeOf(await askLink(window, 'geen adres'))).toBe('/problems/invalid')
        const code = await window.ask('POST', '/api/v1/session', { email: 'a@b.example', code: '12345' })
        expect(await typeOf(code)).toBe('/problems/invalid')
        const guess = await window.ask('POST', '/api/v1/session', { token: 'x'.repeat(43) })
        expect(await typeOf(guess)).toBe('/problems/expired')
      })

      it('is in English for who prefers that', async () => {
        const email = 'english@gemeente.example'
        await newcomer(email)
        const asked = { email }
        await openWindow(server).ask('POST', '/api/v1/session/link', asked, { 'accept-language': 'en-GB' })
        const [mail] = await mailsTo(server, email)
        expect(mail?.subject).toMatch(/^Your code is \d{6}$/)
      })
    })

    describe('a comment link', () => {
      async function makeLink(places = 5): Promise<{ link: CommentLinkId; secret: string }> {
        const id = makeId<CommentLinkId>()
        const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
        const made = await command('POST', '/comment-links', { id, organisation: parents.id, until, places })
        expect(made.status).toBe(201)
        const { path } = (await made.json()) as CommentLink
        return { link: id, secret: path.split('/').at(-1) ?? '' }
      }

      function join(email: string, link: { link: CommentLinkId; secret: string }): Promise<Response> {
        return openWindow(server).ask('POST', '/api/v1/session/join', { agenda, ...link, name: 'Vera Vos', email })
      }

      it('[S9] makes a commenter of who confirms by mail, with the name that was given', async () => {
        const email = 'vera@ouders.example'
        expect((await join(email, await makeLink())).status).toBe(202)
        const [mail] = await mailsTo(server, email)
        expect(mail?.text).not.toContain('Vera')
        const window = openWindow(server)
        const token = tokenIn(mail ?? { text: '' })
        const look = await window.ask('POST', '/api/v1/session/look', { token })
        expect(await look.json()).toEqual({ kind: 'join', needsName: false, agenda: 'Proefagenda' })
        const { me, over } = await window.comeIn({ token })
        expect([me.name, over]).toEqual(['Vera Vos', false])
        expect(await agendaAs(window.visitor())).toMatchObject({
          role: 'commenter',
          me: { organisation: parents.id },
        })
      })

      it('[S9] answers the same and mails nothing when it is over, wrong, or of no agenda', async () => {
        const link = await makeLink()
        expect((await join('fout@ouders.example', { ...link, secret: 'x'.repeat(32) })).status).toBe(202)
        const elsewhere = { agenda: makeId(), ...link, name: 'X', email: 'fout@ouders.example' }
        expect((await openWindow(server).ask('POST', '/api/v1/session/join', elsewhere)).status).toBe(202)
        expect((await command('DELETE', `/comment-links/${link.link}`)).ok).toBe(true)
        expect((await join('fout@ouders.example', link)).status).toBe(202)
        expect(await mailsTo(server, 'fout@ouders.example')).toEqual([])
      })

      it('[S9] that is withdrawn before the mail is opened lets nobody onto the agenda', async () => {
        const email = 'laat@ouders.example'
        const link = await makeLink()
        await join(email, link)
        await command('DELETE', `/comment-links/${link.link}`)
        const window = openWindow(server)
        expect((await window.comeIn({ token: await tokenFor(email) })).over).toBe(true)
        expect((await server.ask(`/api/v1/agendas/${agenda}`, { as: window.visitor() })).status).toBe(404)
      })
    })

    describe('sessions', () => {
      const agents = {
        'Firefox · Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
        'Safari · iPhone':
          'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      }

      async function signInWith(email: string, agent: string): Promise<Window> {
        const window = openWindow(server)
        await askLink(window, email)
        const token = await tokenFor(email)
        const answer = await window.ask('POST', '/api/v1/session', { token }, { 'user-agent': agent })
        expect(answer.status).toBe(200)
        return window
      }

      async function sessionsOf(window: Window): Promise<Sessions['sessions']> {
        return ((await (await window.ask('GET', '/api/v1/sessions')).json()) as Sessions).sessions
      }

      it('[S10] are listed with their browser, and end with their connections closed', async () => {
        const email = 'sessies@gemeente.example'
        await newcomer(email)
        const [laptop, phone] = [
          await signInWith(email, agents['Firefox · Windows']),
          await signInWith(email, agents['Safari · iPhone']),
        ]
        const listed = await sessionsOf(laptop)
        expect(listed).toHaveLength(3)
        expect(listed.find(({ isThis }) => isThis)?.device).toBe('Firefox · Windows')
        const other = listed.find(({ device }) => device === 'Safari · iPhone')
        const client = new RawClient(server.url, agenda, phone.visitor())
        expect(await client.opened()).toBe('open')
        expect((await laptop.ask('DELETE', `/api/v1/sessions/${other?.id}`)).status).toBe(204)
        expect(await client.closed).toBe(4401)
        expect((await phone.ask('GET', '/api/v1/me')).status).toBe(401)
        expect((await laptop.ask('GET', '/api/v1/me')).status).toBe(200)
      })

      it('[S10] all others end at once', async () => {
        const email = 'alle@gemeente.example'
        const first = await newcomer(email)
        const second = await signInWith(email, agents['Firefox · Windows'])
        const third = await signInWith(email, agents['Safari · iPhone'])
        expect((await second.ask('DELETE', '/api/v1/sessions')).status).toBe(204)
        const statuses = [first, second, third].map(async (window) => (await window.ask('GET', '/api/v1/me')).status)
        expect(await Promise.all(statuses)).toEqual([401, 200, 401])
      })

      it('[S10] of somebody else are not there', async () => {
        const [mine, theirs] = [await newcomer('mijn@gemeente.example'), await newcomer('hun@gemeente.example')]
        const [session] = await sessionsOf(theirs)
        expect(await typeOf(await mine.ask('DELETE', `/api/v1/sessions/${session?.id}`))).toBe('/problems/not-found')
        expect((await theirs.ask('GET', '/api/v1/me')).status).toBe(200)
        expect(JSON.stringify(await sessionsOf(mine))).not.toContain(session?.id)
      })
    })

    describe('who is signed in', () => {
      it('[S14] makes an agenda only when they began this board or lead an agenda', async () => {
        const window = await newcomer('geen.maker@gemeente.example')
        const wish = { id: makeId<AgendaId>(), title: 'Nieuw', region: '', start: 'empty' }
        const refused = await window.ask('POST', '/api/v1/agendas', wish)
        expect([refused.status, await typeOf(refused)]).toEqual([403, '/problems/not-allowed'])
        const email = 'maker@gemeente.example'
        await invite(email, 'coordinator')
        const maker = openWindow(server)
        await maker.comeIn({ token: await tokenFor(email), name: 'Maker' })
        expect((await maker.ask('POST', '/api/v1/agendas', wish)).status).toBe(201)
      })

      it('chooses how often to be mailed', async () => {
        const window = await newcomer('ritme@gemeente.example')
        expect(await (await window.ask('GET', '/api/v1/me/settings')).json()).toEqual({ digest: 'daily' })
        expect((await window.ask('PATCH', '/api/v1/me/settings', { digest: 'weekly' })).status).toBe(200)
        expect(await (await window.ask('GET', '/api/v1/me/settings')).json()).toEqual({ digest: 'weekly' })
        expect(await typeOf(await window.ask('PATCH', '/api/v1/me/settings', { digest: 'x' }))).toBe(
          '/problems/invalid',
        )
      })

      it('has nothing waiting at first, and no organisations to choose from without leading an agenda', async () => {
        const window = await newcomer('wacht@gemeente.example')
        expect(await (await window.ask('GET', '/api/v1/me/waiting')).json()).toEqual({
          steps: [],
          agendas: [],
          notices: [],
        })
        expect(await (await window.ask('GET', '/api/v1/organisations')).json()).toEqual({ organisations: [] })
        const known = await server.ask('/api/v1/organisations', { as: coordinator })
        const { organisations } = (await known.json()) as { organisations: { name: string }[] }
        expect(organisations.map(({ name }) => name)).toContain(party.name)
        expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length)
      })
    })

    // Last: from here on this address is refused for a while.
    it('[S7] slows down who knocks without end from one address', async () => {
      let answer = await openWindow(server).ask('POST', '/api/v1/session', { token: 'x'.repeat(43) })
      for (let time = 0; time < 200 && answer.status !== 429; time++)
        answer = await openWindow(server).ask('POST', '/api/v1/session', { token: 'x'.repeat(43) })
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await askLink(openWindow(server), 'iemand@elders.example')).status).toBe(429)
      // Who is in already does not notice.
      expect((await server.ask('/api/v1/me', { as: coordinator })).status).toBe(200)
    })
  })

  describe('on a new board', () => {
    let server: DoorsRuntime

    beforeAll(async () => {
      server = await start('new')
    }, 60_000)

    afterAll(() => server.stop())

    it('[S13] is begun by the link that was printed, once, and by nobody else', async () => {
      // On Workers the directory starts when somebody comes.
      await server.ask('/api/v1/me', { headers: { cookie: 'ontwikkelagenda-80=x' } })
      await openWindow(server).ask('POST', '/api/v1/session/look', { token: 'x' })
      const link = server.said().find((line) => line.includes('/sign-in/')) ?? ''
      const token = tokenIn({ text: link })
      const window = openWindow(server)
      const look = await window.ask('POST', '/api/v1/session/look', { token })
      expect(await look.json()).toEqual({ kind: 'first', needsName: true })
      const nameless = await window.ask('POST', '/api/v1/session', { token })
      expect((await problemOf(nameless)).type).toBe('/problems/name-needed')
      const first = {
        email: 'eerste@regio.example',
        region: 'Proefregio',
        organisation: 'Gemeente Proefstad',
        organisationKind: 'municipality',
      }
      await window.comeIn({ token, name: 'Eva Eerste', first })
      expect(await (await window.ask('GET', '/api/v1/me')).json()).toMatchObject({
        name: 'Eva Eerste',
        organisation: 'Gemeente Proefstad',
        mayFound: true,
        region: 'Proefregio',
        email: 'eerste@regio.example',
      })
      const agenda = { id: makeId<AgendaId>(), title: 'Samen', region: 'Proefregio', start: 'template' }
      const made = await window.ask('POST', '/api/v1/agendas', agenda)
      expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ role: 'coordinator' })])
      const again = await openWindow(server).ask('POST', '/api/v1/session', { token, name: 'Tweede', first })
      expect((await problemOf(again)).type).toBe('/problems/expired')
    })

    it('[S1] has no one-click door', async () => {
      expect((await server.ask('/api/v1/session/demo')).status).toBe(404)
    })
  })
}
