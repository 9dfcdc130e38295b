import { beforeAll, expect, it } from 'vitest'
import type { AgendaSummary } from '../../shared/agenda.ts'
import type { Agenda, ItemRecords, Me } from '../../shared/api.ts'
import { readItems } from '../../shared/document/read.ts'
import { type AgendaId, makeId } from '../../shared/ids.ts'
import { canonical, type Json } from '../../shared/version/canonical.ts'
import { json, problemOf } from '../kit/http.ts'
import { connectPlain, synced } from '../kit/plain-client.ts'
import { useRegion } from '../kit/region.ts'
import type { Runtime } from '../kit/server.ts'

type File = { id: string; edition: unknown; title: string; parties: { id: string; name: string }[] }

/** A new agenda from the JSON of an export (rules I20 to I23). */
export function importContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, youth: stranger } = useRegion(start)
  let file: File

  beforeAll(async () => {
    file = await exported('drechtsteden')
  }, 60_000)

  async function exported(agenda: string, as = coordinator): Promise<File> {
    const answer = await server.ask(`/api/v1/agendas/${agenda}/export/json?struck=yes`, { as })
    expect(answer.status).toBe(200)
    return (await answer.json()) as File
  }

  function put(id: string, body: unknown, as = coordinator): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return server.ask(`/api/v1/agendas/${id}/import`, { as, method: 'PUT', headers: json, body: text })
  }

  /** The bytes of an export, but for what says which agenda it is and when. */
  const bytes = ({ id: _id, edition: _edition, ...rest }: File) => canonical(rest as Json)
  const partyNamed = (name: RegExp) => file.parties.find((party) => name.test(party.name))?.id

  it('[I20] is made once, and exports the same bytes again', async () => {
    const id = makeId<AgendaId>()
    const body = { file, party: partyNamed(/Dordrecht/) }
    for (let time = 0; time < 2; time++) {
      const answer = await put(id, body)
      expect(answer.status).toBe(201)
      expect(answer.headers.get('location')).toBe(`/api/v1/agendas/${id}`)
      expect((await answer.json()) as AgendaSummary).toMatchObject({ id, title: file.title, role: 'coordinator' })
    }
    expect(bytes(await exported(id))).toBe(bytes(file))
  }, 60_000)

  it('[I20] is an agenda like any other: with its numbers, and live', async () => {
    const id = makeId<AgendaId>()
    await put(id, { file, party: partyNamed(/Dordrecht/) })
    const numbersOf = async (agenda: string) => {
      const { items } = (await (
        await server.ask(`/api/v1/agendas/${agenda}/items`, { as: coordinator })
      ).json()) as ItemRecords
      return Object.fromEntries(items.map(({ item, number }) => [item, number]))
    }
    expect(await numbersOf(id)).toEqual(await numbersOf('drechtsteden'))
    const client = connectPlain(server.url, id, coordinator)
    await synced(client)
    expect(readItems(client.doc)).toHaveLength(Object.keys(await numbersOf(id)).length)
    client.close()
  }, 60_000)

  it('[I20] is never made over another agenda, whoever asks', async () => {
    const id = makeId<AgendaId>()
    expect((await put(id, { file })).status).toBe(201)
    expect((await put(id, { file: { ...file, title: 'Anders' } })).status).toBe(409)
    expect((await put('drechtsteden', { file })).status).toBe(409)
    expect((await put(id, { file }, await server.signIn('teamleider-leerplicht'))).status).toBe(409)
  }, 60_000)

  it('[I21] is refused with where, and nothing is made', async () => {
    const id = makeId<AgendaId>()
    const spoilt = JSON.parse(JSON.stringify(file).replace('"rank":"', '"rank":"?'))
    const answer = await put(id, { file: spoilt })
    const refused = await problemOf(answer)
    expect([answer.status, refused.type]).toEqual([422, '/problems/invalid'])
    expect(refused.errors?.[0]?.path).toMatch(/^file\.(themes\.\d+\.items|struck)\.\d+\.rank$/)
    expect((await put(id, { file: { ...file, format: 'iets-anders' } })).status).toBe(422)
    expect((await put(id, 'geen json')).status).toBe(422)
    expect((await server.ask(`/api/v1/agendas/${id}`, { as: coordinator })).status).toBe(404)
    expect((await put(id, { file })).status).toBe(201)
  }, 60_000)

  it('[I21] holds no citizen service number, unless somebody says that it is a reference number', async () => {
    const id = makeId<AgendaId>()
    const named = { ...file, title: 'Besluit 111222333' }
    const answer = await put(id, { file: named })
    const refused = await problemOf(answer)
    expect([answer.status, refused.type, refused.errors?.[0]?.path]).toEqual([422, '/problems/bsn', 'file.title'])
    expect((await put(id, { file: named, referenceNumbers: true })).status).toBe(201)
  }, 60_000)

  it('[I21] that is too large is not read', async () => {
    const answer = await put(makeId<AgendaId>(), `{"file":"${'x'.repeat(17 << 20)}"}`)
    expect(answer.status).toBe(413)
  }, 60_000)

  it('[I20] keeps a plan with its party, also when the organisation of who makes it has the same name', async () => {
    const id = makeId<AgendaId>()
    const me = (await (await server.ask('/api/v1/me', { as: coordinator })).json()) as Me
    const party = { id: 'naamgenoot', name: me.organisation, short: 'N', kind: 'knowledge-institute' }
    const plan = { id: 'plan', name: 'Plan', kind: 'youth-plan', organisation: party.name }
    const answer = await put(id, { file: { ...file, parties: [party], plans: [plan], themes: [], struck: [] } })
    expect(answer.status).toBe(201)
    const agenda = (await (await server.ask(`/api/v1/agendas/${id}`, { as: coordinator })).json()) as Agenda
    expect(agenda.plans).toMatchObject([{ id: 'plan', organisation: 'naamgenoot' }])
  })

  it('[I23] has its maker as coordinator, and whom it names as who was there before', async () => {
    const id = makeId<AgendaId>()
    await put(id, { file, party: partyNamed(/Papendrecht/) })
    const agenda = (await (await server.ask(`/api/v1/agendas/${id}`, { as: coordinator })).json()) as Agenda
    expect(agenda.members).toHaveLength(1)
    expect(agenda.me).toMatchObject({ role: 'coordinator', organisation: partyNamed(/Papendrecht/) })
    expect(agenda.former.length).toBeGreaterThan(3)
    expect(agenda.former.every(({ role }) => role === 'reader')).toBe(true)
    const named = agenda.former[0]?.name ?? ''
    expect(JSON.stringify(file)).toContain(named)
    // Somebody of that name here is somebody else.
    expect((await server.ask(`/api/v1/agendas/${id}`, { as: stranger })).status).toBe(404)
  }, 60_000)
}
