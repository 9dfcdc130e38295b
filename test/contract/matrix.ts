import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createItem, createTheme, setAgendaTitle } from '../../shared/document/write.ts'
import { type AgendaId, type ItemId, makeId, type ThemeId } from '../../shared/ids.ts'
import { may } from '../../shared/rights.ts'
import { mayReadDraft, mayWrite, type Role, roles, type TextPart, textParts } from '../../shared/roles.ts'
import { isAudience, type Route, routes } from '../../shared/routes.ts'
import { messageKinds } from '../../shared/wire.ts'
import { json } from '../kit/http.ts'
import { awarenessFrame, encode, kindOf, RawClient, readAwareness, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'

/** Routes of the table that the server does not have yet, as `GET /path`. Taken off as soon as it has them. */
export const notBuiltYet: readonly string[] = []

/** Everybody there is: the four roles, who is signed in but not on the agenda, and who is not signed in. */
const people = [...roles, 'stranger', 'nobody'] as const
type Anybody = (typeof people)[number]

const demoPerson: Readonly<Record<Exclude<Anybody, 'nobody'>, string>> = {
  coordinator: 'coordinator',
  editor: 'beleidsadviseur-dordrecht',
  commenter: 'voorzitter-ouderplatform',
  reader: 'raadslid-papendrecht',
  stranger: 'lid-jongerenraad',
}

export function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}

/**
 * Every route and every message of the wire with every role, on an agenda of their own and on a foreign one: who gets an
 * answer is what shared/routes.ts and shared/rights.ts say (rule A5).
 */
