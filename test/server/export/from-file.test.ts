import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillDemo } from '../../../server/demo/fill.ts'
import { takeInOnce } from '../../../server/rooms/dossier.ts'
import { draftModel } from '../../../server/rooms/export-model.ts'
import { foundFromFile } from '../../../server/rooms/from-file.ts'
import type { Room } from '../../../server/rooms/room.ts'
import type { Organisation } from '../../../shared/agenda.ts'
import type { Me } from '../../../shared/api.ts'
import { asMap, itemsMap } from '../../../shared/document/layout.ts'
import { longest } from '../../../shared/document/longest.ts'
import { bodyFragment, readItem } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import * as write from '../../../shared/document/write.ts'
import { toJson } from '../../../shared/export/json.ts'
import { makeExportModel } from '../../../shared/export/make-model.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { makeVersionModel } from '../../../shared/export/version-model.ts'
import { type NewFromFile, newFromFile } from '../../../shared/from-export/file.ts'
import { asId, type EntryId, type ItemId, type PersonId } from '../../../shared/ids.ts'
import { readDraft } from '../../../shared/version/version.ts'
import { Chance } from '../../kit/chance.ts'
import { makeMemoryRoom } from '../../kit/memory-room.ts'
import { cook, garbage, type Recipe } from '../../shared/garbage.ts'
import { demoModel, demoSource, hostileModel, sourceOf } from './agendas.ts'

const anna: Me = {
  person: asId<PersonId>('anna'),
  name: 'Anna',
  initials: 'A',
  organisation: 'Dordrecht',
  organisationKind: 'municipality',
  demo: false,
}

type Change = { party?: string; referenceNumbers?: boolean }

/** The request that makes an agenda from an export, as it comes over the wire. */
function requestOf(agenda: ExportedAgenda | string, change: Change = {}): NewFromFile {
  const file: unknown = JSON.parse(typeof agenda === 'string' ? agenda : toJson(agenda))
  const party = demoModel().parties[0]?.id
  return v.parse(newFromFile, { file, ...(party && { party }), ...change })
}

function takenIn(agenda: ExportedAgenda, change: Change = {}): Room {
  const room = makeMemoryRoom(() => 5000)
  expect(foundFromFile(() => room, requestOf(agenda, change), anna, 5000)).toEqual({ answer: 'made' })
  return room
}

/** The bytes of an export, but for what says which agenda it is and when. */
function bytes(agenda: ExportedAgenda): string {
  return toJson({ ...agenda, id: 'x', edition: { kind: 'draft', at: '' } })
}

describe('an agenda that is made from its own export', () => {
  it.each([
    ['the demo', () => demoModel()],
    ['the demo with what was struck', () => demoModel({ struck: true })],
    ['500 items of hostile text', () => hostileModel(500)],
    [
      'nothing but a title',
      () => makeExportModel({ ...sourceOf(new Y.Doc(), []), organisations: demoSource().organisations }),
    ],
  ])(
    '[I20] exports the same bytes again: %s',
    (_name, make) => {
      const model = make()
      const room = takenIn(model)
      expect(bytes(draftModel(room, { struck: model.struck !== undefined }, 0))).toBe(bytes(model))
    },
    60_000,
  )

  it('[I20] has its numbers, and the next item gets the one after them', () => {
    const source = demoSource()
    const room = takenIn(demoModel())
    const numbers = new Map(room.store.items().map(({ item, number }) => [item, number]))
    for (const [item, number] of numbers) expect(source.numbers.get(item)).toBe(number)
    const struck = source.numbers.size - numbers.size
    expect(struck).toBeGreaterThan(0)
    expect(Math.max(...numbers.values())).toBeGreaterThan(numbers.size)
  })

  it('[I22] is what people talk about again, where a version had it agreed; all else comes back', () => {
    const source = demoSource()
    const draft = readDraft(source.doc, {
      ...{ region: source.region, organisations: source.organisations, plans: source.plans },
      ...{ numbers: source.numbers, previous: undefined },
    })
    const version = {
      ...{ number: 1, hash: 'f'.repeat(64), by: anna.person, positions: {} },
      metadata: { ...draft.metadata, at: '2026-11-22T12:00:00.000Z' },
      items: draft.items.map((item) => ({ ...item, salt: '', hash: '' })),
    }
    const people = new Map(source.members.map(({ person, name }) => [person, name]))
    const model = makeVersionModel('drechtsteden', version, people)
    const themes = model.themes.map((theme) => ({
      ...theme,
      items: theme.items.map((item) => ({
        ...item,
        status: item.status === 'agreed' ? ('discussing' as const) : item.status,
      })),
    }))
    expect(bytes(draftModel(takenIn(model), {}, 0))).toBe(bytes({ ...model, themes }))
  })
})

/** Numbers of people that do not exist: the first passes the eleven-test. */
const [bsn, other] = ['111222333', '111222334']

