import * as v from 'valibot'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { parseCsv } from '../../shared/csv.ts'
import { titleText } from '../../shared/document/read.ts'
import { addIndicator, setMeasurement, setOwner } from '../../shared/document/write.ts'
import type { ExportChoices } from '../../shared/export/choices.ts'
import { type ExportFormat, exportFormats } from '../../shared/export/formats.ts'
import { type ExportedFile, exportedAgenda } from '../../shared/export/schema.ts'
import { asId, type EntryId, type OrganisationId } from '../../shared/ids.ts'
import type { Adoption } from '../../shared/version/api.ts'
import { Talk } from '../kit/comments.ts'
import { readExportStream } from '../kit/export-stream.ts'
import { freezing } from '../kit/freezing.ts'
import { connectPlain, synced } from '../kit/plain-client.ts'
import { useRegion } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'

const annexes = ['comments', 'differences', 'adoption', 'history'] as const
const quiet = 'Dit is verborgen.'

/** The choices of an export and what stands behind the agenda, in whatever runtime: rules X8 to X11 of shared/SPEC.md. */
export function exportAnnexesContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, parent, reader } = useRegion(start)
  const talk = new Talk(server)
  const { hashNow, freeze } = freezing(talk, coordinator)

  beforeAll(async () => {
    await talk.begin(coordinator)
    await speak()
    await freeze()
    await change((doc) => {
      titleText(doc, talk.item)?.insert(0, 'Nieuw: ')
      setOwner(doc, talk.item, { organisation: asId<OrganisationId>('dordrecht') })
      const id = asId<EntryId>('thuis')
      addIndicator(doc, talk.item, { id, name: 'Thuis', unit: 'kinderen', direction: 'down', target: 0 })
      setMeasurement(doc, talk.item, id, '2026-10-01', { value: 3, source: '' })
    })
    await plan()
  }, 60_000)

  /** What parents said, what was answered, and what nobody may read in a file. */
  async function speak(): Promise<void> {
    const answered = await talk.say(parent, 'Vraag het ook aan de kinderen.')
    await talk.say(coordinator, 'Dat doen wij.', { thread: answered.id })
    await talk.send(coordinator, 'PUT', `/comments/${answered.id}/answer`, {
      outcome: 'partly',
      reason: 'Vanaf 12 jaar.',
      organisation: talk.organisation(coordinator),
    })
    await talk.say(parent, 'Hier is nog geen antwoord op.', { item: talk.otherItem })
    for (const state of ['hidden', 'reported', 'withdrawn'] as const) {
      const { id } = await talk.say(parent, `${quiet} ${state}`)
      const by = state === 'withdrawn' ? parent : coordinator
      const why = state === 'withdrawn' ? {} : { reason: 'Hoort hier niet.' }
      expect((await talk.send(by, 'PUT', `/comments/${id}/state`, { state, ...why })).status).toBe(200)
      if (state === 'hidden') await talk.say(coordinator, 'Een losse reactie.', { thread: id })
    }
  }

  async function change(write: (doc: Y.Doc) => void): Promise<void> {
    const before = await hashNow()
    const writing = connectPlain(server.url, talk.agenda, coordinator)
    await synced(writing)
    write(writing.doc)
    await vi.waitUntil(async () => (await hashNow()) !== before, { timeout: 20_000 })
    writing.close()
  }

  /** A step of one party has a day by which it is due. */
  async function plan(): Promise<void> {
    const { versions } = (await (await talk.send(coordinator, 'GET', '/adoption')).json()) as Adoption
    const step = versions[0]?.parties.find(({ organisation }) => organisation === 'dordrecht')?.steps[0]
    const path = `/versions/1/adoption/dordrecht/${step?.id}`
    const state = { outcome: 'pending', due: '2027-03-01', reference: '=1+1', ground: 'Per telefoon' }
    expect((await talk.send(coordinator, 'PUT', path, state)).status).toBe(200)
  }

  function ask(as: Visitor, format: string, choices: unknown): Promise<Response> {
    return talk.send(as, 'POST', `/export/${format}`, choices)
  }

  async function file(format: ExportFormat, choices: ExportChoices, as = coordinator): Promise<string> {
    return new TextDecoder().decode((await readExportStream(await ask(as, format, choices))).bytes)
  }

  async function model(choices: ExportChoices, as = coordinator): Promise<ExportedFile> {
    return v.parse(exportedAgenda, JSON.parse(await file('json', choices, as)))
  }

  describe('the annexes', () => {
    it('[X8] stand in the file when they are asked for, any of them, and nowhere else', async () => {
      const whole = await model({ annexes: [...annexes] })
      for (const annex of annexes) {
        expect(whole[annex]).toBeDefined()
        const one = await model({ annexes: [annex] })
        expect(annexes.filter((name) => one[name] !== undefined)).toEqual([annex])
        // Only the moment is another: it is that of the file.
        expect(withoutNow(one[annex])).toEqual(withoutNow(whole[annex]))
      }
      const none = await model({})
      expect(annexes.filter((name) => none[name] !== undefined)).toEqual([])
    })

    it('[X9] give as a reply note what organisations said and what was done with it, without what is not shown', async () => {
      const { comments = [] } = await model({ annexes: ['comments'] })
      const [parents] = comments
      expect(parents).toMatchObject({
        kind: 'parent-organisation',
        comments: [
          {
            text: 'Vraag het ook aan de kinderen.',
            answer: { outcome: 'partly', reason: 'Vanaf 12 jaar.' },
            replies: [{ text: 'Dat doen wij.' }],
          },
          { text: 'Hier is nog geen antwoord op.', replies: [] },
        ],
      })
      expect(JSON.stringify(comments)).not.toContain(quiet)
      // What was said under it is not lost with it.
      expect(comments.slice(1).flatMap((one) => one.comments.map(({ text }) => text))).toEqual(['Een losse reactie.'])
      const markdown = await file('md', { annexes: ['comments'], language: 'en' })
      expect(markdown).toContain('## Reply note')
      expect(markdown).toContain('Partly taken over.<br>Vanaf 12 jaar.')
      expect(markdown).toContain('No answer yet.')
    })

    it('[X8] give the differences from the version before, the matrix of parties and steps, and who changed what', async () => {
      const { differences, adoption = [], history } = await model({ annexes: [...annexes] })
      expect(differences?.from).toMatchObject({ kind: 'version', number: 1 })
      const [changed] = differences?.items ?? []
      expect(changed).toMatchObject({ item: talk.item, kind: 'changed' })
      expect(changed?.fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'owner']))
      expect(adoption.map(({ version }) => version)).toEqual([1])
      const party = adoption[0]?.parties.find(({ id }) => id === 'dordrecht')
      expect(party?.steps[0]).toMatchObject({ outcome: 'pending', due: '2027-03-01', ground: 'Per telefoon' })
      const owner = history?.changes.find(({ field }) => field === 'owner')
      expect(owner).toMatchObject({ after: { organisation: 'Gemeente Dordrecht' }, item: { id: talk.item } })
      expect(owner?.person).toBeTruthy()
      const markdown = await file('md', { annexes: [...annexes] })
      expect(markdown).toContain('## Wat er veranderde sinds versie 1')
      expect(markdown).toContain('## Vaststelling door de partijen')
      expect(markdown).toContain('## Geschiedenis')
    })

    it('[P1] [X2] tell no count of 1 to 4, also not where it was written or changed', async () => {
      const { history, differences } = await model({ annexes: [...annexes] })
      const indicators = history?.changes.find(({ field }) => field === 'indicators')
      expect(JSON.stringify(indicators?.after)).toContain('"value":"masked"')
      expect(JSON.stringify([history, differences])).not.toContain('"value":3')
      expect(await file('md', { annexes: ['history'] })).toContain('&lt; 5'.replace('&lt;', '\\<'))
    })

    it('[X8] are of the part that was asked for', async () => {
      const only = await model({ items: [talk.otherItem], annexes: [...annexes] })
      expect(only.themes.flatMap(({ items }) => items.map(({ id }) => id))).toEqual([talk.otherItem])
      expect(only.comments?.flatMap(({ comments }) => comments.map(({ item }) => item.id))).toEqual([talk.otherItem])
      expect(only.differences?.items).toEqual([])
      expect(only.history?.changes).toEqual([])
      const party = await model({ party: asId('dordrecht'), annexes: ['adoption'] })
      expect(party.adoption?.[0]?.parties.map(({ id }) => id)).toEqual(['dordrecht'])
    })

    it('[X8] of a version speak of the items as they were in it, and choose them by it', async () => {
      const then = await model({ version: 1, annexes: ['comments'] })
      const items = then.comments?.flatMap(({ comments }) => comments.map(({ item }) => item)) ?? []
      const frozen = then.themes.flatMap((theme) => theme.items).find(({ id }) => id === talk.item)
      expect(items.find(({ id }) => id === talk.item)?.title).toBe(frozen?.title)
      const living = await model({ annexes: ['comments'] })
      const now = living.comments?.flatMap(({ comments }) => comments.map(({ item }) => item.title)) ?? []
      expect(now).toContain(`Nieuw: ${frozen?.title}`)
      // Dordrecht pulls it now; then it did not.
      const party = asId<OrganisationId>('dordrecht')
      const ofParty = await model({ version: 1, party, annexes: ['comments'] })
      expect([ofParty.themes, ofParty.comments]).toEqual([[], []])
      expect((await model({ party, annexes: ['comments'] })).comments).not.toEqual([])
    })

    it('[X8] are for who may read them: a reader has what was agreed and how far it is, not what was said', async () => {
      const status = async (choices: ExportChoices) => (await ask(reader, 'json', choices)).status
      expect(await status({})).toBe(403)
      expect(await status({ version: 1, annexes: ['comments'] })).toBe(403)
      expect(await status({ version: 1, annexes: ['history'] })).toBe(403)
      const agreed = await model({ version: 1, annexes: ['differences', 'adoption'] }, reader)
      expect(agreed.edition).toMatchObject({ kind: 'version', number: 1 })
      expect(agreed.adoption?.map(({ version }) => version)).toEqual([1])
      // Before the first version there is none to compare with.
      expect(agreed.differences).toBeUndefined()
      const address = `/export/json?version=1&annexes=comments`
      expect((await talk.send(reader, 'GET', address)).status).toBe(403)
    })
  })

  describe('the choices', () => {
    it('[X8] stand in an address as well, where items go by their numbers', async () => {
      const answer = await talk.send(coordinator, 'GET', '/export/json?items=2,5-6&annexes=adoption,comments')
      const agenda = v.parse(exportedAgenda, await answer.json())
      const numbers = agenda.themes.flatMap(({ items }) => items.map(({ number }) => number))
      expect(numbers.every((number) => number !== undefined && [2, 5, 6].includes(number))).toBe(true)
      expect(numbers).toContain(2)
      expect([agenda.adoption, agenda.comments, agenda.history].map((one) => one !== undefined)).toEqual([
        true,
        true,
        false,
      ])
    })

    it('are refused when they are not as described, and nothing is made', async () => {
      for (const choices of [
        { annexes: ['alles'] },
        { items: [] },
        { version: 0 },
        { annexes: ['history', 'history'] },
      ])
        expect((await ask(coordinator, 'json', choices)).status).toBe(422)
      expect((await ask(coordinator, 'exe', {})).status).toBe(404)
      expect((await ask(coordinator, 'json', { version: 99 })).status).toBe(404)
      for (const address of ['items=een', 'annexes=alles', 'items=']) {
        expect((await talk.send(coordinator, 'GET', `/export/json?${address}`)).status).toBe(422)
      }
    })
  })

  describe('the adoption', () => {
    it('[X4] is a table in which texts stay texts', async () => {
      const csv = await file('csv', { table: 'adoption', language: 'en' })
      const [head, ...rows] = parseCsv(csv).map((record) => ('fields' in record ? record.fields : []))
      expect(head?.slice(0, 5)).toEqual(['Version', 'Party', 'Kind', 'Body', 'Capacity'])
      expect(rows.find((row) => row[1] === 'Gemeente Dordrecht')).toEqual(
        expect.arrayContaining(['1', '2027-03-01', "'=1+1", 'Per telefoon']),
      )
    })

    it('[X5] [X11] has its days in the calendar, under names that stay', async () => {
      const uids = (ics: string) => ics.match(/^UID:.*adoption.*$/gm)
      const first = uids((await file('ics', {})).replaceAll('\r\n ', ''))
      expect(first).toHaveLength(1)
      expect(first?.[0]).toContain(`${talk.agenda}.adoption.1.dordrecht.`)
      expect(uids((await file('ics', { version: 1, language: 'en' })).replaceAll('\r\n ', ''))).toEqual(first)
    })
  })

  it('[X10] a file comes with how far it is: lines, the last of which names it and its size, then its bytes', async () => {
    const format = 'pdf'
    const answer = await ask(coordinator, format, { annexes: [...annexes] })
    const { lines, bytes } = await readExportStream(answer)
    expect(lines.at(0)).toMatchObject({ stage: 'making', done: 0 })
    const name = `ontwikkelagenda-proefregio-concept-${new Date().toISOString().slice(0, 10)}.${format}`
    expect(lines.at(-1)).toEqual({ stage: 'file', name, type: exportFormats[format], size: bytes.length })
    const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 2))
    expect(begin).toBe('%P')
  })
}

function withoutNow(annex: unknown): string {
  return JSON.stringify(annex).replaceAll(/"kind":"now","at":"[^"]*"/g, '"kind":"now"')
}
