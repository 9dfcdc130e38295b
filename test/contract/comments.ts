import { beforeAll, describe, expect, it } from 'vitest'
import type { Agenda, Agendas } from '../../shared/api.ts'
import type { AuditTrail, Comment, EarlierTexts, Visit } from '../../shared/comment.ts'
import { asId, type CommentId, type ItemId, makeId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import { type Listener, Talk } from '../kit/comments.ts'
import { problemOf } from '../kit/http.ts'
import { useRegion } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'

/** Made up: it passes the eleven-test. */
const bsn = '123456782'

/** What comments promise, in whatever runtime: rules C and K of shared/SPEC.md. */
export function commentsContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, editor, parent, youth, reader, open } = useRegion(start)
  const talk = new Talk(server)

  beforeAll(() => talk.begin(coordinator))

  async function listen(as: Visitor): Promise<Listener> {
    const listener = await talk.listen(as)
    open.push(listener)
    return listener
  }

  async function typeOf(answer: Promise<Response>): Promise<string> {
    return (await problemOf(await answer)).type
  }

  describe('a comment', () => {
    it('[C1] is there for everyone at once, with who said it for whom', async () => {
      const listener = await listen(editor)
      const comment = await talk.say(parent, 'Betrek ouders vanaf het eerste gesprek.')
      expect(comment).toMatchObject({
        item: talk.item,
        person: parent.person,
        organisation: 'ouderplatform',
        text: 'Betrek ouders vanaf het eerste gesprek.',
        state: { state: 'shown' },
        reactions: [],
      })
      expect(comment.thread).toBe(comment.id)
      expect(await listener.comment(({ id }) => id === comment.id)).toEqual(comment)
      expect(await talk.seen(youth, comment.id)).toEqual(comment)
    })

    it('[C1] is made once, however often it is sent', async () => {
      const wanted = talk.wanted(parent, 'Eén keer is genoeg.')
      const first = await talk.send(parent, 'POST', '/comments', wanted)
      const again = await talk.send(parent, 'POST', '/comments', wanted)
      expect([first.status, again.status]).toEqual([201, 200])
      expect(await again.json()).toEqual(await first.json())
      // Also after it was corrected: what is sent again is what was said then.
      await talk.send(parent, 'PATCH', `/comments/${wanted.id}`, { text: 'Eenmaal is genoeg.' })
      const later = await talk.send(parent, 'POST', '/comments', wanted)
      expect([later.status, ((await later.json()) as Comment).text]).toEqual([200, 'Eenmaal is genoeg.'])
    })

    it('[C1] is not made under the id of another', async () => {
      const wanted = talk.wanted(parent, 'Van mij.')
      await talk.send(parent, 'POST', '/comments', wanted)
      expect(await typeOf(talk.send(parent, 'POST', '/comments', { ...wanted, text: 'Iets anders.' }))).toBe(
        '/problems/conflict',
      )
      expect(
        await typeOf(talk.send(editor, 'POST', '/comments', { ...wanted, organisation: talk.organisation(editor) })),
      ).toBe('/problems/conflict')
    })

    it('is about an item that is there, in the name of an organisation of its author', async () => {
      const refused = async (more: object) =>
        (await problemOf(await talk.send(parent, 'POST', '/comments', { ...talk.wanted(parent, 'Hallo'), ...more })))
          .errors?.[0]?.path
      expect(await refused({ item: 'nergens' })).toBe('item')
      expect(await refused({ organisation: 'dordrecht' })).toBe('organisation')
      expect(await refused({ text: '   ' })).toBe('text')
      expect(await refused({ text: 'x'.repeat(5_001) })).toBe('text')
      expect(await refused({ thread: makeId<CommentId>() })).toBe('thread')
    })

    it('may be for another organisation for which its author acts', async () => {
      const own = await Talk.begin(server, coordinator)
      const path = `/members/${youth.person}`
      await own.send(coordinator, 'PATCH', path, { alsoFor: ['ouderplatform'] })
      const organisation = asId<OrganisationId>('ouderplatform')
      expect(await own.say(youth, 'Ook namens ouders.', { organisation })).toMatchObject({ organisation })
    })

    it('[C6] keeps the passage that it is about', async () => {
      const anchor = {
        field: 'body' as const,
        start: 'AAAA',
        end: 'AAAA',
        quote: 'binnen tien schooldagen een plan',
        before: 'uit te vallen, heeft ',
        after: '. Ouders en kind',
      }
      const comment = await talk.say(parent, 'Tien dagen is lang.', { anchor })
      expect(comment.anchor).toEqual(anchor)
      expect((await talk.seen(editor, comment.id)).anchor).toEqual(anchor)
    })

    it('[C5] is asked for by what changed since', async () => {
      const { seq } = await talk.comments(parent)
      const one = await talk.say(parent, 'Sindsdien.')
      const { comments, seq: after } = await talk.comments(parent, seq)
      expect([comments, after]).toEqual([[one], seq + 1])
      expect((await talk.comments(parent, after)).comments).toEqual([])
      expect(await typeOf(talk.send(parent, 'GET', '/comments?since=gisteren'))).toBe('/problems/invalid')
    })

    it('[A2] is not for a reader, nor for who is not on the agenda', async () => {
      const { id } = await talk.say(parent, 'Niet voor lezers.')
      for (const [method, path, body] of [
        ['GET', '/comments'],
        ['GET', `/comments/${id}/texts`],
        ['POST', '/comments', talk.wanted(reader, 'Ik ook')],
        ['PATCH', `/comments/${id}`, { text: 'x' }],
        ['PUT', `/comments/${id}/state`, { state: 'reported', reason: 'x' }],
        ['PUT', `/comments/${id}/reactions`, { kind: 'thumb', on: true }],
        ['PUT', `/comments/${id}/answer`, { outcome: 'not', reason: 'x', organisation: 'papendrecht' }],
        ['PUT', '/read', { item: talk.item, seq: 1 }],
        ['PUT', '/visit'],
        ['GET', '/audit'],
      ] as const) {
        expect(await typeOf(talk.send(reader, method, path, body)), `${method} ${path}`).toBe('/problems/not-allowed')
      }
      const elsewhere = `/api/v1/agendas/${makeId()}/comments`
      expect((await server.ask(elsewhere, { as: parent })).status).toBe(404)
    })
  })

  describe('a thread', () => {
    it('has replies that hang on its first comment, and never on each other', async () => {
      const first = await talk.say(parent, 'Wie belt er?')
      const reply = await talk.say(editor, 'Het wijkteam.', { thread: first.id })
      expect(reply.thread).toBe(first.id)
      const nested = talk.wanted(parent, 'Fijn.', { thread: reply.id })
      const elsewhere = talk.wanted(parent, 'Fijn.', { thread: first.id, item: talk.otherItem })
      for (const wanted of [nested, elsewhere])
        expect((await problemOf(await talk.send(parent, 'POST', '/comments', wanted))).errors?.[0]?.path).toBe('thread')
    })
  })

  describe('[C3] a citizen service number', () => {
    it('is taken in nowhere', async () => {
      const { id } = await talk.say(parent, 'Zonder nummer.')
      const anchor = { field: 'body', start: '', end: '', quote: `nummer ${bsn}`, before: '', after: '' }
      const organisation = talk.organisation(coordinator)
      for (const [as, method, path, body] of [
        [parent, 'POST', '/comments', talk.wanted(parent, `Mijn kind heeft ${bsn}.`)],
        [parent, 'POST', '/comments', talk.wanted(parent, 'Het is 123.456.782')],
        [parent, 'POST', '/comments', { ...talk.wanted(parent, 'Hierover'), anchor }],
        [parent, 'PATCH', `/comments/${id}`, { text: `Toch ${bsn}` }],
        [parent, 'PUT', `/comments/${id}/state`, { state: 'reported', reason: `Er staat ${bsn}` }],
        [coordinator, 'PUT', `/comments/${id}/state`, { state: 'hidden', reason: `Er staat ${bsn}` }],
        [coordinator, 'PUT', `/comments/${id}/answer`, { outcome: 'not', reason: bsn, organisation }],
      ] as const) {
        const problem = await problemOf(await talk.send(as, method, path, body))
        expect([problem.type, problem.status], `${method} ${path}`).toEqual(['/problems/bsn', 422])
        expect(JSON.stringify(problem)).not.toContain(bsn)
      }
      expect(JSON.stringify(await talk.comments(coordinator))).not.toMatch(/123.?456.?782/)
      expect(await talk.seen(parent, id)).toMatchObject({ text: 'Zonder nummer.', state: { state: 'shown' } })
    })
  })

  describe('a comment that is corrected', () => {
    it('[C2] shows that it was edited, keeps its earlier texts, and is corrected by its author only', async () => {
      const listener = await listen(editor)
      const { id } = await talk.say(parent, 'Eerste versei.')
      expect(await typeOf(talk.send(coordinator, 'PATCH', `/comments/${id}`, { text: 'Van mij' }))).toBe(
        '/problems/not-allowed',
      )
      const answer = await talk.send(parent, 'PATCH', `/comments/${id}`, { text: 'Eerste versie.' })
      const corrected = (await answer.json()) as Comment
      expect(corrected).toMatchObject({ text: 'Eerste versie.', editedAt: expect.any(String) })
      expect(await listener.comment((comment) => comment.editedAt !== undefined)).toEqual(corrected)
      const again = await talk.send(parent, 'PATCH', `/comments/${id}`, { text: 'Eerste versie.' })
      expect(await again.json()).toEqual(corrected)
      const texts = (await (await talk.send(youth, 'GET', `/comments/${id}/texts`)).json()) as EarlierTexts
      expect(texts).toEqual({ texts: [{ text: 'Eerste versei.', until: corrected.editedAt }] })
      expect(await typeOf(talk.send(parent, 'PATCH', '/comments/nergens', { text: 'x' }))).toBe('/problems/not-found')
    })
  })

  describe('a comment that is not shown', () => {
    const secret = 'Dit gaat over één kind'

    async function setState(as: Visitor, id: CommentId, body: object): Promise<Response> {
      return talk.send(as, 'PUT', `/comments/${id}/state`, body)
    }

    async function told(): Promise<Comment> {
      const anchor = { field: 'body' as const, start: '', end: '', quote: secret, before: '', after: '' }
      const comment = await talk.say(parent, `${secret}.`, { anchor })
      await talk.send(parent, 'PATCH', `/comments/${comment.id}`, { text: `${secret}!` })
      return comment
    }

    it('[C2] is withdrawn by its author alone, and shown again by nobody else', async () => {
      const { id } = await told()
      expect(await typeOf(setState(coordinator, id, { state: 'withdrawn' }))).toBe('/problems/not-allowed')
      expect((await setState(parent, id, { state: 'withdrawn' })).status).toBe(200)
      expect(await typeOf(setState(coordinator, id, { state: 'shown' }))).toBe('/problems/other-state')
      expect(await typeOf(setState(editor, id, { state: 'shown' }))).toBe('/problems/not-allowed')
      expect(await typeOf(talk.send(parent, 'PATCH', `/comments/${id}`, { text: 'Toch' }))).toBe(
        '/problems/other-state',
      )
      expect((await setState(parent, id, { state: 'shown' })).status).toBe(200)
      expect(await talk.seen(editor, id)).toMatchObject({ text: `${secret}!`, state: { state: 'shown' } })
    })

    it('[C2] is hidden by a coordinator with a reason, and shown again by one request', async () => {
      const { id } = await told()
      for (const as of [editor, parent])
        expect(await typeOf(setState(as, id, { state: 'hidden', reason: 'Weg' }))).toBe('/problems/not-allowed')
      expect(await typeOf(setState(coordinator, id, { state: 'hidden' }))).toBe('/problems/invalid')
      await setState(coordinator, id, { state: 'hidden', reason: 'Herleidbaar' })
      const hidden = { state: 'hidden', by: 'coordinator', reason: 'Herleidbaar', at: expect.any(String) }
      expect((await talk.seen(youth, id)).state).toEqual(hidden)
      expect(await typeOf(setState(parent, id, { state: 'shown' }))).toBe('/problems/not-allowed')
      // Taken back and shown again by its author it would be shown after all.
      await setState(parent, id, { state: 'withdrawn' })
      expect(await typeOf(setState(parent, id, { state: 'shown' }))).toBe('/problems/other-state')
      const other = await told()
      await setState(coordinator, other.id, { state: 'hidden', reason: 'Vergissing' })
      expect((await setState(coordinator, other.id, { state: 'shown' })).status).toBe(200)
      expect((await talk.seen(youth, other.id)).text).toBe(`${secret}!`)
    })

    it('[C2] is reported by anyone, who is on record; one request of a coordinator shows it again', async () => {
      const { id } = await told()
      expect((await setState(youth, id, { state: 'reported', reason: 'Er staat een naam' })).status).toBe(200)
      expect((await talk.seen(editor, id)).state).toEqual({
        state: 'reported',
        by: youth.person,
        at: expect.any(String),
      })
      expect(await typeOf(setState(youth, id, { state: 'shown' }))).toBe('/problems/not-allowed')
      expect((await setState(coordinator, id, { state: 'shown' })).status).toBe(200)
      expect((await talk.seen(editor, id)).state).toEqual({ state: 'shown' })
    })

    it('[C2] has its words for its author and coordinators only, wherever one asks, and in no event', async () => {
      for (const [as, change] of [
        [parent, { state: 'withdrawn' }],
        [coordinator, { state: 'hidden', reason: 'Herleidbaar' }],
        [youth, { state: 'reported', reason: 'Er staat een naam' }],
      ] as const) {
        const { id } = await told()
        const listener = await listen(coordinator)
        await setState(as, id, change)
        const event = await listener.comment((comment) => comment.id === id)
        expect(event).toMatchObject({ text: '', state: { state: change.state } })
        expect(event).not.toHaveProperty('anchor')
        expect(listener.heard()).not.toContain(secret)
        for (const who of [editor, youth]) {
          const seen = await talk.seen(who, id)
          expect(seen.text).toBe('')
          expect(seen).not.toHaveProperty('anchor')
          expect(await typeOf(talk.send(who, 'GET', `/comments/${id}/texts`))).toBe('/problems/not-allowed')
        }
        for (const who of [parent, coordinator])
          expect(await talk.seen(who, id)).toMatchObject({ text: `${secret}!`, anchor: { quote: secret } })
        const texts = (await (await talk.send(coordinator, 'GET', `/comments/${id}/texts`)).json()) as EarlierTexts
        expect(texts.texts.map(({ text }) => text)).toEqual([`${secret}.`])
        expect(await typeOf(talk.send(parent, 'GET', `/comments/${id}/texts`))).toBe('/problems/not-allowed')
      }
    })

    it('takes no reaction and no answer', async () => {
      const { id } = await told()
      await setState(coordinator, id, { state: 'hidden', reason: 'Herleidbaar' })
      const organisation = talk.organisation(coordinator)
      expect(await typeOf(talk.send(editor, 'PUT', `/comments/${id}/reactions`, { kind: 'heart', on: true }))).toBe(
        '/problems/other-state',
      )
      expect(
        await typeOf(
          talk.send(coordinator, 'PUT', `/comments/${id}/answer`, { outcome: 'not', reason: 'Nee', organisation }),
        ),
      ).toBe('/problems/other-state')
    })
  })

  describe('a reaction', () => {
    it('is there once for each person and kind, until taken away', async () => {
      const { id } = await talk.say(parent, 'Goed idee?')
      const listener = await listen(parent)
      const react = (as: Visitor, kind: string, on: boolean) =>
        talk.send(as, 'PUT', `/comments/${id}/reactions`, { kind, on })
      await react(editor, 'heart', true)
      await react(editor, 'thumb', true)
      await react(youth, 'thumb', true)
      await react(youth, 'thumb', true)
      const all = [
        { kind: 'thumb', people: [editor.person, youth.person] },
        { kind: 'heart', people: [editor.person] },
      ]
      expect((await talk.seen(parent, id)).reactions).toEqual(all)
      await listener.comment((comment) => JSON.stringify(comment.reactions) === JSON.stringify(all))
      await react(editor, 'heart', false)
      expect((await talk.seen(parent, id)).reactions).toEqual([all[0]])
      expect(await typeOf(react(editor, 'duim', true))).toBe('/problems/invalid')
    })
  })

  describe('an answer', () => {
    it('[C7] says what was done with a contribution and why, and is seen live', async () => {
      const { id } = await talk.say(parent, 'Neem jongeren serieus.')
      const listener = await listen(parent)
      const organisation = talk.organisation(editor)
      const answer = { outcome: 'partly', reason: 'Jongeren praten mee, maar beslissen niet.', organisation }
      expect(await typeOf(talk.send(parent, 'PUT', `/comments/${id}/answer`, answer))).toBe('/problems/not-allowed')
      const foreign = { ...answer, organisation: 'ouderplatform' }
      expect(await typeOf(talk.send(editor, 'PUT', `/comments/${id}/answer`, foreign))).toBe('/problems/invalid')
      expect((await talk.send(editor, 'PUT', `/comments/${id}/answer`, answer)).status).toBe(200)
      const shown = { ...answer, person: editor.person, at: expect.any(String) }
      expect((await listener.comment((comment) => comment.answer !== undefined)).answer).toEqual(shown)
      const last = { ...answer, outcome: 'taken-over', organisation: talk.organisation(coordinator) }
      await talk.send(coordinator, 'PUT', `/comments/${id}/answer`, last)
      expect((await talk.seen(youth, id)).answer).toMatchObject({ outcome: 'taken-over', person: 'coordinator' })
    })

    it('goes to the comment that began a thread', async () => {
      const first = await talk.say(parent, 'Vraag')
      const reply = await talk.say(youth, 'Ook mijn vraag', { thread: first.id })
      const answer = { outcome: 'not', reason: 'Nee', organisation: talk.organisation(editor) }
      expect(await typeOf(talk.send(editor, 'PUT', `/comments/${reply.id}/answer`, answer))).toBe('/problems/invalid')
    })
  })

  describe('a mention', () => {
    it('is of who sees the agenda, and of no one else', async () => {
      const mention = async (people: string[], organisations: string[] = []) => {
        const wanted = { ...talk.wanted(parent, 'Zie hier.'), mentions: { people, organisations } }
        const answer = await talk.send(parent, 'POST', '/comments', wanted)
        return answer.status === 201 ? 'made' : (await problemOf(answer)).errors?.map(({ path }) => path)
      }
      expect(await mention([editor.person], ['dordrecht'])).toBe('made')
      expect(await mention([reader.person, editor.person, 'niemand'])).toEqual([
        'mentions.people.0',
        'mentions.people.2',
      ])
      expect(await mention([], ['sliedrecht', 'nergens'])).toEqual([
        'mentions.organisations.0',
        'mentions.organisations.1',
      ])
    })
  })

  describe('[C5] what somebody has read', () => {
    async function unread(as: Visitor, where: Talk): Promise<number> {
      return ((await (await where.send(as, 'GET', '')).json()) as Agenda).unread
    }

    it('is counted per person: comments of others, until read, and no reactions or corrections', async () => {
      const own = await Talk.begin(server, coordinator)
      const first = await own.say(parent, 'Een')
      await own.say(parent, 'Twee', { item: own.otherItem })
      expect([await unread(editor, own), await unread(parent, own), await unread(reader, own)]).toEqual([2, 0, 0])
      expect((await own.send(editor, 'PUT', '/read', { item: own.item, seq: first.seq })).status).toBe(204)
      expect(await unread(editor, own)).toBe(1)
      await own.send(youth, 'PUT', `/comments/${first.id}/reactions`, { kind: 'thumb', on: true })
      await own.send(parent, 'PATCH', `/comments/${first.id}`, { text: 'Eén' })
      expect(await unread(editor, own)).toBe(1)
      await own.say(youth, 'Drie')
      expect(await unread(editor, own)).toBe(2)
      // Nobody has read what is yet to come, and no older window takes back what was read.
      await own.send(editor, 'PUT', '/read', { item: own.item, seq: 9_999 })
      await own.send(editor, 'PUT', '/read', { item: own.item, seq: 1 })
      const { read, seq } = await own.comments(editor)
      expect(read).toEqual({ [own.item]: seq })
      await own.say(youth, 'Vier')
      expect(await unread(editor, own)).toBe(2)
      expect(await typeOf(own.send(editor, 'PUT', '/read', { item: 'nergens', seq: 1 }))).toBe('/problems/invalid')
    })

    it('is known in the list of agendas soon after', async () => {
      const own = await Talk.begin(server, coordinator)
      await own.say(parent, 'Een')
      await own.say(youth, 'Twee')
      const inList = async (as: Visitor) => {
        const { agendas } = (await (await server.ask('/api/v1/agendas', { as })).json()) as Agendas
        return agendas.find(({ id }) => id === own.agenda)?.unread
      }
      await expect.poll(() => inList(editor), { timeout: 15_000, interval: 200 }).toBe(2)
      expect(await inList(parent)).toBe(1)
    })

    it('goes with when they were here before', async () => {
      const own = await Talk.begin(server, coordinator)
      const visit = async () => (await (await own.send(parent, 'PUT', '/visit')).json()) as Visit
      expect(await visit()).toEqual({})
      // Still the same visit.
      expect(await visit()).toEqual({})
    })
  })

  describe('[K1] the audit trail', () => {
    it('has a line for every command, for coordinators, without a word of what was said', async () => {
      const own = await Talk.begin(server, coordinator)
      const mentions = { people: [asId<PersonId>(editor.person)], organisations: [] }
      const { id } = await own.say(parent, 'Onder ons gezegd', { mentions })
      await own.send(parent, 'PATCH', `/comments/${id}`, { text: 'Onder ons gezegd en gezwegen' })
      await own.send(youth, 'PUT', `/comments/${id}/reactions`, { kind: 'thumb', on: true })
      const organisation = own.organisation(editor)
      await own.send(editor, 'PUT', `/comments/${id}/answer`, {
        outcome: 'not',
        reason: 'Gezegd is gezegd',
        organisation,
      })
      await own.send(youth, 'PUT', `/comments/${id}/state`, { state: 'reported', reason: 'Gezegd' })
      await own.send(coordinator, 'PUT', `/comments/${id}/state`, { state: 'shown' })
      const answer = await own.send(coordinator, 'GET', '/audit')
      const text = await answer.text()
      const { lines } = JSON.parse(text) as AuditTrail
      const said = lines.filter(({ kind }) => kind !== 'log')
      expect(said.map(({ kind, person }) => `${person} ${kind}`)).toEqual([
        'voorzitter-ouderplatform comment',
        'voorzitter-ouderplatform comment-corrected',
        'lid-jongerenraad reaction',
        'beleidsadviseur-dordrecht answer',
        'lid-jongerenraad comment-reported',
        'coordinator comment-shown',
      ])
      expect(text.toLowerCase()).not.toContain('gezegd')
      expect(said[0]?.subject).toMatchObject({ comment: id, item: own.item, people: editor.person })
      expect(await typeOf(own.send(editor, 'GET', '/audit'))).toBe('/problems/not-allowed')
    })

    it('says nothing of what was refused', async () => {
      const own = await Talk.begin(server, coordinator)
      await own.send(parent, 'POST', '/comments', own.wanted(parent, bsn))
      await own.send(parent, 'POST', '/comments', own.wanted(parent, 'x', { item: asId<ItemId>('nergens') }))
      const { lines } = (await (await own.send(coordinator, 'GET', '/audit')).json()) as AuditTrail
      expect(lines.filter(({ kind }) => kind !== 'log')).toEqual([])
    })
  })

  it('an item with 400 comments is asked for in one answer, and goes on', { timeout: 60_000 }, async () => {
    const own = await Talk.begin(server, coordinator)
    const first = await own.say(parent, 'De eerste')
    for (let count = 1; count < 400; count += 20) {
      const more = Array.from({ length: Math.min(20, 400 - count) }, (_, index) =>
        own.say(index % 2 ? parent : youth, `Nummer ${count + index}`, index % 3 ? { thread: first.id } : {}),
      )
      await Promise.all(more)
    }
    const { comments, seq } = await own.comments(editor)
    expect([comments.length, seq]).toEqual([400, 400])
    expect(new Set(comments.map((comment) => comment.seq)).size).toBe(400)
    await own.say(editor, 'En nog een', { thread: first.id })
    expect((await own.comments(editor, seq)).comments).toHaveLength(1)
  })
}