describe('a file', () => {
  const small = () => {
    const doc = new Y.Doc()
    const [item, entry] = [asId<ItemId>('punt'), asId<EntryId>('een')]
    write.setAgendaTitle(doc, 'Agenda')
    write.createItem(doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a1' })
    write.addLink(doc, item, { id: entry, name: 'Plan', url: 'https://example.nl', kind: 'document' })
    write.addAgreement(doc, item, { id: entry, text: 'Bellen', rank: 'a1', organisation: asId('dordrecht') })
    write.addIndicator(doc, item, { id: entry, name: 'Thuis', unit: 'kinderen', direction: 'down', target: 3 })
    write.setMeasurement(doc, item, entry, '2026-10-01', { value: 2, source: 'SWV' })
    const body = bodyFragment(doc, item)
    if (body) writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: 'Aanleiding', marks: {} }] }])
    return makeExportModel(sourceOf(doc, [item]))
  }
  /** Somebody who spoils a file by hand. */
  const spoilt = (from: string, to: string) => {
    const text = toJson(small())
    expect(text).toContain(from)
    return text.replace(from, to)
  }
  const answerTo = (text: string, change: Change = {}) => {
    const room = makeMemoryRoom(() => 0)
    const answer = foundFromFile(() => room, requestOf(text, change), anna, 0)
    if (answer.answer !== 'made') expect(room.epoch).toBe('')
    return answer
  }

  it.each([
    ['an id that is none', '"id":"punt"', '"id":"a b"', /^file\.themes\.0\.items\.0\.id$/],
    [
      'a party that is not at the table',
      '"organisation":"Gemeente Dordrecht"',
      '"organisation":"Gemeente Nergens"',
      /\.organisation$/,
    ],
    ['a rank that is none', '"rank":"a1"', '"rank":"a 1"', /items\.0\.rank$/],
    ['a link that does something', 'https://example.nl', 'javascript:alert(1)', /links\.0\.url$/],
    ['a number below one', '"number":1', '"number":0', /items\.0\.number$/],
    ['a title that is too long', '"Vervoer"', `"${'x'.repeat(longest.line + 1)}"`, /items\.0\.title$/],
    ['a party twice', '"name":"Gemeente Alblasserdam"', '"name":"Gemeente Dordrecht"', /^file\.parties\.\d+\.name$/],
    ['a struck item among the others', '"status":"proposed"', '"status":"struck"', /items\.0\.status$/],
    ['a theme that is not on the list', '"themes":[{', '"themes":[{"id":"nergens",', /^file\.themes\.0$/],
  ])('[I21] is refused with where: %s', (_what, from, to, path) => {
    expect(answerTo(spoilt(from, to))).toMatchObject({
      answer: 'invalid',
      mistakes: expect.arrayContaining([expect.objectContaining({ path: expect.stringMatching(path) })]),
    })
  })

  it.each([
    ['a bare value of 1 to 4 [P1]', '"value":"masked"', '"value":2'],
    ['another format', '"ontwikkelagenda-export"', '"iets-anders"'],
    ['a day that does not exist', '2026-10-01', '2026-02-31'],
    ['a block that nobody knows', '"type":"paragraph"', '"type":"table"'],
  ])('[I21] is refused at the door: %s', (_what, from, to) => {
    expect(v.safeParse(newFromFile, { file: JSON.parse(spoilt(from, to)) }).success).toBe(false)
  })

  it('[I20] [I21] tells apart two plans of one name, by their ids; a file that has none of those is refused', () => {
    const [one, other] = demoSource().plans
    if (!one || !other) throw new Error('a demo without plans')
    const doc = new Y.Doc()
    for (const [index, { id }] of [one, other].entries()) {
      const item = asId<ItemId>(`punt-${index}`)
      write.createItem(doc, { id: item, title: `Punt ${index}`, duty: 'joint', rank: `a${index}` })
      write.setInSet(doc, item, 'plans', id, true)
    }
    const source = {
      ...sourceOf(doc, [asId<ItemId>('punt-0'), asId<ItemId>('punt-1')]),
      organisations: demoSource().organisations,
    }
    const model = makeExportModel({ ...source, plans: [one, { ...other, name: one.name }] })
    expect(bytes(draftModel(takenIn(model), {}, 0))).toBe(bytes(model))
    const items = model.themes.flatMap((theme) => theme.items)
    expect(items.map(({ planIds }) => planIds)).toEqual([[one.id], [other.id]])

    const text = toJson(model)
    const refused = (file: string) => answerTo(file).answer === 'invalid'
    expect(refused(text)).toBe(false)
    // What was exported before ids went along is taken in by names, which then have to say which plan it is.
    const old = text.replaceAll(/"planIds":\[[^\]]*\],/g, '')
    expect(old).not.toBe(text)
    expect(answerTo(old)).toMatchObject({ mistakes: [{ path: expect.stringMatching(/plans\.0$/) }, {}] })
    const unlike = toJson(makeExportModel({ ...source, plans: [one, other] }))
    expect(refused(unlike.replaceAll(/"planIds":\[[^\]]*\],/g, ''))).toBe(false)
    expect(refused(unlike.replace(`"planIds":["${one.id}"]`, `"planIds":["${other.id}"]`))).toBe(true)
    expect(refused(unlike.replace(`"planIds":["${one.id}"]`, '"planIds":[]'))).toBe(true)
  })

  it('[I21] that nests without end is refused', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(v.safeParse(newFromFile, { file: JSON.parse(spoilt('"body":[', `"body":[${deep},`)) }).success).toBe(false)
    const list = (inner: string) => `{"type":"bullet_list","items":[[${inner}]]}`
    const nested = Array.from({ length: 25 }).reduce<string>(list, '{"type":"paragraph","content":[]}')
    expect(answerTo(spoilt('"body":[', `"body":[${nested},`))).toMatchObject({ answer: 'invalid' })
  })

  it('[I21] with a citizen service number is refused, until somebody says that it is a reference number', () => {
    for (const word of ['Aanleiding', 'Bellen', 'Vervoer', 'SWV']) {
      expect(answerTo(spoilt(word, `kenmerk ${bsn}`)), word).toMatchObject({ answer: 'bsn', mistakes: [{}] })
      expect(answerTo(spoilt(word, `kenmerk ${bsn}`), { referenceNumbers: true })).toEqual({ answer: 'made' })
      expect(answerTo(spoilt(word, `kenmerk ${other}`))).toEqual({ answer: 'made' })
    }
  })

  it('[I20] is taken in once, and never over another agenda', () => {
    const room = makeMemoryRoom(() => 0)
    const again = () => foundFromFile(() => room, requestOf(small()), anna, 0)
    expect([again(), again()]).toEqual([{ answer: 'made' }, { answer: 'made' }])
    expect(foundFromFile(() => room, requestOf(demoModel()), anna, 0)).toEqual({ answer: 'taken' })
    const bram = { ...anna, person: asId<PersonId>('bram') }
    expect(foundFromFile(() => room, requestOf(small()), bram, 0)).toEqual({ answer: 'taken' })
  })

  it('[I20] with annexes is taken in without them', () => {
    const text = toJson(small()).replace(
      '{"allThemes"',
      '{"history":{"changes":[{}],"isCut":true},"comments":"?","allThemes"',
    )
    expect(answerTo(text)).toEqual({ answer: 'made' })
  })

  it('[I23] makes its maker coordinator for a party, or for their own organisation', () => {
    const swv = demoModel().parties.find(({ kind }) => kind === 'alliance') as Organisation
    const room = takenIn(small(), { party: swv.id })
    expect(room.member(anna.person)).toMatchObject({ role: 'coordinator', organisation: swv.id })
    const elsewhere = makeMemoryRoom(() => 0)
    const { party: _party, ...request } = requestOf(small())
    foundFromFile(() => elsewhere, request, { ...anna, organisation: 'Bureau' }, 0)
    const { organisations } = elsewhere.store.seat()
    expect(organisations.find(({ id }) => id === elsewhere.member(anna.person)?.organisation)?.name).toBe('Bureau')
    expect(answerTo(toJson(small()), { party: 'nergens' })).toMatchObject({ mistakes: [{ path: 'party' }] })
  })

  it('[I23] leaves whom it names on record as who was there before, with no way in', () => {
    const room = takenIn(demoModel())
    const named = demoModel().themes.flatMap(({ items }) => items.flatMap(({ owner }) => owner?.person ?? []))
    const former = room.store.everyMember().filter(({ person }) => person !== anna.person)
    expect(former.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
    expect(new Set(former.map(({ name }) => name)).size).toBe(former.length)
    expect(room.store.seat().members.map(({ person }) => person)).toEqual([anna.person])
    for (const { person } of former) expect(room.mayConnect(person)).toBe('not-found')
    expect(readItem(room.doc, asId<ItemId>('punt-12'))?.owner.person).toBeDefined()
  })

  it('[B6] makes an agenda that can be carried, gaps in its numbers or not', () => {
    const room = takenIn(demoModel())
    const there = makeMemoryRoom(() => 0)
    return expect(takeInOnce(() => there, room.dossier(), anna)).resolves.toEqual({ answer: 'made' })
  })
})

it('[I20] [D1] whatever a broken client wrote: what its export says comes back', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const chance = new Chance(seed)
    const { doc, order } = brokenAgenda(chance, fc.sample(garbage, { seed, numRuns: 30 }))
    const model = makeExportModel(sourceOf(doc, order), { struck: true })
    expect(bytes(draftModel(takenIn(model, { referenceNumbers: true }), { struck: true }, 0)), `seed ${seed}`).toBe(
      bytes(model),
    )
  }
}, 180_000)

/** The demo agenda with anything at all in some of its places. */
function brokenAgenda(chance: Chance, recipes: readonly Recipe[]): { doc: Y.Doc; order: ItemId[] } {
  const doc = new Y.Doc()
  const order = fillDemo(doc, '2026-11-22')
  for (const recipe of recipes) {
    let map = asMap(itemsMap(doc).get(chance.oneOf(order)))
    while (map && map.size > 0) {
      const key = chance.oneOf([...map.keys()])
      const inner = asMap(map.get(key))
      if (inner && chance.below(3) > 0) map = inner
      else {
        map.set(key, cook(recipe))
        break
      }
    }
  }
  return { doc, order }
}
