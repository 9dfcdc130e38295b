import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Agenda } from '../../shared/api.ts'
import type { AuditTrail, Comment } from '../../shared/comment.ts'
import { readItems, titleText } from '../../shared/document/read.ts'
import { addIndicator, setMeasurement, strikeItem } from '../../shared/document/write.ts'
import type { Dossier } from '../../shared/dossier.ts'
import {
  type AgendaId,
  asId,
  type EntryId,
  type MandateId,
  makeId,
  type OrganisationId,
  type VersionId,
} from '../../shared/ids.ts'
import { routes } from '../../shared/routes.ts'
import {
  type Adoption,
  type AdoptionSetting,
  type PartyAdoption,
  type StepHistory,
  type Versions,
  wholeVersion,
} from '../../shared/version/api.ts'
import { itemHash, readContents } from '../../shared/version/content.ts'
import { changedSince } from '../../shared/version/difference.ts'
import { refusalPlaces } from '../../shared/version/refusals.ts'
import { type Version, versionHash } from '../../shared/version/version.ts'
import { freezing } from '../kit/freezing.ts'
import { json, post, problemOf } from '../kit/http.ts'
import { useRegion, useTalk, useWriting } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'

const script = join(import.meta.dirname, '../../docs/verify-version.mjs')

/** What versions and their adoption promise, in whatever runtime: rules V of shared/SPEC.md. */
export function versionsContract(start: () => Promise<Runtime>): void {
  const region = useRegion(start)
  const { server, coordinator, editor, parent, reader } = region
  const talk = useTalk(region)
  const writing = useWriting(region, talk, editor)
  const { preview, freeze, change: changeIn } = freezing(talk, coordinator)
  const change = (write: (doc: Y.Doc) => void) => changeIn(writing.doc, write)

  async function read<Answer>(as: Visitor, path: string): Promise<Answer> {
    const answer = await talk.send(as, 'GET', path)
    expect(answer.status).toBe(200)
    return (await answer.json()) as Answer
  }

  const whole = (number: number, as = reader) => read<Version>(as, `/versions/${number}`)

  async function typeOf(answer: Promise<Response>): Promise<string> {
    return (await problemOf(await answer)).type
  }

  function titleIn(doc: Y.Doc): Y.Text {
    const text = titleText(doc, talk.item)
    if (!text) throw new Error('The item has a title')
    return text
  }

  describe('a version', () => {
    it('[V1] is what was agreed, numbered and dated, for everyone to read, and everyone hears of it', async () => {
      const listener = await talk.listen(parent)
      const first = await freeze('Zoals besproken in het OOGO.')
      expect(first).toMatchObject({ number: 1, by: coordinator.person, remark: 'Zoals besproken in het OOGO.' })
      await listener.client.frame((frame) => new TextDecoder().decode(frame).includes('"kind":"version","number":1'))
      listener.close()
      const version = await whole(1)
      const { title, organisations, region } = await read<Agenda>(coordinator, '')
      expect(version.metadata).toMatchObject({ number: 1, title, region, at: first.at })
      expect(version.metadata.parties.map(({ id }) => id)).toEqual(organisations.map(({ id }) => id))
      expect(new Set(version.items.map(({ item }) => item))).toEqual(
        new Set(readItems(writing.doc).map(({ id }) => id)),
      )
      expect(first.items).toBe(version.items.length)
      const { versions } = await read<Versions>(reader, '/versions')
      expect(versions).toEqual([first])
    })

    it('[V2] has the hash of what it says, which page, server and a script of twenty lines compute alike', async () => {
      const { hash } = await freeze()
      const text = await (await talk.send(reader, 'GET', '/versions/1')).text()
      const version = JSON.parse(text) as Version
      expect(v.is(wholeVersion, version)).toBe(true)
      for (const { salt, hash: claimed, content } of version.items) expect(itemHash(salt, content)).toBe(claimed)
      expect(versionHash(version.metadata, version.items, version.positions)).toBe(hash)
      expect(await verify(text)).toEqual({ code: 0, says: `${hash} is its hash\n` })
      const forged = text.replace('"duty":"joint"', '"duty":"municipality"')
      expect(forged).not.toBe(text)
      expect(await verify(forged)).toMatchObject({ code: 1 })
    })

    it('[V3] is what the preview showed, or nothing is frozen', async () => {
      const { hash } = await preview()
      await change((doc) => titleIn(doc).insert(0, 'Toch anders: '))
      const wanted = { id: makeId<VersionId>(), expects: hash }
      const answer = await talk.send(coordinator, 'POST', '/versions', wanted)
      expect(answer.status).toBe(409)
      expect((await problemOf(answer)).type).toBe('/problems/stale')
      expect((await read<Versions>(coordinator, '/versions')).versions).toEqual([])
    })

    it('[V3] can be looked at before: what has no owner, what changed since, what was said and not answered', async () => {
      await talk.say(parent, 'En de ouders?')
      const before = await preview()
      expect(before.metadata.number).toBe(1)
      expect(before.items.every(({ change }) => change === 'added')).toBe(true)
      expect(before.items.find(({ item }) => item === talk.item)).toMatchObject({ openComments: 1, hasOwner: false })
      expect(before.openComments).toBe(1)
      await freeze()
      await change((doc) => titleIn(doc).insert(0, 'Nieuw: '))
      await change((doc) => strikeItem(doc, talk.otherItem, 'Vervallen'))
      const after = await preview()
      expect(after.items.filter(({ change }) => change !== 'same').map(({ item }) => item)).toEqual([talk.item])
      expect(after.struck.map(({ item }) => item)).toEqual([talk.otherItem])
      expect(after.metadata).toMatchObject({ number: 2 })
    })

    it('[V1] is frozen once, however often it is sent, and not under the id of another', async () => {
      const { hash } = await preview()
      const wanted = { id: makeId<VersionId>(), expects: hash }
      const answers = [
        await talk.send(coordinator, 'POST', '/versions', wanted),
        await talk.send(coordinator, 'POST', '/versions', wanted),
      ]
      expect(answers.map(({ status }) => status)).toEqual([201, 200])
      const [one, again] = await Promise.all(answers.map((answer) => answer.json()))
      expect(again).toEqual(one)
      expect(await typeOf(talk.send(coordinator, 'POST', '/versions', { ...wanted, remark: 'Anders' }))).toBe(
        '/problems/conflict',
      )
      // What was looked at before somebody else froze is not what would be frozen now.
      expect(await typeOf(talk.send(coordinator, 'POST', '/versions', { ...wanted, id: makeId<VersionId>() }))).toBe(
        '/problems/stale',
      )
    })

    it('[V1] stays as it is, whatever is done to the agenda, by whatever route', async () => {
      await freeze()
      const before = await (await talk.send(reader, 'GET', '/versions/1')).text()
      await change((doc) => titleIn(doc).delete(0, 5))
      await change((doc) => strikeItem(doc, talk.otherItem, 'Vervallen'))
      const comment = await talk.say(coordinator, 'Hoe zit het met het vervoer?')
      const dossier = await read<Dossier>(coordinator, '/dossier')
      const forged = { number: 1, hash: 'x', metadata: {}, items: [] }
      const reached: string[] = []
      for (const { method, path } of routes) {
        if (method === 'GET' || !path.startsWith('/api/v1/agendas/:agenda')) continue
        const route = path.replace('/api/v1/agendas/:agenda', '')
        const there = route
          .replace(':version', '1')
          .replace(':organisation', 'dordrecht')
          .replace(':step', 'college')
          .replace(':comment', comment.id)
          .replace(':person', editor.person)
          .replace(':format', 'md')
          .replace(/:[a-z]+/g, '1')
        const meant = wellMeantBodies(comment)[`${method} ${route}`]
        for (const body of [{}, forged, { ...meant, ...forged }, ...(meant ? [meant] : [])]) {
          const answer = await talk.send(coordinator, method, there, body)
          if (answer.ok) reached.push(`${method} ${route}`)
          await answer.arrayBuffer()
        }
      }
      // These did what they are for, and not only refused what was no use.
      expect(reached).toEqual(expect.arrayContaining(Object.keys(wellMeantBodies(comment))))
      // Taken in where it is already, an agenda is refused, with or without other words.
      for (const versions of [dossier.versions, withTitle(dossier, 'Iets anders'), []])
        expect((await talk.send(coordinator, 'PUT', '/dossier', { ...dossier, versions })).ok).toBe(false)
      for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'])
        expect((await talk.send(coordinator, method, '/versions/1', { hash: 'x' })).status).toBe(404)
      await freeze()
      await record(coordinator, 'dordrecht', 'college', { outcome: 'pending', ground: 'Gebeld' })
      await talk.send(coordinator, 'DELETE', '/versions/1/publication')
      expect(await (await talk.send(reader, 'GET', '/versions/1')).text()).toBe(before)
      const second = await whole(2)
      expect(second.metadata.previous).toBe((JSON.parse(before) as Version).hash)
      expect((await read<Versions>(reader, '/versions')).versions.map(({ number }) => number)).toEqual([2, 1])
    })

    it('[V6] shows beside the living agenda what changed since', async () => {
      await freeze()
      await change((doc) => titleIn(doc).insert(0, 'Nieuw: '))
      const { items } = await whole(1)
      const then = new Map(items.map(({ item, content }) => [item, content]))
      expect(changedSince(then, readContents(writing.doc))).toEqual(new Map([[talk.item, 'changed']]))
      // What was not touched keeps its hash.
      await freeze()
      const hashes = new Map(items.map(({ item, hash }) => [item, hash]))
      const changed = (await whole(2)).items.filter(({ item, hash }) => hashes.get(item) !== hash)
      expect(changed.map(({ item }) => item)).toEqual([talk.item])
    })

    it('[P1] tells no value of 1 to 4', async () => {
      const indicator = asId<EntryId>('thuis')
      await change((doc) => {
        addIndicator(doc, talk.item, { id: indicator, name: 'Thuis', unit: 'kinderen', direction: 'down', baseline: 3 })
        setMeasurement(doc, talk.item, indicator, '2026-10-01', { value: 2, source: 'leerplicht' })
      })
      await freeze()
      const frozen = (await whole(1)).items.find(({ item }) => item === talk.item)
      expect(frozen?.content.indicators?.[indicator]?.baseline).toBe('masked')
      expect(frozen?.aside.measurements?.[indicator]?.[0]?.value).toBe('masked')
    })

    it('[A5] is frozen by a coordinator, read by everyone on the agenda and nobody else', async () => {
      const { hash } = await preview()
      for (const visitor of [editor, parent, reader]) {
        const wanted = { id: makeId<VersionId>(), expects: hash }
        expect(await typeOf(talk.send(visitor, 'POST', '/versions', wanted))).toBe('/problems/not-allowed')
        expect(await typeOf(talk.send(visitor, 'GET', '/versions/preview'))).toBe('/problems/not-allowed')
      }
      expect((await talk.send(reader, 'GET', '/versions/1')).status).toBe(404)
      for (const number of ['0', '-1', '1.5', 'een', '01'])
        expect((await talk.send(reader, 'GET', `/versions/${number}`)).status).toBe(404)
    })

    it('[C3] takes no citizen service number along', async () => {
      const { hash } = await preview()
      const wanted = { id: makeId<VersionId>(), expects: hash, remark: 'Zie 123456782.' }
      expect(await typeOf(talk.send(coordinator, 'POST', '/versions', wanted))).toBe('/problems/bsn')
    })
  })

  /** What somebody who means well sends to the routes on which anything can be done that lasts. */
  function wellMeantBodies(comment: Comment): Record<string, Record<string, unknown>> {
    const ground = 'Gebeld'
    return {
      'POST /export/:format': { version: 1 },
      'PATCH /members/:person': { alsoFor: ['papendrecht'] },
      'POST /organisations': {
        organisations: [{ id: makeId(), name: 'Gemeente Nieuw', short: 'Nieuw', kind: 'municipality' }],
      },
      'PATCH /organisations/:organisation': { name: 'Gemeente Dordt', short: 'Dordt' },
      'POST /comments': talk.wanted(coordinator, 'Nog iets.'),
      'PATCH /comments/:comment': { text: 'Hoe zit het met het vervoer in Dordrecht?' },
      'PUT /comments/:comment/state': { state: 'shown' },
      'PUT /comments/:comment/reactions': { kind: 'thumb', on: true },
      'PUT /read': { item: talk.item, seq: comment.seq },
      'PUT /versions/:version/publication': { names: true, indexed: true },
      'DELETE /versions/:version/publication': {},
      'PUT /adoption/:organisation': { steps: [{ id: 'college', body: 'college', capacity: 'informed' }], ground },
      'PUT /versions/:version/adoption/:organisation/:step': { outcome: 'done', date: '2020-01-20', ground },
    }
  }

  const stepPath = (organisation: string, step: string, version = 1) =>
    `/versions/${version}/adoption/${organisation}/${step}`

  async function record(as: Visitor, organisation: string, step: string, state: object): Promise<PartyAdoption> {
    const expects = await knownOf(organisation, step)
    const answer = await talk.send(as, 'PUT', stepPath(organisation, step), { ...state, expects })
    expect(answer.status).toBe(200)
    return (await answer.json()) as PartyAdoption
  }

  /** When a step was recorded last, as everyone reads it. */
  async function knownOf(organisation: string, id: string): Promise<string | undefined> {
    const party = partyIn(await read<Adoption>(reader, '/adoption'), organisation)
    return party?.steps.find((step) => step.id === id)?.recorded?.at
  }

  async function giveMandate(to: Visitor, organisation: string): Promise<void> {
    const mandate = {
      id: makeId<MandateId>(),
      organisation: asId<OrganisationId>(organisation),
      from: '2020-01-01',
      ground: 'Collegebesluit',
    }
    const answer = await talk.send(coordinator, 'PATCH', `/members/${to.person}`, { mandates: [mandate] })
    expect(answer.status).toBe(200)
  }

  const partyIn = (adoption: Adoption, organisation: string, version = 1) =>
    adoption.versions
      .find((row) => row.version === version)
      ?.parties.find((party) => party.organisation === organisation)

  describe('the adoption of a version', () => {
    it('[V10] begins for every party with the steps of its settings, which a mandate or a coordinator sets', async () => {
      await freeze()
      const begun = await read<Adoption>(reader, '/adoption')
      expect(partyIn(begun, 'dordrecht')).toEqual({
        organisation: 'dordrecht',
        outcome: 'pending',
        steps: [
          { id: 'college', body: 'college', capacity: 'adopts', state: { outcome: 'pending' } },
          { id: 'council', body: 'council', capacity: 'informed', state: { outcome: 'pending' } },
        ],
      })
      const steps = [{ id: 'gemeenteraad', body: 'council', capacity: 'adopts' }]
      expect(await typeOf(talk.send(editor, 'PUT', '/adoption/dordrecht', { steps }))).toBe('/problems/not-allowed')
      await giveMandate(editor, 'dordrecht')
      writing.close()
      expect((await talk.send(editor, 'PUT', '/adoption/dordrecht', { steps })).status).toBe(200)
      const set = await read<Adoption>(reader, '/adoption')
      expect(partyIn(set, 'dordrecht')?.steps.map(({ id }) => id)).toEqual(['gemeenteraad'])
      await record(editor, 'dordrecht', 'gemeenteraad', { outcome: 'done', date: '2020-01-20' })
      // From the first that was recorded on, they stay for this version.
      await talk.send(editor, 'PUT', '/adoption/dordrecht', {
        steps: [{ id: 'bestuur', body: 'other', name: 'Bestuur', capacity: 'adopts' }],
      })
      const kept = await read<Adoption>(reader, '/adoption')
      expect(partyIn(kept, 'dordrecht')).toMatchObject({ outcome: 'adopted', steps: [{ id: 'gemeenteraad' }] })
      expect(kept.settings.find(({ organisation }) => organisation === 'dordrecht')?.steps).toMatchObject([
        { id: 'bestuur', name: 'Bestuur' },
      ])
    })

    it('[V10] [V11] goes by the bodies that a coordinator sets on behalf of a party only with a ground, which shows', async () => {
      await freeze()
      const steps = [{ id: 'gemeenteraad', body: 'council', capacity: 'adopts' }]
      const set = (as: Visitor, ground?: string) => talk.send(as, 'PUT', '/adoption/dordrecht', { steps, ground })
      for (const ground of [undefined, ' ']) {
        const refused = await problemOf(await set(coordinator, ground))
        expect([refused.status, refused.errors?.[0]?.path]).toEqual([422, 'ground'])
      }
      const setting = async () =>
        (await read<Adoption>(reader, '/adoption')).settings.find(({ organisation }) => organisation === 'dordrecht')
      expect((await setting())?.recorded).toBeUndefined()
      for (const ground of ['Brif', 'Brief van de griffie', 'Brief van de griffie'])
        expect((await set(coordinator, ground)).status).toBe(200)
      const recorded = { person: coordinator.person, ground: 'Brief van de griffie' }
      expect(await setting()).toMatchObject({ steps, recorded })
      await giveMandate(editor, 'dordrecht')
      writing.close()
      const own = (await (await set(editor)).json()) as AdoptionSetting
      expect(own).toEqual(await setting())
      expect(own.recorded).toEqual({ person: editor.person, at: expect.any(String) })
      const { lines } = await read<AuditTrail>(coordinator, '/audit')
      expect(lines.map(({ kind }) => kind).filter((kind) => kind.startsWith('adoption'))).toEqual([
        'adoption-steps-on-behalf',
        'adoption-steps-on-behalf',
        'adoption-steps',
      ])
    })

    it('[V10] asked for by a day is still decided by whom the party says, until something happens', async () => {
      await freeze()
      for (const step of ['college', 'council'])
        await record(coordinator, 'dordrecht', step, { outcome: 'pending', due: '2027-03-01', ground: 'Oproep' })
      const set = async (...steps: [body: string, capacity: string][]) => {
        const body = { steps: steps.map(([body, capacity]) => ({ id: body, body, capacity })), ground: 'Gebeld' }
        expect((await talk.send(coordinator, 'PUT', '/adoption/dordrecht', body)).status).toBe(200)
        return partyIn(await read<Adoption>(reader, '/adoption'), 'dordrecht')
      }
      const asked = await set(['council', 'adopts'], ['portfolio-meeting', 'endorses'])
      expect(asked?.begun).toBeUndefined()
      expect(asked?.steps.map(({ id, capacity, state }) => [id, capacity, state.due])).toEqual([
        ['council', 'adopts', '2027-03-01'],
        ['portfolio-meeting', 'endorses', undefined],
      ])
      // Who has a body again has the day with it.
      expect((await set(['college', 'adopts'], ['council', 'informed']))?.steps[0]?.state.due).toBe('2027-03-01')
      await set(['council', 'adopts'])
      await record(coordinator, 'dordrecht', 'council', {
        outcome: 'pending',
        submitted: '2020-01-20',
        ground: 'Brief',
      })
      await record(coordinator, 'dordrecht', 'council', { outcome: 'pending', ground: 'Toch niet' })
      const kept = await set(['board', 'adopts'])
      expect(kept).toMatchObject({ begun: true, steps: [{ id: 'council', capacity: 'adopts' }] })
      // It is the same elsewhere, the days of the bodies that are gone too.
      const dossier = await read<Dossier>(coordinator, '/dossier')
      const elsewhere = `/api/v1/agendas/${makeId<AgendaId>()}`
      const take = { as: coordinator, method: 'PUT', headers: json }
      expect((await post(server, `${elsewhere}/dossier`, dossier, take)).status).toBe(201)
      const there = (await (await server.ask(`${elsewhere}/adoption`, { as: coordinator })).json()) as Adoption
      expect(partyIn(there, 'dordrecht')).toEqual(kept)
    })

    it('[V11] is recorded with the mandate of the party, and not without', async () => {
      await freeze()
      const state = { outcome: 'done', date: '2020-01-20', reference: 'B-17', link: 'https://example.nl/besluit' }
      for (const visitor of [editor, parent, reader])
        expect(await typeOf(talk.send(visitor, 'PUT', stepPath('dordrecht', 'college'), state))).toBe(
          '/problems/not-allowed',
        )
      await giveMandate(parent, 'ouderplatform')
      expect(await typeOf(talk.send(parent, 'PUT', stepPath('dordrecht', 'college'), state))).toBe(
        '/problems/not-allowed',
      )
      const mine = await record(parent, 'ouderplatform', 'board', state)
      expect(mine).toMatchObject({
        outcome: 'adopted',
        steps: [{ state, recorded: { person: parent.person } }],
      })
      expect(mine.steps[0]?.recorded).not.toHaveProperty('ground')
    })

    it('[V11] is recorded by a coordinator on behalf of a party, with the ground, and everyone sees that', async () => {
      await freeze()
      const state = { outcome: 'done', date: '2020-01-20' }
      const without = await problemOf(await talk.send(coordinator, 'PUT', stepPath('dordrecht', 'college'), state))
      expect(without.errors?.[0]?.path).toBe('ground')
      const listener = await talk.listen(parent)
      await record(coordinator, 'dordrecht', 'college', { ...state, ground: 'Brief van 21 januari' })
      await listener.client.frame((frame) => new TextDecoder().decode(frame).includes('"kind":"adoption"'))
      listener.close()
      expect(partyIn(await read<Adoption>(reader, '/adoption'), 'dordrecht')?.steps[0]).toMatchObject({
        state,
        recorded: { person: coordinator.person, ground: 'Brief van 21 januari' },
      })
    })

    it('[V11] is recorded once more when its ground is corrected, or the party itself says the same', async () => {
      await freeze()
      const state = { outcome: 'done', date: '2020-01-20' }
      const recordedBy = async (as: Visitor, ground?: string) =>
        (await record(as, 'ouderplatform', 'board', { ...state, ...(ground && { ground }) })).steps[0]?.recorded
      const first = await recordedBy(coordinator, 'Brif van 21 januari')
      expect(await recordedBy(coordinator, 'Brif van 21 januari')).toEqual(first)
      expect(await recordedBy(coordinator, 'Brief van 21 januari')).toMatchObject({ ground: 'Brief van 21 januari' })
      await giveMandate(parent, 'ouderplatform')
      const own = await recordedBy(parent)
      expect(own).toMatchObject({ person: parent.person })
      expect(own).not.toHaveProperty('ground')
      expect(await recordedBy(parent)).toEqual(own)
      const { adoptionStates } = await read<Dossier>(coordinator, '/dossier')
      expect(adoptionStates.map(({ person, ground }) => [person, ground])).toEqual([
        [coordinator.person, 'Brif van 21 januari'],
        [coordinator.person, 'Brief van 21 januari'],
        [parent.person, null],
      ])
    })

    it('[V11] keeps how it stood before on record, for everyone to read, and nobody else', async () => {
      await freeze()
      const historyPath = `${stepPath('ouderplatform', 'board')}/history`
      expect(await read<StepHistory>(reader, historyPath)).toEqual({ states: [] })
      await giveMandate(parent, 'ouderplatform')
      const reserved = { outcome: 'done-with-reservation', date: '2020-01-20', words: 'Mits er geld is.' }
      await record(coordinator, 'ouderplatform', 'board', { ...reserved, ground: 'Brief' })
      const party = await record(parent, 'ouderplatform', 'board', { outcome: 'done', date: '2020-01-20' })
      expect(party.steps[0]?.earlier).toBe(1)
      const { states } = await read<StepHistory>(reader, historyPath)
      expect(states).toEqual([
        { state: { outcome: 'done', date: '2020-01-20' }, recorded: party.steps[0]?.recorded },
        { state: reserved, recorded: { person: coordinator.person, ground: 'Brief', at: expect.any(String) } },
      ])
      for (const path of [
        stepPath('dordrecht', 'nergens'),
        stepPath('nergens', 'college'),
        stepPath('dordrecht', 'college', 9),
      ])
        expect((await talk.send(reader, 'GET', `${path}/history`)).status).toBe(404)
    })

    it('[V12] [V13] is refused with what is wrong when its days or its order are', async () => {
      await freeze()
      const wrong = async (step: string, state: object) =>
        (
          await problemOf(
            await talk.send(coordinator, 'PUT', stepPath('dordrecht', step), { ...state, ground: 'Gebeld' }),
          )
        ).errors?.[0]?.path
      expect(await wrong('council', { outcome: 'done', date: '2020-01-20' })).toBe('outcome')
      expect(await wrong('college', { outcome: 'done' })).toBe('date')
      expect(await wrong('college', { outcome: 'done', date: '2999-01-01' })).toBe('date')
      expect(await wrong('college', { outcome: 'declined', date: '2020-01-20' })).toBe('words')
      expect(await wrong('college', { outcome: 'mooi' })).toBe('outcome')
      for (const path of [
        stepPath('dordrecht', 'nergens'),
        stepPath('nergens', 'college'),
        stepPath('dordrecht', 'college', 9),
      ])
        expect((await talk.send(coordinator, 'PUT', path, { outcome: 'pending', ground: 'x' })).status).toBe(404)
      expect(partyIn(await read<Adoption>(reader, '/adoption'), 'dordrecht')?.outcome).toBe('pending')
    })

    it('[V26] is not put back by a form that was open while somebody else filled it in', async () => {
      await freeze()
      await giveMandate(parent, 'ouderplatform')
      const asked = { outcome: 'pending', due: '2027-03-01', ground: 'Oproep' }
      await record(coordinator, 'ouderplatform', 'board', asked)
      const before = await knownOf('ouderplatform', 'board')
      const decided = { outcome: 'done', date: '2020-01-20' }
      const now = await record(parent, 'ouderplatform', 'board', decided)
      const path = stepPath('ouderplatform', 'board')
      const later = { outcome: 'pending', due: '2027-04-01', ground: 'Oproep' }
      for (const expects of [before, null, undefined, 'gisteren']) {
        const answer = await talk.send(coordinator, 'PUT', path, { ...later, expects })
        expect(await problemOf(answer)).toMatchObject({ status: 409, type: '/problems/adoption-changed' })
      }
      expect(partyIn(await read<Adoption>(reader, '/adoption'), 'ouderplatform')).toEqual(now)
      // Whose answer was lost may send the same once more, whatever they knew.
      expect((await talk.send(parent, 'PUT', path, { ...decided, expects: before })).status).toBe(200)
      const expects = now.steps[0]?.recorded?.at
      expect((await talk.send(coordinator, 'PUT', path, { ...later, expects })).status).toBe(200)
    })

    it('[V12] [V14] keeps what a later body built on, word for word, and is not withdrawn before it was decided', async () => {
      await freeze()
      const refusal = async (step: string, state: object) => {
        const change = { ...state, ground: 'Brief', expects: await knownOf('dordrecht', step) }
        const answer = await talk.send(coordinator, 'PUT', stepPath('dordrecht', step), change)
        return (await problemOf(answer)).errors?.[0]
      }
      const reserved = { outcome: 'done-with-reservation', date: '2020-01-20', words: 'Mits er geld is.' }
      await record(coordinator, 'dordrecht', 'college', { ...reserved, ground: 'Brief' })
      const withdrawn = { outcome: 'withdrawn', words: 'Eerst overleg.' }
      expect(await refusal('college', { ...withdrawn, date: '2020-01-19' })).toEqual(
        refusalPlaces['withdrawn-too-early'],
      )
      await record(coordinator, 'dordrecht', 'council', { outcome: 'done', date: '2020-01-30', ground: 'Brief' })
      expect(await refusal('college', { ...reserved, words: 'Mits het Rijk betaalt.' })).toEqual(
        refusalPlaces['later-step-decided'],
      )
      await record(coordinator, 'dordrecht', 'college', { ...reserved, reference: 'B-17', ground: 'Brief' })
      await record(coordinator, 'dordrecht', 'council', { outcome: 'pending', ground: 'Brief' })
      const after = await record(coordinator, 'dordrecht', 'college', {
        ...withdrawn,
        date: '2020-01-25',
        ground: 'Brief',
      })
      expect(after.steps[0]).toMatchObject({ state: { outcome: 'withdrawn' }, withdraws: '2020-01-20' })
      expect(await refusal('college', { ...withdrawn, date: '2020-01-19' })).toEqual(
        refusalPlaces['withdrawn-too-early'],
      )
    })

    it('[K1] [K2] is in the audit trail, once, without a word of it', async () => {
      await freeze()
      const state = { outcome: 'done-with-reservation', date: '2020-01-20', words: 'Mits er geld is.', ground: 'Brief' }
      await record(coordinator, 'dordrecht', 'college', state)
      await record(coordinator, 'dordrecht', 'college', state)
      const trail = await read<AuditTrail>(coordinator, '/audit')
      const lines = trail.lines.filter(({ kind }) => kind === 'version' || kind.startsWith('adoption'))
      expect(lines.map(({ kind, subject }) => [kind, subject])).toMatchObject([
        ['version', { number: 1, hash: (await whole(1)).hash }],
        ['adoption-begun', { version: 1, organisation: 'dordrecht' }],
        ['adoption-on-behalf', { version: 1, organisation: 'dordrecht', step: 'college' }],
      ])
      expect(JSON.stringify(trail)).not.toContain('Mits er geld is.')
    })
  })

  describe('[B6] a dossier', () => {
    it('carries versions and their adoption, byte for byte, and they verify there', async () => {
      await freeze('Eerste')
      await change((doc) => titleIn(doc).insert(0, 'Nieuw: '))
      await freeze()
      await talk.send(coordinator, 'PUT', '/adoption/papendrecht', {
        steps: [{ id: 'raad', body: 'council', capacity: 'adopts' }],
        ground: 'Gebeld',
      })
      const state = { outcome: 'done', date: '2020-01-20', words: 'Akkoord.', ground: 'Brief' }
      await record(coordinator, 'dordrecht', 'college', state)
      const dossier = await read<Dossier>(coordinator, '/dossier')
      expect([dossier.versions.length, dossier.adoptionStates.length]).toEqual([2, 1])
      const elsewhere = makeId<AgendaId>()
      const take = (id: AgendaId, body: unknown) =>
        post(server, `/api/v1/agendas/${id}/dossier`, body, { as: coordinator, method: 'PUT', headers: json })
      expect((await take(elsewhere, dossier)).status).toBe(201)
      const answer = await server.ask(`/api/v1/agendas/${elsewhere}/dossier`, { as: coordinator })
      const there = (await answer.json()) as Dossier
      expect(JSON.stringify({ ...there, agenda: '', epoch: '' })).toBe(
        JSON.stringify({ ...dossier, agenda: '', epoch: '' }),
      )
      const version = await (await server.ask(`/api/v1/agendas/${elsewhere}/versions/2`, { as: coordinator })).text()
      expect(version).toBe(await (await talk.send(coordinator, 'GET', '/versions/2')).text())
      expect(await verify(version)).toMatchObject({ code: 0 })

      const spoilt: [what: string, Partial<Dossier>][] = [
        ['a word that was changed', { versions: withTitle(dossier, 'Iets anders') }],
        ['a version that was taken out', { versions: dossier.versions.slice(0, 1) }],
        ['half of a character', { versions: withTitle(dossier, '\ud800') }],
        ['an outcome that was changed', { adoptionStates: dossier.adoptionStates.map((row) => ({ ...row, at: 1 })) }],
        ['steps of which one is missing', { adoptionSteps: [] }],
        ['other settings', { adoptionSettings: [] }],
        ['another ground', { adoptionSettings: dossier.adoptionSettings.map((row) => ({ ...row, ground: 'Anders' })) }],
        ['settings of nobody', { adoptionSettings: dossier.adoptionSettings.map((row) => ({ ...row, person: null })) }],
      ]
      for (const [what, part] of spoilt)
        expect((await take(makeId<AgendaId>(), { ...dossier, ...part })).status, what).toBe(422)
    }, 60_000)
  })
}

function withTitle({ versions }: Dossier, title: string): Dossier['versions'] {
  return versions.map((version) => ({
    ...version,
    items: version.items.map((item) => ({ ...item, content: { ...item.content, title } })),
  }))
}

/** Runs the script of docs/ on an answer of the server. */
async function verify(text: string): Promise<{ code: number; says: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-version-'))
  try {
    const file = join(folder, 'version.json')
    await writeFile(file, text)
    return await new Promise((resolve) => {
      execFile(process.execPath, [script, file], (error, says) => resolve({ code: error ? 1 : 0, says }))
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
