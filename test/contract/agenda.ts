import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Agenda, Agendas, History, ItemRecords } from '../../shared/api.ts'
import { itemsMap } from '../../shared/document/layout.ts'
import { readItem, readItems, titleText } from '../../shared/document/read.ts'
import {
  createItem,
  putItemBack,
  setAgendaTitle,
  setItemValues,
  setText,
  strikeItem,
} from '../../shared/document/write.ts'
import type { Dossier } from '../../shared/dossier.ts'
import { type AgendaId, asId, type ItemId, makeId } from '../../shared/ids.ts'
import { post, problemOf } from '../kit/http.ts'
import { type PlainClient, until } from '../kit/plain-client.ts'
import { awarenessFrame, kindOf, RawClient, readAwareness } from '../kit/raw-client.ts'
import { useRegion } from '../kit/region.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'

/** What rooms and the directory promise together, seen through their doors, in whatever runtime. */
export function agendaContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, editor, parent, reader, open, join } = useRegion(start)

  async function agendasOf(as: Visitor): Promise<Agendas['agendas']> {
    return ((await (await server.ask('/api/v1/agendas', { as })).json()) as Agendas).agendas
  }

  async function agendaOf(agenda: AgendaId, as: Visitor): Promise<Agenda> {
    return (await (await server.ask(`/api/v1/agendas/${agenda}`, { as })).json()) as Agenda
  }

  async function itemsOf(agenda: AgendaId): Promise<ItemRecords['items']> {
    const answer = await server.ask(`/api/v1/agendas/${agenda}/items`, { as: coordinator })
    return ((await answer.json()) as ItemRecords).items
  }

  async function historyOf(agenda: AgendaId, item?: ItemId): Promise<History['changes']> {
    const of = item ? `?item=${item}` : ''
    const answer = await server.ask(`/api/v1/agendas/${agenda}/history${of}`, { as: coordinator })
    return ((await answer.json()) as History).changes
  }

  async function dossierOf(agenda: AgendaId, as = coordinator): Promise<Dossier> {
    return (await (await server.ask(`/api/v1/agendas/${agenda}/dossier`, { as })).json()) as Dossier
  }

  function takeIn(dossier: Dossier, as: Visitor): Promise<Response> {
    return post(server, `/api/v1/agendas/${dossier.agenda}/dossier`, dossier, { as, method: 'PUT' })
  }

  describe('making an agenda', () => {
    it.each(['empty', 'template'] as const)('[A4] makes its maker the coordinator: %s', async (kind) => {
      const agenda = await makeAgenda(server, editor, kind)
      const answer = await agendaOf(agenda, editor)
      expect(answer).toMatchObject({
        id: agenda,
        title: 'Proefagenda',
        region: 'Proefregio',
        role: 'coordinator',
        me: { person: editor.person },
      })
      expect(answer.epoch).not.toBe('')
      const items = await itemsOf(agenda)
      expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => index + 1))
      expect(items.length > 10).toBe(kind === 'template')
      for (const { addedBy } of items) expect(addedBy).toBe(editor.person)
      expect(await agendasOf(editor)).toContainEqual(expect.objectContaining({ id: agenda, role: 'coordinator' }))
    })

    it('[A4] makes it once when the request comes twice, also at the same moment', async () => {
      const id = makeId<AgendaId>()
      const wish = { id, title: 'Twee keer', region: '', from: '2026-01-01', to: '2029-12-31', start: 'template' }
      const ask = () => post(server, '/api/v1/agendas', wish, { as: coordinator })
      const answers = [...(await Promise.all([ask(), ask()])), await ask()]
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
      expect(answers[0]?.headers.get('location')).toBe(`/api/v1/agendas/${id}`)
      const bodies = await Promise.all(answers.map((answer) => answer.json()))
      expect(bodies[1]).toEqual(bodies[0])
      expect(bodies[0]).toMatchObject({ id, title: 'Twee keer', from: '2026-01-01', to: '2029-12-31' })
      expect((await agendasOf(coordinator)).filter((agenda) => agenda.id === id)).toHaveLength(1)
      const items = await itemsOf(id)
      expect(new Set(items.map(({ number }) => number)).size).toBe(items.length)
    })

    it('[A4] does not take over the id of somebody else', async () => {
      const id = await makeAgenda(server, coordinator)
      const wish = { id, title: 'Van mij', region: '', start: 'empty' }
      expect((await problemOf(await post(server, '/api/v1/agendas', wish, { as: editor }))).type).toBe(
        '/problems/conflict',
      )
      expect(await agendaOf(id, coordinator)).toMatchObject({ title: 'Proefagenda', role: 'coordinator' })
    })

    it('names every field that is wrong, and makes nothing', async () => {
      const before = await agendasOf(coordinator)
      const wish = { id: '../x', title: '  ', region: 7, from: '2027-02-31', start: 'vol' }
      const answer = await post(server, '/api/v1/agendas', wish, { as: coordinator })
      expect(answer.status).toBe(422)
      const { errors } = await problemOf(answer)
      expect(errors?.map(({ path }) => path)).toEqual(['id', 'title', 'region', 'from', 'start'])
      expect(await agendasOf(coordinator)).toEqual(before)
    })
  })

  describe('the agendas that one is on', () => {
    it('are listed the newest first, each with one’s own role', async () => {
      const first = await makeAgenda(server, coordinator)
      const second = await makeAgenda(server, editor)
      const mine = (await agendasOf(editor)).filter(({ id }) => id === first || id === second)
      expect(mine.map(({ id, role }) => [id, role])).toEqual([
        [second, 'coordinator'],
        [first, 'editor'],
      ])
    })

    it('hear of a new title as soon as the coordinator writes it', async () => {
      const agenda = await makeAgenda(server, coordinator)
      setAgendaTitle((await join(agenda, coordinator)).doc, 'Samen verder')
      await expect
        .poll(() => agendasOf(reader))
        .toContainEqual(expect.objectContaining({ id: agenda, title: 'Samen verder', role: 'reader' }))
    })

    it('[A2] show a reader who is at the table, not the numbers, the history or the plans in the making', async () => {
      const answer = await agendaOf(asId<AgendaId>('drechtsteden'), reader)
      expect(answer).toMatchObject({ role: 'reader', me: { person: 'raadslid-papendrecht' }, plans: [] })
      expect(answer.members.length).toBeGreaterThan(5)
      for (const path of ['items', 'history?item=punt-01']) {
        const refusal = await server.ask(`/api/v1/agendas/drechtsteden/${path}`, { as: reader })
        expect((await problemOf(refusal)).type).toBe('/problems/not-allowed')
      }
    })

    it('[A2] show everybody else all of that', async () => {
      for (const as of [coordinator, editor, parent]) {
        const answer = await agendaOf(asId<AgendaId>('drechtsteden'), as)
        expect(answer.plans.length, as.person).toBeGreaterThan(0)
        for (const path of ['items', 'history?item=punt-01'])
          expect((await server.ask(`/api/v1/agendas/drechtsteden/${path}`, { as })).status, as.person).toBe(200)
      }
    })

    it('[A3] do not exist for who is not on them, by any door', async () => {
      const dossier = await dossierOf(await makeAgenda(server, coordinator))
      const agenda = makeId<AgendaId>()
      const members = dossier.members.filter(({ person }) => person !== editor.person)
      expect((await takeIn({ ...dossier, agenda, members }, coordinator)).status).toBe(201)
      for (const path of ['', '/items', '/history?item=x', '/dossier', '/geheim']) {
        const there = await problemOf(await server.ask(`/api/v1/agendas/${agenda}${path}`, { as: editor }))
        const nowhere = await problemOf(await server.ask(`/api/v1/agendas/nergens${path}`, { as: editor }))
        expect(there).toEqual(nowhere)
        expect(there.status).toBe(404)
      }
      expect(await new RawClient(server.url, agenda, editor).opened()).toBe(404)
      expect((await agendasOf(editor)).map(({ id }) => id)).not.toContain(agenda)
      expect((await server.ask(`/api/v1/agendas/${agenda}`, { as: coordinator })).status).toBe(200)
    })

    it('[A3] are not made by asking for them', async () => {
      for (const path of ['', '/items', '/dossier']) {
        const id = makeId<AgendaId>()
        expect((await server.ask(`/api/v1/agendas/${id}${path}`, { as: coordinator })).status).toBe(404)
        expect(await new RawClient(server.url, id, coordinator).opened()).toBe(404)
        expect((await agendasOf(coordinator)).map((agenda) => agenda.id)).not.toContain(id)
      }
      for (const id of ['..', '%2e%2e%2fdirectory', 'a b', 'x'.repeat(200), '__proto__'])
        expect((await server.ask(`/api/v1/agendas/${id}/items`, { as: coordinator })).status, id).toBe(404)
    })

    it('say what is wrong with a question that cannot be answered', async () => {
      const answer = await server.ask('/api/v1/agendas/drechtsteden/history?item=../x', { as: editor })
      expect(await problemOf(answer)).toMatchObject({
        status: 422,
        errors: [{ message: expect.stringMatching(/item/i) }],
      })
    })
  })

  describe('the numbers of items', () => {
    it('[N1] are given once: not again to who strikes an item and puts it back, and each to one item', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const [mine, theirs] = [await join(agenda, coordinator), await join(agenda, editor)]
      const [first, second, third] = [makeId<ItemId>(), makeId<ItemId>(), makeId<ItemId>()]
      createItem(mine.doc, { id: first, title: 'Een', duty: 'joint', rank: 'a0' })
      await until(theirs.doc, () => itemsMap(theirs.doc).has(first))
      strikeItem(theirs.doc, first, 'dubbel')
      putItemBack(theirs.doc, first)
      createItem(theirs.doc, { id: second, title: 'Twee', duty: 'joint', rank: 'a1' })
      await until(mine.doc, () => itemsMap(mine.doc).has(second))
      // Taken out of the document altogether, as an undo does, and put back by it: the number is still its own.
      const undo = new Y.UndoManager(itemsMap(mine.doc))
      createItem(mine.doc, { id: third, title: 'Drie', duty: 'joint', rank: 'a2' })
      undo.undo()
      undo.redo()
      await until(theirs.doc, () => readItem(theirs.doc, third)?.title === 'Drie')
      expect((await itemsOf(agenda)).map(({ item, number, addedBy }) => [item, number, addedBy])).toEqual([
        [first, 1, 'coordinator'],
        [second, 2, editor.person],
        [third, 3, 'coordinator'],
      ])
    })

    it('[N1] never collide when several people add items at once', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const clients = await Promise.all([coordinator, editor, editor].map((as) => join(agenda, as)))
      for (let count = 0; count < 10; count++)
        for (const { doc } of clients) createItem(doc, { id: makeId<ItemId>(), title: 'x', duty: 'joint', rank: 'a0' })
      await Promise.all(clients.map(({ doc }) => until(doc, () => readItems(doc).length === 30)))
      const items = await itemsOf(agenda)
      expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
      expect(new Set(items.map(({ item }) => item)).size).toBe(30)
    })
  })

  describe('the history of an item', () => {
    it('[H1] has a row for each field of each person, the newest first, and a new one when another goes on', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const [mine, theirs] = [await join(agenda, coordinator), await join(agenda, editor)]
      const item = makeId<ItemId>()
      createItem(mine.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
      const write = async (from: PlainClient, to: PlainClient, title: string) => {
        const text = titleText(from.doc, item)
        if (text) setText(text, title)
        await until(to.doc, () => readItem(to.doc, item)?.title === title)
      }
      await until(theirs.doc, () => itemsMap(theirs.doc).has(item))
      await write(theirs, mine, 'Vervoer n')
      await write(theirs, mine, 'Vervoer nu')
      await write(mine, theirs, 'Vervoer straks')
      setItemValues(mine.doc, item, { priority: 'high' })
      await until(theirs.doc, () => readItem(theirs.doc, item)?.priority === 'high')
      const rows = (await historyOf(agenda, item)).map(({ person, field, before, after }) => [
        person,
        field,
        before,
        after,
      ])
      expect(rows).toEqual([
        ['coordinator', 'priority', null, 'high'],
        ['coordinator', 'title', 'Vervoer nu', 'Vervoer straks'],
        [editor.person, 'title', 'Vervoer', 'Vervoer nu'],
        ['coordinator', 'title', null, 'Vervoer'],
      ])
      expect(await historyOf(agenda, makeId<ItemId>())).toEqual([])
    })

    it('[H1] of the whole agenda has its own title and those of all its items, and goes on before a change', async () => {
      const agenda = await makeAgenda(server, coordinator)
      const [mine, theirs] = [await join(agenda, coordinator), await join(agenda, editor)]
      const item = makeId<ItemId>()
      setAgendaTitle(mine.doc, 'Samen verder')
      createItem(mine.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
      await until(theirs.doc, () => readItem(theirs.doc, item)?.title === 'Vervoer')
      const rows = (await historyOf(agenda)).map((change) => [change.item, change.field, change.after])
      expect(rows).toEqual(
        expect.arrayContaining([
          ['', 'title', 'Samen verder'],
          [item, 'title', 'Vervoer'],
        ]),
      )
      const answer = await server.ask(`/api/v1/agendas/${agenda}/history?before=1`, { as: coordinator })
      expect(((await answer.json()) as History).changes).toEqual([])
      expect((await server.ask(`/api/v1/agendas/${agenda}/history?before=x`, { as: coordinator })).status).toBe(422)
    })
  })

  describe('two agendas', () => {
    let here: AgendaId
    let there: AgendaId

    beforeAll(async () => {
      here = await makeAgenda(server, coordinator)
      there = await makeAgenda(server, coordinator)
    })

    it('do not tell each other who is there', async () => {
      const [watcher, one, other] = [
        new RawClient(server.url, there, parent),
        new RawClient(server.url, here, editor),
        new RawClient(server.url, there, editor),
      ]
      open.push(watcher, one, other)
      await Promise.all([watcher, one, other].map((client) => client.opened()))
      one.send(awarenessFrame([{ client: 1, clock: 1, state: { item: 'hier' } }]))
      // Its echo tells that the room has passed it on.
      await one.frame((frame) => kindOf(frame) === 1)
      other.send(awarenessFrame([{ client: 2, clock: 1, state: { item: 'daar' } }]))
      const seen = await watcher.frame((frame) => kindOf(frame) === 1)
      expect(readAwareness(seen)).toMatchObject([{ client: 2, state: { item: 'daar' } }])
    })

    it('have items, numbers and a history of their own, also of an item with the same id', async () => {
      const item = makeId<ItemId>()
      const titles = [
        [here, 'Hier'],
        [there, 'Daar'],
      ] as const
      for (const [agenda, title] of titles) {
        const { doc } = await join(agenda, editor)
        createItem(doc, { id: item, title, duty: 'joint', rank: 'a0' })
      }
      for (const [agenda, title] of titles) {
        const { doc } = await join(agenda, coordinator)
        await until(doc, () => itemsMap(doc).has(item))
        expect(readItems(doc).map((read) => read.title)).toEqual([title])
        expect(await itemsOf(agenda)).toMatchObject([{ item, number: 1 }])
        expect(await historyOf(agenda, item)).toMatchObject([{ after: title }])
      }
    })
  })

  describe('the dossier of an agenda', () => {
    it('[B7] is for a coordinator only', async () => {
      const agenda = await makeAgenda(server, coordinator, 'template')
      for (const as of [editor, parent, reader]) {
        const refusal = await server.ask(`/api/v1/agendas/${agenda}/dossier`, { as })
        expect((await problemOf(refusal)).type).toBe('/problems/not-allowed')
      }
      const answer = await server.ask(`/api/v1/agendas/${agenda}/dossier`, { as: coordinator })
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${agenda}.dossier.json"`)
    })

    it('[B6] [B7] is taken in once, whole, with who takes it as coordinator, and never over another', async () => {
      const before = await dossierOf(await makeAgenda(server, coordinator, 'template'))
      const dossier = { ...before, agenda: makeId<AgendaId>() }
      expect((await takeIn(dossier, coordinator)).status).toBe(201)
      expect((await takeIn(dossier, coordinator)).status).toBe(201)
      const after = await dossierOf(dossier.agenda)
      expect(after.epoch).not.toBe(dossier.epoch)
      expect({ ...after, epoch: '' }).toEqual({ ...dossier, epoch: '' })
      expect((await agendasOf(coordinator)).filter(({ id }) => id === dossier.agenda)).toHaveLength(1)
      for (const [other, as] of [
        [dossier, editor],
        [{ ...dossier, settings: { region: 'Elders' } }, coordinator],
      ] as const)
        expect((await problemOf(await takeIn(other, as))).type).toBe('/problems/conflict')
      expect(await dossierOf(dossier.agenda)).toEqual(after)
    })

    it('[B8] that does not fit together is refused with what is wrong, and makes nothing', async () => {
      const dossier = {
        ...(await dossierOf(await makeAgenda(server, coordinator, 'template'))),
        agenda: makeId<AgendaId>(),
      }
      const mistakes: [string, Partial<Dossier>][] = [
        ['members.0.organisation', { organisations: [] }],
        ['items.1.number', { items: dossier.items.map((row) => ({ ...row, number: 1 })) }],
        ['log.0', { log: dossier.log.map((row) => ({ ...row, bytes: 'Af8=' })) }],
      ]
      for (const [path, change] of mistakes) {
        const answer = await takeIn({ ...dossier, ...change }, coordinator)
        expect(answer.status, path).toBe(422)
        const { errors } = await problemOf(answer)
        expect(errors?.[0]?.path, path).toMatch(new RegExp(`^${path}`))
      }
      const half = await post(
        server,
        `/api/v1/agendas/${dossier.agenda}/dossier`,
        JSON.stringify(dossier).slice(0, 999),
        {
          as: coordinator,
          method: 'PUT',
        },
      )
      expect(half.status).toBe(422)
      expect((await server.ask(`/api/v1/agendas/${dossier.agenda}`, { as: coordinator })).status).toBe(404)
    })
  })
}
