import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Waiting } from '../../shared/account.ts'
import type { AuditTrail } from '../../shared/comment.ts'
import { readItem, titleText } from '../../shared/document/read.ts'
import { setOwner } from '../../shared/document/write.ts'
import type { Dossier } from '../../shared/dossier.ts'
import { type AgendaId, asId, type MandateId, makeId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import type { Adoption, Reminded } from '../../shared/version/api.ts'
import { freezing } from '../kit/freezing.ts'
import { json, post, problemOf } from '../kit/http.ts'
import { connectPlain, synced } from '../kit/plain-client.ts'
import { useRegion, useTalk } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'
import { mailsTo } from '../kit/window.ts'

/** Other suites may run on the same machine. */
const patience = { timeout: 15_000 }

/** What following the adoption promises, in whatever runtime: rules V17 to V20 of shared/SPEC.md. */
export function adoptionContract(start: () => Promise<Runtime>): void {
  const region = useRegion(start)
  const { server, coordinator, editor, parent, reader } = region
  const talk = useTalk(region)
  const { freeze, change: changeIn } = freezing(talk, coordinator)

  beforeEach(() => freeze())

  async function read<Answer>(as: Visitor, path: string): Promise<Answer> {
    const answer = await talk.send(as, 'GET', path)
    expect(answer.status).toBe(200)
    return (await answer.json()) as Answer
  }

  /** What the room has once it has heard this change. */
  async function change(write: (doc: Y.Doc) => void): Promise<void> {
    const writing = connectPlain(server.url, talk.agenda, coordinator)
    await synced(writing)
    await changeIn(writing.doc, write, patience)
    writing.close()
  }

  async function giveMandate(to: Visitor, organisation: string, deputy?: Visitor): Promise<void> {
    const mandate = {
      id: makeId<MandateId>(),
      organisation: asId<OrganisationId>(organisation),
      from: '2020-01-01',
      ground: 'Collegebesluit',
      ...(deputy && { deputy: deputy.person }),
    }
    const answer = await talk.send(coordinator, 'PATCH', `/members/${to.person}`, { mandates: [mandate] })
    expect(answer.status).toBe(200)
  }

  const stepPath = (organisation: string, step: string, version = 1) =>
    `/versions/${version}/adoption/${organisation}/${step}`

  async function record(organisation: string, step: string, state: object): Promise<void> {
    const body = { ...state, ground: 'Gebeld', expects: (await stepNow(organisation, step))?.recorded?.at }
    expect((await talk.send(coordinator, 'PUT', stepPath(organisation, step), body)).status).toBe(200)
  }

  const remind = (as: Visitor, organisation: string, step: string, version?: number) =>
    talk.send(as, 'POST', `${stepPath(organisation, step, version)}/reminder`)

  async function typeOf(answer: Promise<Response>): Promise<string> {
    return (await problemOf(await answer)).type
  }

  async function stepNow(organisation: string, step: string) {
    const { versions } = await read<Adoption>(reader, '/adoption')
    const party = versions.at(-1)?.parties.find((party) => party.organisation === organisation)
    return party?.steps.find(({ id }) => id === step)
  }

  describe('a reminder', () => {
    const nameOfEditor = 'Beleidsadviseur, gemeente Dordrecht'
    const nameOfReader = 'Raadslid, gemeente Papendrecht'
    /** In the demo nobody has an address: the mails of this agenda stand under their names. */
    const mails = async (name: string) =>
      (await mailsTo(server, name)).filter(({ text }) => text.includes(`/agenda/${talk.agenda}/`))

    it('[V18] [V19] goes to who holds the mandate and who stands in, with what is asked, by when and where', async () => {
      await giveMandate(editor, 'dordrecht', reader)
      await record('dordrecht', 'college', { outcome: 'pending', due: '2026-11-20' })
      const listener = await talk.listen(parent)
      const answer = await remind(coordinator, 'dordrecht', 'college')
      expect(answer.status).toBe(201)
      const { people } = (await answer.json()) as Reminded
      expect(new Set<string>(people)).toEqual(new Set([editor.person, reader.person]))
      await listener.client.frame((frame) => new TextDecoder().decode(frame).includes('"kind":"adoption"'))
      listener.close()
      for (const name of [nameOfEditor, nameOfReader]) {
        await expect.poll(async () => (await mails(name)).length, patience).toBe(1)
        const [mail] = await mails(name)
        expect(mail?.subject).toContain('versie 1')
        expect(mail?.text).toContain('college van B en W: stelt vast')
        expect(mail?.text).toContain('uiterlijk 20 november 2026')
        expect(mail?.text).toMatch(new RegExp(`https?://\\S+/agenda/${talk.agenda}/vaststelling\\?versie=1\n`))
      }
      const { reminded } = (await stepNow('dordrecht', 'college')) ?? {}
      expect(reminded).toMatchObject({ person: coordinator.person })
      expect(Math.abs(Date.parse(reminded?.at ?? '') - Date.now())).toBeLessThan(60_000)
    })

    it('[V18] goes out once a day for a step, and says so', async () => {
      await giveMandate(editor, 'dordrecht')
      expect((await remind(coordinator, 'dordrecht', 'college')).status).toBe(201)
      const again = await remind(coordinator, 'dordrecht', 'college')
      expect(again.status).toBe(429)
      expect(await problemOf(again)).toMatchObject({ type: '/problems/reminded-today' })
      expect((await remind(coordinator, 'dordrecht', 'council')).status).toBe(201)
      await expect.poll(async () => (await mails(nameOfEditor)).length, patience).toBe(2)
    })

    it('[V18] fills no mailbox: a party whose steps get other names is reminded 24 times a day', async () => {
      await giveMandate(editor, 'dordrecht')
      const statuses: number[] = []
      for (let time = 0; time < 25; time++) {
        const steps = [{ id: `stap-${time}`, body: 'college', capacity: 'adopts' }]
        const set = await talk.send(coordinator, 'PUT', '/adoption/dordrecht', { steps, ground: 'Gebeld' })
        expect(set.status).toBe(200)
        statuses.push((await remind(coordinator, 'dordrecht', `stap-${time}`)).status)
      }
      expect(statuses).toEqual([...Array.from({ length: 24 }, () => 201), 429])
    }, 60_000)

    it('[V18] is refused with what to do where nobody holds the mandate, or the step is closed', async () => {
      const nobody = await problemOf(await remind(coordinator, 'dordrecht', 'college'))
      expect(nobody).toMatchObject({ status: 409, type: '/problems/no-mandate' })
      expect(nobody.detail).toContain('Deelnemers')
      await giveMandate(editor, 'dordrecht')
      await record('dordrecht', 'college', { outcome: 'done', date: '2020-01-20' })
      expect(await typeOf(remind(coordinator, 'dordrecht', 'college'))).toBe('/problems/step-closed')
      expect(await stepNow('dordrecht', 'college')).not.toHaveProperty('reminded')
    })

    it('[A5] [V18] is sent by a coordinator, for a step that is there', async () => {
      await giveMandate(editor, 'dordrecht')
      for (const visitor of [editor, parent, reader])
        expect(await typeOf(remind(visitor, 'dordrecht', 'college'))).toBe('/problems/not-allowed')
      for (const answer of [
        remind(coordinator, 'dordrecht', 'nergens'),
        remind(coordinator, 'nergens', 'college'),
        remind(coordinator, 'dordrecht', 'college', 9),
      ])
        expect((await answer).status).toBe(404)
      expect(await mails(nameOfEditor)).toEqual([])
    })

    it('[V19] goes to who wants no news by mail, since somebody asks it of them', async () => {
      await giveMandate(editor, 'dordrecht')
      const path = '/api/v1/me/settings'
      const set = (digest: string) => post(server, path, { digest }, { as: editor, method: 'PATCH', headers: json })
      await set('none')
      expect((await remind(coordinator, 'dordrecht', 'college')).status).toBe(201)
      await expect.poll(async () => (await mails(nameOfEditor)).length, patience).toBe(1)
      expect((await mails(nameOfEditor))[0]?.text).not.toContain('/stop/')
      await set('daily')
    })

    it('[K1] [B6] is in the audit trail and in the dossier, and is verified there', async () => {
      await giveMandate(editor, 'dordrecht')
      await remind(coordinator, 'dordrecht', 'college')
      const { lines } = await read<AuditTrail>(coordinator, '/audit')
      expect(lines.filter(({ kind }) => kind === 'adoption-reminder').map(({ subject }) => subject)).toEqual([
        { version: 1, organisation: 'dordrecht', step: 'college' },
      ])
      const dossier = await read<Dossier>(coordinator, '/dossier')
      expect(dossier.adoptionReminders).toMatchObject([{ step: 'college', people: [editor.person] }])
      const take = (body: Dossier, id = makeId<AgendaId>()) =>
        post(server, `/api/v1/agendas/${id}/dossier`, body, { as: coordinator, method: 'PUT', headers: json })
      const elsewhere = makeId<AgendaId>()
      expect((await take(dossier, elsewhere)).status).toBe(201)
      // Who came with a dossier has no address there.
      const path = `/api/v1/agendas/${elsewhere}${stepPath('dordrecht', 'council')}/reminder`
      const unreachable = await server.ask(path, { as: coordinator, method: 'POST' })
      expect(await problemOf(unreachable)).toMatchObject({ status: 409, type: '/problems/no-address' })
      const there = await server.ask(`/api/v1/agendas/${elsewhere}/adoption`, { as: coordinator })
      expect(((await there.json()) as Adoption).versions).toEqual((await read<Adoption>(reader, '/adoption')).versions)
      const [reminder] = dossier.adoptionReminders
      if (!reminder) throw new Error('It was sent')
      const spoilt = [
        [],
        [{ ...reminder, people: [asId<PersonId>(reader.person)] }],
        [{ ...reminder, at: 1 }],
        [{ ...reminder, version: 9 }],
        [{ ...reminder, people: [asId<PersonId>('niemand')] }],
      ]
      for (const adoptionReminders of spoilt) expect((await take({ ...dossier, adoptionReminders })).status).toBe(422)
    }, 60_000)
  })

  describe('a later version', () => {
    it('[V17] is read against what each party adopted last, and says how much changed for it', async () => {
      const mine = (doc: Y.Doc) => {
        setOwner(doc, talk.item, { organisation: asId<OrganisationId>('dordrecht') })
      }
      await change(mine)
      await freeze()
      const done = { outcome: 'done', date: '2020-01-20' }
      await talk.send(coordinator, 'PUT', stepPath('dordrecht', 'college', 2), { ...done, ground: 'Brief' })
      await talk.send(coordinator, 'PUT', stepPath('alblasserdam', 'college', 1), { ...done, ground: 'Brief' })
      await talk.send(coordinator, 'PUT', stepPath('papendrecht', 'college', 2), { ...done, ground: 'Brief' })
      await change((doc) => titleText(doc, talk.item)?.insert(0, 'Nieuw: '))
      await change((doc) => {
        expect(readItem(doc, talk.otherItem)).toBeDefined()
        setOwner(doc, talk.otherItem, { organisation: asId<OrganisationId>('sliedrecht') })
      })
      await freeze()
      // Who waits until the last step passed has adopted nothing: a council that is only told holds nobody up.
      const { versions } = await read<Adoption>(reader, '/adoption')
      const since = (organisation: string, version = 3) =>
        versions.find((row) => row.version === version)?.parties.find((party) => party.organisation === organisation)
          ?.since
      expect(since('dordrecht')).toEqual({ version: 2, changed: 1 })
      expect(since('papendrecht')).toEqual({ version: 2, changed: 0 })
      expect(since('alblasserdam')).toEqual({ version: 1, changed: 0 })
      expect(since('alblasserdam', 2)).toEqual({ version: 1, changed: 0 })
      expect(since('dordrecht', 2)).toBeUndefined()
      expect(since('sliedrecht')).toBeUndefined()
    })
  })

  describe('what waits for who holds a mandate', () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const waiting = async (as: Visitor) => {
      const { steps } = (await (await server.ask('/api/v1/me/waiting', { as })).json()) as Waiting
      return steps.filter(({ agenda }) => agenda === talk.agenda).map(({ step }) => step)
    }

    it('[V20] are the steps that are late or soon due, until they come out or the mandate ends', async () => {
      await giveMandate(editor, 'dordrecht', reader)
      await record('dordrecht', 'college', { outcome: 'pending', due: day(-3) })
      await record('dordrecht', 'council', { outcome: 'pending', due: day(100) })
      await record('papendrecht', 'college', { outcome: 'pending', due: day(-3) })
      for (const visitor of [editor, reader]) await expect.poll(() => waiting(visitor), patience).toEqual(['college'])
      expect(await waiting(parent)).toEqual([])
      await record('dordrecht', 'council', { outcome: 'pending', due: day(3) })
      await expect.poll(() => waiting(editor), patience).toEqual(['college', 'council'])
      await record('dordrecht', 'college', { outcome: 'done', date: '2020-01-20' })
      await expect.poll(() => waiting(editor), patience).toEqual(['council'])
      await talk.send(coordinator, 'PATCH', `/members/${editor.person}`, { mandates: [] })
      await expect.poll(() => waiting(editor), patience).toEqual([])
      expect(await waiting(reader)).toEqual([])
    })
  })
}
