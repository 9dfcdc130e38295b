import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Agenda, Problem } from '../../shared/api.ts'
import { itemsMap } from '../../shared/document/layout.ts'
import { bytesToText, type Dossier, largestDossier, textToBytes } from '../../shared/dossier.ts'
import { type AgendaId, asId, type ItemId, makeId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { RawClient, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

let here: TestServer
let there: TestServer
let coordinator: Visitor
let editor: Visitor
let taker: Visitor
let agenda: AgendaId

beforeAll(async () => {
  here = await startTestServer()
  there = await startTestServer()
  coordinator = await here.signIn('coordinator')
  editor = await here.signIn('beleidsadviseur-dordrecht')
  taker = await there.signIn('coordinator')
  agenda = await makeAgenda(here, coordinator, 'template')
  await writeALittle()
})

afterAll(async () => {
  for (const server of [here, there]) {
    await server.stop()
    await removeFolder(server.folder)
  }
})

/** Two people: one adds an item and writes in it, the other takes half of it away again. */
async function writeALittle(): Promise<void> {
  const [one, two] = [connectPlain(here.url, agenda, coordinator), connectPlain(here.url, agenda, editor)]
  await Promise.all([synced(one), synced(two)])
  const item = new Y.Map<unknown>()
  item.set('title', new Y.Text('Leerlingenvervoer'))
  itemsMap(one.doc).set('vervoer', item)
  const titleIn = (doc: Y.Doc) => (itemsMap(doc).get('vervoer') as Y.Map<unknown> | undefined)?.get('title') as Y.Text
  await until(two.doc, () => itemsMap(two.doc).has('vervoer'))
  for (const letter of ' op maat') titleIn(two.doc).insert(titleIn(two.doc).length, letter)
  titleIn(two.doc).delete(0, 5)
  await until(one.doc, () => titleIn(one.doc).toString() === 'ingenvervoer op maat')
  one.close()
  two.close()
}

function textOf(doc: Y.Doc): unknown {
  return ['agenda', 'themes', 'items'].map((root) => doc.getMap(root).toJSON())
}

async function exported(server: TestServer, id: string, as: Visitor): Promise<string> {
  const answer = await server.ask(`/api/v1/agendas/${id}/dossier`, { as })
  expect(answer.status).toBe(200)
  return await answer.text()
}

function put(id: string, body: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'content-type': 'application/json' }
  return there.ask(`/api/v1/agendas/${id}/dossier`, { as: taker, method: 'PUT', headers, body: text })
}

async function theDossier(): Promise<Dossier> {
  return JSON.parse(await exported(here, agenda, coordinator)) as Dossier
}

describe('an agenda that is carried to another board', () => {
  it('[B6] has its document, log with authors and times, numbers and history there, and only its epoch is new', async () => {
    const text = await exported(here, agenda, coordinator)
    const answer = await put(agenda, text)
    expect(answer.status).toBe(201)
    const [before, after] = [JSON.parse(text) as Dossier, JSON.parse(await exported(there, agenda, taker)) as Dossier]
    expect(after.epoch).not.toBe(before.epoch)
    expect(JSON.stringify({ ...after, epoch: '' })).toBe(JSON.stringify({ ...before, epoch: '' }))
    expect(before.log.length).toBeGreaterThan(9)
    expect(new Set(before.log.map(({ person }) => person))).toEqual(new Set([coordinator.person, editor.person]))
    expect(before.history.map(({ person, field }) => [person, field])).toContainEqual([editor.person, 'title'])

    const reading = connectPlain(there.url, agenda, taker)
    await synced(reading)
    expect(textOf(reading.doc)).toEqual(textOf(here.rooms.room(agenda).doc))
    reading.close()
    const numbers = async (server: TestServer, as: Visitor) =>
      await (await server.ask(`/api/v1/agendas/${agenda}/items`, { as })).json()
    expect(await numbers(there, taker)).toEqual(await numbers(here, coordinator))
  })

  it('[B6] goes on there: it is in the list, can be written, and numbers go on where they were', async () => {
    const id = makeId<AgendaId>()
    const before = await theDossier()
    expect((await put(id, before)).status).toBe(201)
    const client = connectPlain(there.url, id, taker)
    await synced(client)
    itemsMap(client.doc).set('erbij', new Y.Map())
    const other = connectPlain(there.url, id, taker)
    await until(other.doc, () => itemsMap(other.doc).has('erbij'))
    const after = JSON.parse(await exported(there, id, taker)) as Dossier
    expect(after.items.at(-1)).toMatchObject({ item: 'erbij', number: before.items.length + 1 })
    client.close()
    other.close()
  })

  it('[B5] takes no edits under client ids of its earlier life', async () => {
    const id = makeId<AgendaId>()
    const dossier = await theDossier()
    await put(id, dossier)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, textToBytes(dossier.document))
    doc.clientID = dossier.clients.find(({ person }) => person === taker.person)?.client ?? 0
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    itemsMap(doc).set('van-vroeger', new Y.Map())
    const client = new RawClient(there.url, id, taker)
    await client.opened()
    for (const update of updates) client.send(updateFrame(update))
    expect(await client.closed).toBe(4409)
  })

  it('[B7] is taken in once, however often it is sent; another agenda is never overwritten', async () => {
    const id = makeId<AgendaId>()
    const dossier = await theDossier()
    expect([(await put(id, dossier)).status, (await put(id, dossier)).status]).toEqual([201, 201])
    expect((await put(id, { ...dossier, settings: { region: 'Elders' } })).status).toBe(409)
    expect((await put('drechtsteden', dossier)).status).toBe(409)
  })

  it('[B7] leaves by its coordinator only, and who takes it in is coordinator there', async () => {
    expect((await here.ask(`/api/v1/agendas/${agenda}/dossier`, { as: editor })).status).toBe(403)
    expect((await here.ask(`/api/v1/agendas/${agenda}/dossier`)).status).toBe(401)
    expect((await there.ask('/api/v1/agendas/nergens/dossier', { method: 'PUT', body: '{}' })).status).toBe(401)
    const { members, organisations, ...rest } = await theDossier()
    const id = makeId<AgendaId>()
    const others = members.filter(({ person }) => person !== taker.person)
    expect((await put(id, { ...rest, organisations, members: others })).status).toBe(201)
    const me = ((await (await there.ask(`/api/v1/agendas/${id}`, { as: taker })).json()) as Agenda).me
    expect(me).toMatchObject({ person: taker.person, role: 'coordinator' })
  })
})