export function matrixContract(start: () => Promise<Runtime>): void {
  let server: Runtime
  let agenda: AgendaId
  /** An agenda on which none of them is. */
  let foreign: AgendaId
  const visitors = new Map<Anybody, Visitor>()
  const open: RawClient[] = []

  beforeAll(async () => {
    server = await start()
    for (const who of people) if (who !== 'nobody') visitors.set(who, await server.signIn(demoPerson[who]))
    agenda = await makeAgenda(server, visitorOf('coordinator'))
    await showOut(agenda, visitorOf('coordinator'), demoPerson.stranger)
    const other = await server.signIn('teamleider-leerplicht')
    foreign = await makeAgenda(server, other)
    for (const person of Object.values(demoPerson)) await showOut(foreign, other, person)
  }, 60_000)

  afterAll(async () => {
    for (const client of open) client.close()
    await server.stop()
  })

  function visitorOf(who: Exclude<Anybody, 'nobody'>): Visitor {
    const visitor = visitors.get(who)
    if (!visitor) throw new Error(`${who} did not sign in`)
    return visitor
  }

  async function showOut(from: AgendaId, by: Visitor, person: string): Promise<void> {
    const answer = await server.ask(`/api/v1/agendas/${from}/members/${person}`, { as: by, method: 'DELETE' })
    if (answer.status !== 204) throw new Error(`${person} stays: ${answer.status}`)
  }

  /** Asks as somebody, with a body that says nothing: what is not refused for who asks is refused for that. */
  async function ask(route: Route, who: Anybody, on: string): Promise<Response> {
    const path = route.path.replace(':agenda', on).replaceAll(/:[a-z]+/g, 'onbekend')
    const body = ['POST', 'PUT', 'PATCH'].includes(route.method) ? { headers: json, body: '{}' } : {}
    // What ends sessions gets one of its own, and the others one anew.
    const endsSessions = route.method === 'DELETE' && route.path.includes('/session')
    const as = who === 'nobody' ? {} : { as: endsSessions ? await server.signIn(demoPerson[who]) : visitorOf(who) }
    const answer = await server.ask(path, { ...as, ...body, method: route.method, redirect: 'manual' })
    if (endsSessions && who !== 'nobody') visitors.set(who, await server.signIn(demoPerson[who]))
    return answer
  }

  const known = routes.filter((route) => !notBuiltYet.includes(nameOf(route)))
  const onAgendas = known.filter((route) => isAction(route))

  describe.each(people)('over HTTP, %s', (who) => {
    it.each(known.map((route) => [nameOf(route), route] as const))('[A5] %s', async (_name, route) => {
      const { status } = await ask(route, who, agenda)
      const refused = refusalOf(route, who)
      if (refused !== undefined) return expect(status).toBe(refused)
      expect(status).toBeLessThan(500)
      expect([401, 403]).not.toContain(status)
      // A thing of that name may be missing, but not the agenda.
      if (isAction(route) && !/:(?!agenda)/.test(route.path)) expect(status).not.toBe(404)
    })

    it('[A3] on a foreign agenda, as if there were none', async () => {
      const found = await Promise.all(
        onAgendas.map(async (route) => {
          const [there, nowhere] = [await ask(route, who, foreign), await ask(route, who, 'nergens')]
          const isEqual = (await there.text()) === (await nowhere.text())
          return [nameOf(route), there.status, nowhere.status, isEqual]
        }),
      )
      const expected = who === 'nobody' ? 401 : 404
      expect(found).toEqual(onAgendas.map((route) => [nameOf(route), expected, expected, true]))
    })
  })

  describe('over the wire', () => {
    async function connect(who: Anybody, on: string): Promise<RawClient | number> {
      const client = new RawClient(server.url, on, who === 'nobody' ? undefined : visitorOf(who), { ours: true })
      open.push(client)
      const opened = await client.opened()
      return opened === 'open' ? client : opened
    }

    /** What comes of a frame: an answer of that kind, or the code with which the connection ends. */
    async function outcome(
      who: Role,
      frame: Uint8Array,
      answer: (frame: Uint8Array) => boolean,
    ): Promise<'answered' | number> {
      const client = await connect(who, agenda)
      if (typeof client === 'number') return client
      client.send(frame)
      const result = await Promise.race([client.frame(answer).then(() => 'answered' as const), client.closed])
      client.close()
      return result
    }

    it.each(people)('[A3] [L8] %s', async (who) => {
      const own = await connect(who, agenda)
      const expected = who === 'nobody' ? 401 : who === 'stranger' ? 404 : mayReadDraft(who) ? 'open' : 403
      expect(typeof own === 'number' ? own : 'open').toBe(expected)
      for (const on of [foreign, 'nergens']) expect(await connect(who, on)).toBe(who === 'nobody' ? 401 : 404)
    })

    /** What each role gets for each kind of message; a kind that is not here does not compile. */
    const byKind: Record<keyof typeof messageKinds, (who: Role) => Promise<void>> = {
      async sync(who) {
        const request = updateFrame(Y.encodeStateVector(new Y.Doc()), 0)
        expect(await outcome(who, request, (frame) => frame[0] === 0 && frame[1] === 1)).toBe('answered')
        for (const part of textParts)
          for (const step of [1, 2]) {
            const got = await outcome(who, updateFrame(newPieceOf(part), step), (frame) => kindOf(frame) === 101)
            expect(got, `${part}, step ${step}`).toBe(mayWrite(who, part) ? 'answered' : 4403)
          }
      },
      async awareness(who) {
        const client = 1 + Math.floor(Math.random() * 2 ** 31)
        const own = awarenessFrame([{ client, clock: 1, state: { item: 'x' } }])
        const isOwn = (frame: Uint8Array) => kindOf(frame) === 1 && readAwareness(frame)[0]?.client === client
        expect(await outcome(who, own, isOwn)).toBe('answered')
      },
      async queryAwareness(who) {
        const both = new Uint8Array([messageKinds.queryAwareness])
        const present = await connect('coordinator', agenda)
        if (typeof present === 'number') throw new Error('the coordinator cannot come in')
        present.send(awarenessFrame([{ client: 77, clock: 1, state: {} }]))
        await present.frame((frame) => kindOf(frame) === 1)
        expect(await outcome(who, both, (frame) => kindOf(frame) === 1)).toBe('answered')
        present.close()
      },
      // What only the room says, nobody says to it.
      hello: async (who) => expect(await outcome(who, forgedFrame(messageKinds.hello), () => false)).toBe(4400),
      saved: async (who) => expect(await outcome(who, forgedFrame(messageKinds.saved), () => false)).toBe(4400),
      event: async (who) => expect(await outcome(who, forgedFrame(messageKinds.event), () => false)).toBe(4400),
    }

    const cases = roles
      .filter((role) => mayReadDraft(role))
      .flatMap((role) => Object.entries(byKind).map(([kind, check]) => [role, kind, check] as const))

    it.each(cases)('[A5] %s sends %s', (role, _kind, check) => check(role))
  })
}

function isAction({ who }: Route): boolean {
  return !isAudience(who)
}

/** With what status somebody is refused; undefined when they get an answer. */
function refusalOf({ who }: Route, asking: Anybody): number | undefined {
  if (who === 'anyone') return undefined
  if (asking === 'nobody') return 401
  // In the demo everyone who is signed in may make agendas.
  if (isAudience(who)) return undefined
  if (asking === 'stranger') return 404
  return may(asking, who) ? undefined : 403
}

/** An update with something new in that part of the text, and nothing else. */
function newPieceOf(part: TextPart): Uint8Array {
  const doc = new Y.Doc()
  const write: Record<TextPart, () => void> = {
    agenda: () => setAgendaTitle(doc, 'Een andere naam'),
    themes: () => createTheme(doc, { id: makeId<ThemeId>(), name: 'Thema', rank: 'a1' }),
    items: () => createItem(doc, { id: makeId<ItemId>(), title: 'Punt', duty: 'joint', rank: 'a1' }),
  }
  write[part]()
  return Y.encodeStateAsUpdate(doc)
}

function forgedFrame(kind: number): Uint8Array {
  return encode((encoder) => {
    encoder.cbuf[encoder.cpos++] = kind
    encoder.cbuf[encoder.cpos++] = 1
  })
}
