import { nanoid } from 'nanoid'
import { beforeEach, describe, expect, it } from 'vitest'
import { demoRegion } from '../../server/demo/demo.ts'
import { openDatabase } from '../../server/node/database.ts'
import type { Identity, OutboxMessage } from '../../server/ports.ts'
import { defaultLimits } from '../../server/rooms/limits.ts'
import { Room } from '../../server/rooms/room.ts'
import { makeRoomApp } from '../../server/rooms/room-app.ts'
import { makeTally } from '../../server/rooms/tally.ts'
import type { NewComment } from '../../shared/comment.ts'
import { type AgendaId, asId, type CommentId, type ItemId, makeId, type PersonId } from '../../shared/ids.ts'

const agenda = asId<AgendaId>('drechtsteden')
const item = asId<ItemId>('punt-02')
const chair = 'voorzitter-ouderplatform'
const youth = 'lid-jongerenraad'
const editor = 'beleidsadviseur-dordrecht'
const other = 'directeur-swv-po'
const day = 86_400_000

let room: Room
let app: ReturnType<typeof makeRoomApp>
let now: number
let told: OutboxMessage[]

beforeEach(() => {
  now = Date.UTC(2026, 10, 22)
  const database = openDatabase(':memory:', { checkpoint: () => {} })
  // In memory there is no disk to wait for.
  room = new Room({
    agenda,
    database: { ...database, durable: async () => {} },
    clock: () => now,
    log: () => {},
    limits: defaultLimits,
    tally: makeTally(),
    news: () => {},
    gatherFor: 0,
    burstSilence: 0,
  })
  demoRegion.found(room, now)
  app = makeRoomApp(room, () => now)
  told = []
})