describe('a dossier that does not fit together', () => {
  const item = asId<ItemId>('bestaat-niet')
  const writtenBy = (person: string, write: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    write(doc)
    const update = Y.encodeStateAsUpdate(doc)
    return { at: 1, person: asId<PersonId>(person), bytes: bytesToText(update), client: doc.clientID }
  }
  const withEdit = (dossier: Dossier, person: string, write: (doc: Y.Doc) => void) => {
    const { client, ...row } = writtenBy(person, write)
    const owner = { client, person: asId<PersonId>(person), epoch: 'oud', at: 1 }
    return { ...dossier, log: [...dossier.log, row], clients: [...dossier.clients, owner] }
  }
  const hostile: [what: string, path: RegExp, spoil: (dossier: Dossier) => unknown][] = [
    ['no JSON', /^$/, () => '{'],
    ['something else', /format/, (dossier) => ({ ...dossier, format: 'iets' })],
    ['a later version', /version/, (dossier) => ({ ...dossier, version: 3 })],
    ['an unknown key', /extra/, (dossier) => ({ ...dossier, extra: 1 })],
    ['bytes that are no base64', /document/, (dossier) => ({ ...dossier, document: 'AAA*' })],
    [
      'an id that is none',
      /members\.0\.person/,
      (dossier) => ({ ...dossier, members: [{ ...dossier.members[0], person: '__proto__' }] }),
    ],
    [
      'a link that runs',
      /website/,
      (dossier) => ({ ...dossier, organisations: [{ ...dossier.organisations[0], website: 'javascript:0' }] }),
    ],
    [
      'a member of no party',
      /members\.0\.organisation/,
      (dossier) => ({
        ...dossier,
        members: dossier.members.map((member) => ({ ...member, organisation: asId<OrganisationId>('geen') })),
      }),
    ],
    ['a person twice', /members/, (dossier) => ({ ...dossier, members: [...dossier.members, dossier.members[0]] })],
    [
      'a number twice',
      /items\.1\.number/,
      (dossier) => ({ ...dossier, items: dossier.items.map((row) => ({ ...row, number: 1 })) }),
    ],
    [
      'an item without a number',
      /items/,
      (dossier) => ({ ...dossier, items: dossier.items.slice(0, -1), history: [] }),
    ],
    ['history of no item', /history/, (dossier) => ({ ...dossier, history: [{ ...dossier.history[0], item }] })],
    ['a client id twice', /clients/, (dossier) => ({ ...dossier, clients: [...dossier.clients, dossier.clients[0]] })],
    [
      'an author that the client ids do not name',
      /log\.0/,
      (dossier) => ({ ...dossier, clients: dossier.clients.map((row) => ({ ...row, person: 'iemand-anders' })) }),
    ],
    ['a client id that belongs to nobody', /log\.0/, (dossier) => ({ ...dossier, clients: [] })],
    ['a log that lacks its last edit', /document/, (dossier) => ({ ...dossier, log: dossier.log.slice(0, -1) })],
    [
      'a log that lacks an edit on which others build',
      /log/,
      (dossier) => ({ ...dossier, log: dossier.log.toSpliced(1, 1) }),
    ],
    [
      'another document than its log',
      /document/,
      (dossier) => ({ ...dossier, document: writtenBy('x', (doc) => doc.getMap('agenda').set('title', 'Ja')).bytes }),
    ],
    ['an edit that is noise', /log\.0/, (dossier) => ({ ...dossier, log: [{ ...dossier.log[0], bytes: 'AQID' }] })],
    [
      'an unknown root',
      /log/,
      (dossier) => withEdit(dossier, 'coordinator', (doc) => doc.getMap('elders').set('a', 1)),
    ],
    [
      'binary content',
      /log/,
      (dossier) => withEdit(dossier, 'coordinator', (doc) => doc.getMap('items').set('a', new Uint8Array(9))),
    ],
  ]

  it.each(hostile)('[B8] is refused with what is wrong: %s', async (_what, path, spoil) => {
    const id = makeId<AgendaId>()
    const answer = await put(id, spoil(await theDossier()))
    expect(answer.status).toBe(422)
    const problem = (await answer.json()) as Problem
    expect(problem.type).toBe('/problems/invalid')
    expect((problem.errors ?? []).map((error) => error.path).join(' ')).toMatch(path)
    expect((await there.ask(`/api/v1/agendas/${id}`, { as: taker })).status).toBe(404)
  })

  it('is refused when it is larger than a board takes in', async () => {
    expect((await put(makeId<AgendaId>(), JSON.stringify('x'.repeat(largestDossier)))).status).toBe(413)
  })

  it('[B8] is refused when its history nests without end', async () => {
    const { history, ...rest } = await theDossier()
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const text = JSON.stringify({ ...rest, history: [{ ...history[0], before: 'DIEP' }] }).replace('"DIEP"', deep)
    expect((await put(makeId<AgendaId>(), text)).status).toBe(422)
  })
})
