import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Member, Organisation } from '../../shared/agenda.ts'
import type { Agenda, Problem } from '../../shared/api.ts'
import { readItems } from '../../shared/document/read.ts'
import { createItem } from '../../shared/document/write.ts'
import {
  type AgendaId,
  asId,
  type CommentLinkId,
  type InvitationId,
  type ItemId,
  type MandateId,
  makeId,
  type OrganisationId,
} from '../../shared/ids.ts'
import type { CommentLink, Invitation, People } from '../../shared/people.ts'
import { json, problemOf } from '../kit/http.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { kindOf, RawClient, updateFrame } from '../kit/raw-client.ts'
import { useRegion } from '../kit/region.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'

const organisation = asId<OrganisationId>('ouderplatform')

/** What a coordinator does with people, as seen over HTTP and on live connections, in whatever runtime. */
export function peopleContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, editor, parent, open } = useRegion(start)
  let agenda: AgendaId

  beforeAll(async () => {
    agenda = await makeAgenda(server, coordinator)
  })

  function send(method: string, path: string, body?: unknown, as = coordinator, on = agenda): Promise<Response> {
    const text = body === undefined ? {} : { headers: json, body: JSON.stringify(body) }
    return server.ask(`/api/v1/agendas/${on}/${path}`, { as, method, ...text })
  }

  async function peopleOf(on = agenda): Promise<People> {
    const answer = await send('GET', 'people', undefined, coordinator, on)
    expect(answer.status).toBe(200)
    return (await answer.json()) as People
  }

  async function agendaOf(as: Visitor, on = agenda): Promise<Agenda> {
    return (await (await server.ask(`/api/v1/agendas/${on}`, { as })).json()) as Agenda
  }

  async function memberOf(person: string, on = agenda): Promise<Member | undefined> {
    return (await agendaOf(coordinator, on)).members.find((member) => member.person === person)
  }

  async function pathsOf(answer: Response): Promise<string[]> {
    expect(answer.status).toBe(422)
    return ((await answer.json()) as Problem).errors?.map(({ path }) => path) ?? []
  }

  async function raw(as: Visitor, on: AgendaId): Promise<RawClient> {
    const client = new RawClient(server.url, on, as, { ours: true })
    open.push(client)
    expect(await client.opened()).toBe('open')
    await client.frame((frame) => kindOf(frame) === 100)
    return client
  }

  /** The close code that a connection gets, and that it gets it soon enough. */
  async function codeWithinASecond(client: RawClient): Promise<number> {
    const since = performance.now()
    const code = await client.closed
    expect(performance.now() - since).toBeLessThan(1000)
    return code
  }

  function heardOfPeople(client: RawClient): Promise<Uint8Array> {
    return client.frame((frame) => kindOf(frame) === 102 && new TextDecoder().decode(frame).includes('"people"'))
  }

  describe('people of an agenda', () => {
    it('[A6] are seen with addresses and ways in by a coordinator only', async () => {
      const { contacts } = await peopleOf()
      expect(contacts.map(({ person }) => person)).toContain('voorzitter-ouderplatform')
      expect(Date.now() - Date.parse(contacts[0]?.since ?? '')).toBeLessThan(60_000)
      for (const as of [editor, parent])
        expect((await problemOf(await send('GET', 'people', undefined, as))).type).toBe('/problems/not-allowed')
    })

    it('[A10] lose a right within a second of the answer: a new role makes connections come in anew', async () => {
      const own = await makeAgenda(server, coordinator)
      const client = await raw(editor, own)
      const watcher = await raw(parent, own)
      const answer = await send('PATCH', `members/${editor.person}`, { role: 'commenter' }, coordinator, own)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ person: editor.person, role: 'commenter' })
      const late = new Y.Doc()
      createItem(late, { id: makeId<ItemId>(), title: 'Te laat', duty: 'joint', rank: 'a0' })
      client.send(updateFrame(Y.encodeStateAsUpdate(late)))
      expect(await codeWithinASecond(client)).toBe(4503)
      await heardOfPeople(watcher)

      const again = await raw(editor, own)
      again.send(updateFrame(Y.encodeStateAsUpdate(late)))
      expect(await again.closed).toBe(4403)
      const reading = connectPlain(server.url, own, coordinator)
      open.push(reading)
      await synced(reading)
      expect(readItems(reading.doc)).toEqual([])
    })

    it('[A10] that become readers, or are shown out, are shown out of the room at once', async () => {
      const own = await makeAgenda(server, coordinator)
      const [reading, leaving] = [await raw(editor, own), await raw(parent, own)]
      expect((await send('PATCH', `members/${editor.person}`, { role: 'reader' }, coordinator, own)).status).toBe(200)
      expect(await codeWithinASecond(reading)).toBe(4403)
      expect((await send('DELETE', `members/${parent.person}`, undefined, coordinator, own)).status).toBe(204)
      expect(await codeWithinASecond(leaving)).toBe(4403)

      expect((await server.ask(`/api/v1/agendas/${own}`, { as: parent })).status).toBe(404)
      expect(await new RawClient(server.url, own, parent).opened()).toBe(404)
      const { members, former } = await agendaOf(coordinator, own)
      expect(members.map(({ person }) => person)).not.toContain(parent.person)
      expect(former).toMatchObject([{ person: parent.person, organisation: 'ouderplatform' }])
      expect((await send('DELETE', `members/${parent.person}`, undefined, coordinator, own)).status).toBe(204)
      expect((await send('DELETE', 'members/niemand', undefined, coordinator, own)).status).toBe(404)
    })

    it('[A10] that are made an editor write from then on', async () => {
      const own = await makeAgenda(server, coordinator)
      expect((await send('PATCH', `members/${parent.person}`, { role: 'editor' }, coordinator, own)).status).toBe(200)
      const [writing, reading] = [connectPlain(server.url, own, parent), connectPlain(server.url, own, coordinator)]
      open.push(writing, reading)
      await Promise.all([synced(writing), synced(reading)])
      createItem(writing.doc, { id: makeId<ItemId>(), title: 'Van ouders', duty: 'joint', rank: 'a0' })
      await until(reading.doc, () => readItems(reading.doc).length === 1)
    })

    it('[A7] never lose their last coordinator', async () => {
      const own = await makeAgenda(server, coordinator)
      const me = `members/${coordinator.person}`
      for (const [method, body] of [
        ['PATCH', { role: 'editor' }],
        ['DELETE', undefined],
      ] as const) {
        const problem = await problemOf(await send(method, me, body, coordinator, own))
        expect([problem.type, problem.status]).toEqual(['/problems/last-coordinator', 409])
      }
      expect((await send('PATCH', `members/${editor.person}`, { role: 'coordinator' }, coordinator, own)).status).toBe(
        200,
      )
      expect((await send('PATCH', me, { role: 'editor' }, coordinator, own)).status).toBe(200)
      expect((await send('GET', 'people', undefined, coordinator, own)).status).toBe(403)
    })

    it('[A8] hold mandates of their own organisations only, with a deputy who is here', async () => {
      const own = await makeAgenda(server, coordinator)
      const path = `members/${parent.person}`
      const held = {
        id: makeId<MandateId>(),
        organisation: 'ouderplatform',
        from: '2026-01-01',
        until: '2027-12-31',
        ground: 'Bestuursbesluit van 12 januari',
        deputy: editor.person,
      }
      const set = (mandates: unknown[]) => send('PATCH', path, { mandates }, coordinator, own)
      expect(await pathsOf(await set([{ ...held, organisation: 'dordrecht' }]))).toEqual(['mandates.0.organisation'])
      expect(await pathsOf(await set([held, { ...held, until: '2025-12-31' }]))).toEqual([
        'mandates.1.id',
        'mandates.1.until',
      ])
      expect(await pathsOf(await set([{ ...held, deputy: 'niemand' }]))).toEqual(['mandates.0.deputy'])
      expect(await pathsOf(await set([{ ...held, deputy: parent.person }]))).toEqual(['mandates.0.deputy'])
      expect(await memberOf(parent.person, own)).not.toHaveProperty('mandates')
      expect((await set([held])).status).toBe(200)
      expect((await memberOf(parent.person, own))?.mandates).toEqual([held])

      const elsewhere = { ...held, id: makeId<MandateId>(), organisation: 'jongerenraad' }
      const both = await send(
        'PATCH',
        path,
        { alsoFor: ['jongerenraad'], mandates: [held, elsewhere] },
        coordinator,
        own,
      )
      expect(await both.json()).toMatchObject({ alsoFor: ['jongerenraad'], mandates: [held, elsewhere] })
      expect(await pathsOf(await send('PATCH', path, { alsoFor: [] }, coordinator, own))).toEqual(['alsoFor'])
      expect((await set([elsewhere])).status).toBe(200)
      expect(await pathsOf(await set([held, elsewhere]))).toEqual(['mandates.0.id'])
      expect((await memberOf(parent.person, own))?.mandates).toEqual([elsewhere])
    })

    it('may act for several organisations, each of them once', async () => {
      const path = `members/${editor.person}`
      expect(await pathsOf(await send('PATCH', path, { alsoFor: ['dordrecht', 'nergens'] }))).toEqual([
        'alsoFor.0',
        'alsoFor.1',
      ])
      expect(await pathsOf(await send('PATCH', path, { organisation: 'nergens' }))).toEqual(['organisation'])
      const change = { organisation: 'swv-po', alsoFor: ['dordrecht', 'zwijndrecht'] }
      for (let times = 0; times < 2; times++) {
        const answer = await send('PATCH', path, change)
        expect(await answer.json()).toMatchObject(change)
      }
      // Who starts to act for one of their others, acts for that one once.
      expect((await send('PATCH', path, { organisation: 'dordrecht' })).status).toBe(200)
      expect(await memberOf(editor.person)).toMatchObject({ organisation: 'dordrecht', alsoFor: ['zwijndrecht'] })
    })
  })

  describe('an invitation', () => {
    const inviting = (...emails: string[]) => ({
      invitations: emails.map((email) => ({ id: makeId<InvitationId>(), email })),
      organisation,
      role: 'commenter' as const,
    })

    it('[A9] goes to each address once, in lower case, for two weeks; the same request twice invites once', async () => {
      const request = inviting('Anna@Ouders.example', 'bram@ouders.example')
      const watcher = await raw(editor, agenda)
      const answers = [await send('POST', 'invitations', request), await send('POST', 'invitations', request)]
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      const [first, second] = await Promise.all(
        answers.map(async (answer) => ((await answer.json()) as { invitations: Invitation[] }).invitations),
      )
      expect(second).toEqual(first)
      expect(first).toMatchObject([
        { email: 'anna@ouders.example', state: 'open', role: 'commenter', organisation, invitedBy: 'coordinator' },
        { email: 'bram@ouders.example' },
      ])
      const [one] = first ?? []
      expect(Date.parse(one?.until ?? '') - Date.parse(one?.sentAt ?? '')).toBe(14 * 86_400_000)
      expect((await peopleOf()).invitations).toEqual(first)
      await heardOfPeople(watcher)
    })

    it('[A9] is reported line by line where somebody is invited already, and then nobody is', async () => {
      const request = inviting('carla@ouders.example', 'anna@ouders.example', 'CARLA@ouders.example')
      const before = await peopleOf()
      expect(await pathsOf(await send('POST', 'invitations', request))).toEqual([
        'invitations.1.email',
        'invitations.2.email',
      ])
      expect(await pathsOf(await send('POST', 'invitations', inviting('geen adres')))).toEqual(['invitations.0.email'])
      const nowhere = { ...inviting('dora@ouders.example'), organisation: 'nergens' }
      expect(await pathsOf(await send('POST', 'invitations', nowhere))).toEqual(['organisation'])
      const taken = inviting('dora@ouders.example')
      const [anna] = before.invitations
      const stolen = { ...taken, invitations: [{ id: anna?.id, email: 'dora@ouders.example' }] }
      expect(await pathsOf(await send('POST', 'invitations', stolen))).toEqual(['invitations.0.id'])
      expect(await peopleOf()).toEqual(before)
    })

    it('[A9] is sent again a minute later at the earliest, and can be withdrawn', async () => {
      const request = inviting('emil@ouders.example')
      await send('POST', 'invitations', request)
      const path = `invitations/${request.invitations[0]?.id}`
      const soon = await problemOf(await send('POST', `${path}/mail`))
      expect([soon.type, soon.status]).toEqual(['/problems/too-soon', 429])
      expect((await send('DELETE', path)).status).toBe(204)
      expect((await send('DELETE', path)).status).toBe(204)
      expect((await problemOf(await send('POST', `${path}/mail`))).type).toBe('/problems/invitation-over')
      const withdrawn = (await peopleOf()).invitations.find(({ email }) => email === 'emil@ouders.example')
      expect(withdrawn?.state).toBe('withdrawn')
      expect((await send('POST', 'invitations', inviting('emil@ouders.example'))).status).toBe(201)
      expect((await send('DELETE', 'invitations/onbekend')).status).toBe(404)
      expect((await send('POST', 'invitations/onbekend/mail')).status).toBe(404)
    })
  })

  describe('organisations', () => {
    const school = (changes: Partial<Organisation> = {}) => ({
      id: makeId<OrganisationId>(),
      name: `Stichting ${makeId<OrganisationId>()}`,
      short: 'Stichting',
      kind: 'school-board' as const,
      ...changes,
    })

    it('come to the table all or none, with what is there already named per line', async () => {
      const own = await makeAgenda(server, coordinator)
      const add = (...organisations: unknown[]) => send('POST', 'organisations', { organisations }, coordinator, own)
      const [one, two] = [school({ code: 'GM1234', website: 'https://een.example' }), school()]
      expect((await add(one)).status).toBe(201)
      const before = (await agendaOf(editor, own)).organisations
      expect(before.at(-1)).toEqual(one)
      const report = await pathsOf(
        await add(
          two,
          school({ id: two.id }),
          school({ code: 'gm1234' }),
          school({ name: `  ${one.name.toUpperCase()}` }),
        ),
      )
      expect(report).toEqual(['organisations.1.id', 'organisations.2.code', 'organisations.3.name'])
      expect(await pathsOf(await add(two, { ...two, kind: 'iets' }))).toEqual(['organisations.1.kind'])
      expect((await agendaOf(editor, own)).organisations).toEqual(before)
      // What is there exactly so was added by the same request, of which the answer got lost.
      expect((await add(one, two)).status).toBe(201)
      expect((await add(one, two)).status).toBe(201)
      expect((await agendaOf(editor, own)).organisations).toEqual([...before, two])
    })

    it('can be corrected', async () => {
      const own = await makeAgenda(server, coordinator)
      const change = (body: unknown, id = 'mbo') => send('PATCH', `organisations/${id}`, body, coordinator, own)
      expect(await (await change({ name: 'Da Vinci', code: 'X1' })).json()).toMatchObject({ short: 'Mbo', code: 'X1' })
      expect(await (await change({ code: null })).json()).toEqual({
        id: 'mbo',
        name: 'Da Vinci',
        short: 'Mbo',
        kind: 'other',
      })
      expect(await pathsOf(await change({ name: 'Gemeente Dordrecht' }))).toEqual(['name'])
      expect(await pathsOf(await change({ website: 'javascript:0' }))).toEqual(['website'])
      expect((await change({ short: 'X' }, 'nergens')).status).toBe(404)
    })
  })

  describe('a comment link', () => {
    it('[A9] is made for a parent organisation only, limited in time and places, and can be withdrawn', async () => {
      const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
      const wanted = { id: makeId<CommentLinkId>(), organisation, until: soon, places: 25 }
      const make = (changes: object) => send('POST', 'comment-links', { ...wanted, ...changes })
      expect(await pathsOf(await make({ organisation: 'dordrecht' }))).toEqual(['organisation'])
      expect(await pathsOf(await make({ until: '2020-01-01' }))).toEqual(['until'])
      expect(await pathsOf(await make({ until: '2099-01-01' }))).toEqual(['until'])
      expect(await pathsOf(await make({ places: 0 }))).toEqual(['places'])
      const answers = [await make({}), await make({})]
      expect(answers.map(({ status }) => status)).toEqual([201, 201])
      const [link, again] = await Promise.all(answers.map(async (answer) => (await answer.json()) as CommentLink))
      expect(link).toMatchObject({ ...wanted, used: 0, withdrawn: false })
      expect(link?.path).toMatch(new RegExp(`^/reageren/${agenda}/${wanted.id}/[\\w-]{24,}$`))
      expect(again).toEqual(link)
      expect(await pathsOf(await make({ places: 26 }))).toEqual(['id'])
      expect((await send('DELETE', `comment-links/${wanted.id}`)).status).toBe(204)
      expect((await send('DELETE', `comment-links/${wanted.id}`)).status).toBe(204)
      expect((await send('DELETE', 'comment-links/onbekend')).status).toBe(404)
      expect((await peopleOf()).links).toEqual([{ ...link, withdrawn: true }])
    })
  })

  it('[A6] shows nobody but a coordinator an address or the secret of a link', async () => {
    for (const as of [editor, parent]) {
      const texts = await Promise.all(
        ['', '/people', '/items'].map(async (path) =>
          (await server.ask(`/api/v1/agendas/${agenda}${path}`, { as })).text(),
        ),
      )
      expect(texts.join()).not.toMatch(/@|reageren|"links"/)
    }
  })
}