async function send(person: string, method: string, path: string, body?: object): Promise<number> {
  const last = room.letters.at(-1)?.seq ?? 0
  const identity: Identity = { person: asId<PersonId>(person), session: nanoid(), until: now + day }
  const request = new Request(`http://localhost/api/v1/agendas/${agenda}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const { status } = await app.fetch(request, { identity })
  told = room.letters.flatMap(({ seq, message }) => (seq > last ? [message] : []))
  return status
}

async function say(person: string, text: string, more: Partial<NewComment> = {}): Promise<CommentId> {
  const id = makeId<CommentId>()
  const organisation = room.member(asId<PersonId>(person))?.organisation
  expect(await send(person, 'POST', '/comments', { id, item, text, organisation, ...more })).toBe(201)
  return id
}

/** Who was told of what by the last command. */
function heard(): Record<string, string[]> {
  return Object.fromEntries(
    told.flatMap((message) =>
      message.kind === 'notice'
        ? [[message.notice, [...message.people].sort((one, next) => (one < next ? -1 : 1))]]
        : [],
    ),
  )
}

describe('[C8] who hears of what is said', () => {
  it('of a new thread everyone who sees the agenda, but its author', async () => {
    await say(chair, 'Een nieuw onderwerp.')
    const { comment = [] } = heard()
    expect(comment).toHaveLength(14)
    expect(comment).not.toContain(chair)
    expect(comment).not.toContain('raadslid-papendrecht')
    expect(told[0]).toMatchObject({
      item,
      itemTitle: 'Eén plek waar ouders en school hulp aanvragen',
      by: 'Voorzitter, Ouderplatform Drechtsteden',
      excerpt: 'Een nieuw onderwerp.',
      at: now,
    })
  })

  it('who is mentioned, by name or by organisation, once', async () => {
    const mentions = {
      people: [asId<PersonId>(editor), asId<PersonId>(chair)],
      organisations: ['papendrecht', 'dordrecht'],
    } as NewComment['mentions']
    await say(chair, 'Wat vindt u?', { mentions })
    expect(heard().mention).toEqual(['adviseur-huisvesting-papendrecht', editor])
    expect(heard().comment).toHaveLength(12)
  })

  it('[S15] of a correction nobody anew, but no mail quotes any more what it said', async () => {
    const id = await say(chair, 'Bel Jan op 0612345678.')
    await send(chair, 'PATCH', `/comments/${id}`, { text: 'Bel de school.' })
    expect(told).toEqual([{ kind: 'comment-corrected', comment: id, excerpt: 'Bel de school.' }])
  })

  it('of a reply who wrote in the thread, and who is mentioned newly in a correction', async () => {
    const thread = await say(chair, 'Wie doet dit?')
    await say(youth, 'Wij niet.', { thread })
    expect(heard()).toEqual({ reply: [chair] })
    const reply = await say(editor, 'Wij wel.', { thread })
    expect(heard()).toEqual({ reply: [youth, chair] })
    const mentions = { people: [other], organisations: [] }
    await send(editor, 'PATCH', `/comments/${reply}`, { text: 'Wij allebei.', mentions })
    expect(heard()).toEqual({ mention: [other] })
    await send(editor, 'PATCH', `/comments/${reply}`, { text: 'Wij beiden.', mentions })
    expect(heard()).toEqual({})
  })

  it('of an answer its author and who wrote in the thread', async () => {
    const thread = await say(chair, 'Wie doet dit?')
    await say(youth, 'Goede vraag.', { thread })
    await send(editor, 'PUT', `/comments/${thread}/answer`, {
      outcome: 'not',
      reason: 'Nee.',
      organisation: 'dordrecht',
    })
    expect(heard()).toEqual({ answer: [youth, chair] })
    expect(told[0]).toMatchObject({ excerpt: 'Nee.' })
  })

  it('of a report the author and the coordinators at once, without what it says; and no mail may quote it any more', async () => {
    const id = await say(chair, 'Hier staat een naam.')
    await send(youth, 'PUT', `/comments/${id}/state`, { state: 'reported', reason: 'Een naam' })
    expect(heard()).toEqual({ reported: ['coordinator', chair] })
    expect(JSON.stringify(told)).not.toMatch(/naam\./)
    expect(told).toContainEqual({ kind: 'comment-gone', comment: id })
  })

  it('never in more than 200 characters, and never in half a character', async () => {
    await say(chair, `${'a'.repeat(198)}👍 en zo gaat het nog lang door`)
    const [message] = told
    const excerpt = message?.kind === 'notice' ? message.excerpt : ''
    expect(excerpt).toBe(`${'a'.repeat(198)}…`)
  })

  it('that somebody read an item, so that it is no news any more', async () => {
    const id = await say(chair, 'Lees dit.')
    const seq = room.store.comments.comment(id)?.seq
    await send(editor, 'PUT', '/read', { item, seq })
    expect(told).toEqual([{ kind: 'read', person: editor, item }])
    await send(editor, 'PUT', '/read', { item, seq })
    expect(told).toEqual([])
  })
})

describe('[C5] what somebody has to read', () => {
  it('is told to the directory in a while, for all that was said meanwhile', async () => {
    room.heard(room.letters.at(-1)?.seq ?? 0)
    await say(chair, 'Een')
    await say(chair, 'Twee')
    expect(room.letters.filter(({ message }) => message.kind === 'agenda')).toEqual([])
    expect(room.hasWork).toBe(true)
    room.wake()
    expect(room.hasWork).toBe(false)
    const news = room.letters.flatMap(({ message }) => (message.kind === 'agenda' ? [message] : []))
    expect(news).toHaveLength(1)
    const unreadOf = (person: string) => news[0]?.members.find((member) => member.person === person)?.unread
    const before = room.store.comments.unreadOf(asId<PersonId>(editor))
    expect([unreadOf(editor), unreadOf('raadslid-papendrecht')]).toEqual([before, 0])
    expect(room.store.comments.unread().get(asId<PersonId>(editor))).toBe(before)
  })
})

describe('a visit', () => {
  it('knows when the one before it was, however often a page is opened in it', async () => {
    const visit = async () => {
      const identity: Identity = { person: asId<PersonId>(chair), session: nanoid(), until: now + day }
      const request = new Request(`http://localhost/api/v1/agendas/${agenda}/visit`, { method: 'PUT' })
      return (await app.fetch(request, { identity })).json()
    }
    const first = new Date(now).toISOString()
    expect(await visit()).toEqual({})
    now += day
    expect(await visit()).toEqual({ before: first })
    now += 60_000
    expect(await visit()).toEqual({ before: first })
    now += day
    expect(await visit()).toEqual({ before: new Date(now - day).toISOString() })
  })
})
