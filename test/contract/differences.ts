import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Agenda } from '../../shared/api.ts'
import { readItem, titleText } from '../../shared/document/read.ts'
import {
  addAgreement,
  addIndicator,
  setAgendaTitle,
  setEntry,
  setInSet,
  setItemValues,
  setMeasurement,
  strikeItem,
} from '../../shared/document/write.ts'
import { differenceFormats, exportFormats } from '../../shared/export/formats.ts'
import { asId, type EntryId, makeId } from '../../shared/ids.ts'
import type { Adoption } from '../../shared/version/api.ts'
import { type Differences, differences } from '../../shared/version/differences.ts'
import { freezing } from '../kit/freezing.ts'
import { problemOf } from '../kit/http.ts'
import { useRegion, useTalk, useWriting } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'

/** What changed between two moments, in whatever runtime (rules V6 to V8). */
export function differencesContract(start: () => Promise<Runtime>): void {
  const region = useRegion(start)
  const { server, coordinator, reader } = region
  const talk = useTalk(region)
  const writing = useWriting(region, talk, coordinator)
  const { freeze, change: changeIn } = freezing(talk, coordinator)
  const change = (write: (doc: Y.Doc) => void) => changeIn(writing.doc, write)

  const question = (from: string, to: string, more = {}) => new URLSearchParams({ from, to, ...more })
  const ask = (as: Visitor, from: string, to: string, more = {}) =>
    talk.send(as, 'GET', `/differences?${question(from, to, more)}`)

  async function found(as: Visitor, from: string, to: string, more = {}): Promise<Differences> {
    const answer = await ask(as, from, to, more)
    expect(answer.status).toBe(200)
    return v.parse(differences, await answer.json())
  }

  const rename = (words: string) => (doc: Y.Doc) => titleText(doc, talk.item)?.insert(0, words)

  it('[V6] says of each item what became of it, between versions, now and a moment in the past', async () => {
    await freeze()
    const between = new Date().toISOString()
    await change(rename('Samen: '))
    await change((doc) => strikeItem(doc, talk.otherItem, 'Dit doet de school zelf.'))
    await freeze()
    await change((doc) => {
      const theme = readItem(doc, talk.item)?.theme
      setItemValues(doc, talk.item, { duty: readItem(doc, talk.item)?.duty === 'joint' ? 'municipality' : 'joint' })
      expect(theme).toBeDefined()
    })
    const versions = await found(reader, 'version:1', 'version:2')
    expect(versions).toMatchObject({ from: { kind: 'version', number: 1 }, to: { kind: 'version', number: 2 } })
    const [renamed, struck] = [talk.item, talk.otherItem].map((id) => versions.items.find(({ item }) => item === id))
    expect(versions.items).toHaveLength(2)
    expect(renamed).toMatchObject({ kind: 'changed', isMoved: false, fields: [{ field: 'title' }] })
    expect(renamed?.fields[0]?.after).toBe(`Samen: ${renamed?.fields[0]?.before}`)
    expect(struck?.kind).toBe('struck')
    expect(struck?.fields.map(({ after }) => after)).toEqual(struck?.fields.map(() => undefined))

    const sinceThen = await found(coordinator, between, 'version:2')
    expect(sinceThen.items).toMatchObject(versions.items.map(({ item, kind }) => ({ item, kind })))
    const now = await found(coordinator, 'version:1', 'now')
    expect(now.items.find(({ item }) => item === talk.item)).toMatchObject({ kind: 'changed', isMoved: true })
    expect(now.items.find(({ item }) => item === talk.otherItem)?.reason).toBe('Dit doet de school zelf.')
    const turned = await found(coordinator, 'now', 'version:1')
    expect(turned.items.find(({ item }) => item === talk.otherItem)?.kind).toBe('added')
    expect((await found(coordinator, 'version:2', 'version:2')).items).toEqual([])
    // What is still to come is as it is now.
    expect((await found(coordinator, 'now', '2999-01-01')).to.kind).toBe('now')
  })

  it('[V6] says apart how items went on, and what became of the agenda itself', async () => {
    const [promise, counter] = [makeId<EntryId>(), makeId<EntryId>()]
    await change((doc) => {
      addAgreement(doc, talk.item, { id: promise, text: 'Wij bellen elkaar.', rank: 'a1' })
      addIndicator(doc, talk.item, { id: counter, name: 'Thuis', unit: 'kinderen', direction: 'down', target: 0 })
      setMeasurement(doc, talk.item, counter, '2026-10-01', { value: 3, source: '' })
    })
    await freeze()
    await change((doc) => {
      setItemValues(doc, talk.item, { priority: 'high', status: 'in-progress' })
      setEntry(doc, talk.item, 'agreements', promise, { done: '2026-11-20' })
      setMeasurement(doc, talk.item, counter, '2026-10-01', { value: 4, source: '' })
      setMeasurement(doc, talk.item, counter, '2026-11-01', { value: 2, source: '' })
    })
    await freeze()
    const between = await found(reader, 'version:1', 'version:2')
    expect([between.items, between.about]).toEqual([[], []])
    expect(between.progress.map(({ item }) => item)).toEqual([talk.item])
    const steps = between.progress[0]?.steps ?? []
    expect(steps).toContainEqual({ field: 'status', before: 'proposed', after: 'in-progress' })
    expect(steps).toContainEqual(expect.objectContaining({ field: 'priority', after: 'high' }))
    expect(steps).toContainEqual({ field: 'done', name: 'Wij bellen elkaar.', after: '2026-11-20' })
    // A count of 1 to 4 is not told from another of these.
    const measured = steps.filter(({ field }) => field === 'measured')
    expect(measured).toEqual([{ field: 'measured', name: 'Thuis', day: '2026-11-01', after: 'masked' }])

    await change((doc) => setAgendaTitle(doc, 'Een andere naam'))
    const { about, items } = await found(coordinator, 'version:2', 'now')
    expect(about).toEqual([{ field: 'title', before: [expect.any(String)], after: ['Een andere naam'] }])
    expect(items).toEqual([])
    const nowhere = await found(coordinator, 'version:1', 'now', { party: 'papendrecht' })
    expect(nowhere.progress).toEqual([])
  })

  it('[V6] brings the names of all that it names, and of nothing else', async () => {
    await change((doc) => {
      setInSet(doc, talk.item, 'involved', 'dordrecht', true)
      setInSet(doc, talk.otherItem, 'involved', 'papendrecht', true)
    })
    await freeze()
    await change(rename('Anders: '))
    await change((doc) => setInSet(doc, talk.item, 'involved', 'zwijndrecht', true))
    const { organisations } = (await (await talk.send(reader, 'GET', '')).json()) as Agenda
    const { names, items } = await found(coordinator, 'version:1', 'now')
    expect(items).toHaveLength(1)
    const named = organisations.filter(({ id }) => id === 'dordrecht' || id === 'zwijndrecht')
    expect(names.organisations).toEqual(Object.fromEntries(named.map(({ id, name }) => [id, name])))
    expect(names.people).toEqual({})
  })

  it('[V6] of one party has the items that it pulls or is involved in, before or after', async () => {
    await change((doc) => setInSet(doc, talk.item, 'involved', 'dordrecht', true))
    await freeze()
    await change(rename('Anders: '))
    await change((doc) => setInSet(doc, talk.item, 'involved', 'dordrecht', false))
    await change((doc) => titleText(doc, talk.otherItem)?.insert(0, 'Ook: '))
    const mine = await found(coordinator, 'version:1', 'now', { party: 'dordrecht' })
    expect(mine.items.map(({ item }) => item)).toEqual([talk.item])
    expect(mine.names.organisations.dordrecht).toBeDefined()
    expect((await found(coordinator, 'version:1', 'now', { party: 'papendrecht' })).items).toEqual([])
    expect((await ask(coordinator, 'version:1', 'now', { party: 'nergens' })).status).toBe(404)
  })

  it('[V6] compares with what the bodies of a party adopted last, and with nothing before that', async () => {
    await freeze()
    const first = await found(reader, 'adopted:dordrecht', 'version:1')
    expect(first.from).toEqual({ kind: 'nothing', adoptedBy: 'dordrecht' })
    expect(first.items.every(({ kind }) => kind === 'added')).toBe(true)
    expect(first.items.length).toBeGreaterThan(5)
    const { settings } = (await (await talk.send(coordinator, 'GET', '/adoption')).json()) as Adoption
    const steps = settings.find(({ organisation }) => organisation === 'dordrecht')?.steps ?? []
    const today = new Date().toISOString().slice(0, 10)
    for (const { id } of steps) {
      const answer = await talk.send(coordinator, 'PUT', `/versions/1/adoption/dordrecht/${id}`, {
        outcome: 'done',
        date: today,
        ground: 'Telefonisch doorgegeven',
      })
      expect(answer.status).toBe(200)
    }
    await change(rename('Tweede: '))
    await freeze()
    const next = await found(reader, 'adopted:dordrecht', 'version:2')
    expect(next.from).toMatchObject({ kind: 'version', number: 1, adoptedBy: 'dordrecht' })
    expect(next.items.map(({ item }) => item)).toEqual([talk.item])
    expect((await ask(reader, 'adopted:nergens', 'version:2')).status).toBe(404)
  })

  it('[V7] shows readers versions only, and says of what cannot be read as a moment that it is none', async () => {
    await freeze()
    for (const [from, to] of [
      ['version:1', 'now'],
      ['2026-01-01', 'version:1'],
      ['now', 'now'],
    ] as const) {
      const answer = await ask(reader, from, to)
      expect([answer.status, (await problemOf(answer)).type]).toEqual([403, '/problems/not-allowed'])
    }
    expect((await ask(reader, 'version:1', 'version:1')).status).toBe(200)
    expect((await ask(coordinator, 'version:1', 'version:2')).status).toBe(404)
    const answer = await ask(coordinator, 'gisteren', 'now')
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).errors).toMatchObject([{ path: 'from' }])
  })

  it('[P1] does not tell one value of 1 to 4 from another', async () => {
    const entry = makeId<EntryId>()
    await change((doc) =>
      addIndicator(doc, talk.item, {
        id: entry,
        name: 'Thuiszitters',
        unit: 'kinderen',
        direction: 'down',
        baseline: 3,
        target: 0,
      }),
    )
    await freeze()
    const { items } = await found(coordinator, '2020-01-01', 'now')
    const indicator = items.flatMap(({ fields }) => fields).find((field) => field.entry === entry)
    expect(indicator?.after).toMatchObject({ baseline: 'masked', target: 0 })
  })

  it('[V7] lets nobody have the past read over and over', async () => {
    const editor = await server.signIn('beleidsadviseur-dordrecht')
    const answers: number[] = []
    for (let times = 0; times < 120 && !answers.includes(429); times++)
      answers.push((await ask(editor, '2020-01-01', 'now')).status)
    expect(answers[0]).toBe(200)
    expect(answers.at(-1)).toBe(429)
    // It is theirs alone.
    expect((await ask(coordinator, 'now', 'now')).status).toBe(200)
  }, 60_000)

  it.each(differenceFormats)(
    '[V8] is a file as %s',
    async (format) => {
      await freeze()
      await change(rename('Samen verder: '))
      const path = `/differences/export/${format}?${question('version:1', 'now', { language: 'nl' })}`
      const answer = await talk.send(coordinator, 'GET', path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(exportFormats[format])
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`filename="verschillen-[a-z0-9-]+-v1-\\d{4}-\\d{2}-\\d{2}T\\d{4}\\.${format}"`, 'i'),
      )
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect(bytes.length).toBeGreaterThan(400)
      if (format === 'md') expect(new TextDecoder().decode(bytes)).toContain('**Samen verder:**')
      const asReader = await talk.send(reader, 'GET', path)
      expect(asReader.status).toBe(403)
    },
    30_000,
  )

  it('[A3] answers a question for the head alone like the whole', async () => {
    const answer = await talk.send(coordinator, 'HEAD', `/differences/export/md?${question('now', 'now')}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, exportFormats.md])
  })

  it('[A3] knows no other form', async () => {
    expect((await talk.send(coordinator, 'GET', `/differences/export/xlsx?${question('now', 'now')}`)).status).toBe(404)
  })

  describe('as JSON', () => {
    it('[V6] has the same whatever the order in which it is asked', async () => {
      await freeze()
      await change(rename('Samen: '))
      const query = question('version:1', 'version:1', { party: asId('dordrecht') })
      const [one, other] = await Promise.all(
        [1, 2].map(async () => (await talk.send(coordinator, 'GET', `/differences/export/json?${query}`)).text()),
      )
      expect(one).toBe(other)
      expect(JSON.parse(one ?? '')).toMatchObject({
        format: 'ontwikkelagenda-differences',
        formatVersion: 1,
        items: [],
      })
    })
  })
}
