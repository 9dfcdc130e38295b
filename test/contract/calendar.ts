import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import type { CalendarState, MadeCalendar } from '../../shared/calendar.ts'
import type { AuditTrail } from '../../shared/comment.ts'
import type { Day } from '../../shared/date.ts'
import { addAgreement } from '../../shared/document/write.ts'
import { asId, type EntryId, makeId, type OrganisationId } from '../../shared/ids.ts'
import { freezing } from '../kit/freezing.ts'
import { problemOf } from '../kit/http.ts'
import { useRegion, useTalk, useWriting } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'

/** The address by which a calendar keeps up with an agenda, in whatever runtime: rules X13 and X14 of shared/SPEC.md. */
export function calendarContract(start: () => Promise<Runtime>): void {
  const region = useRegion(start)
  const { server, coordinator, parent, reader } = region
  const talk = useTalk(region)
  const writing = useWriting(region, talk, coordinator)
  const { freeze } = freezing(talk, coordinator)

  async function make(as: Visitor): Promise<MadeCalendar> {
    const answer = await talk.send(as, 'PUT', '/calendar')
    expect(answer.status).toBe(200)
    return (await answer.json()) as MadeCalendar
  }

  async function state(as: Visitor): Promise<CalendarState> {
    return (await (await talk.send(as, 'GET', '/calendar')).json()) as CalendarState
  }

  /** What a calendar program gets there: it has no session. */
  const fetched = (path: string, headers: Record<string, string> = {}) => server.ask(path, { headers })

  async function daysIn(path: string): Promise<string[]> {
    const calendar = convertIcsCalendar(undefined, await (await fetched(path)).text())
    const days = (calendar.events ?? []).map(
      ({ start, summary }) => `${start.date.toISOString().slice(0, 10)} ${summary}`,
    )
    // When the plans of the region are due stands in it as well.
    return days.filter((day) => !day.includes('Plan klaar:'))
  }

  /** Promises something, and waits until the room has heard it. */
  async function promise(text: string, due: Day, path: string): Promise<void> {
    const organisation = asId<OrganisationId>('dordrecht')
    addAgreement(writing.doc, talk.item, { id: makeId<EntryId>(), text, rank: 'a1', organisation, due })
    await expect.poll(async () => (await daysIn(path)).join()).toContain(text)
  }

  async function expectNothingAt(path: string): Promise<void> {
    const unknown = await fetched(`/ics/${talk.agenda}.${'x'.repeat(43)}.ics`)
    const answer = await fetched(path)
    expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()])
  }

  it('[X13] gives the days of the living agenda to a calendar, without signing in, and says when to come back', async () => {
    const { path } = await make(parent)
    expect(path).toMatch(new RegExp(`^/ics/${talk.agenda}\\.[0-9A-Za-z]{43}\\.ics$`))
    await promise('Er komt een loket', '2027-03-01', path)
    const answer = await fetched(path)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    })
    const text = await answer.text()
    expect(text).toMatch(/\r\nREFRESH-INTERVAL;VALUE=DURATION:PT\d+H\r\nX-PUBLISHED-TTL:PT\d+H\r\n/)
    expect(text).toMatch(/\r\nX-WR-CALNAME:Proefagenda\r\n/)
    expect(await daysIn(path)).toEqual([expect.stringMatching(/^2027-03-01 .*Er komt een loket/)])
    expect(text).toMatch(/\r\nSUMMARY:Plan klaar: Jeugdplan Dordrecht/)
    expect(await (await fetched(`${path}?language=en`)).text()).toContain('PRODID:-//Ontwikkelagenda//Export//EN')
  })

  it('[X13] says to a program that asks for the head alone that the calendar is there', async () => {
    const { path } = await make(reader)
    const answer = await server.ask(path, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  })

  it('[X13] gives a reader the days of the last version, and of nothing that is not agreed', async () => {
    const { path } = await make(reader)
    expect(await daysIn(path)).toEqual([])
    const draft = (await make(coordinator)).path
    await promise('Wij meten elk halfjaar', '2027-05-01', draft)
    expect(await daysIn(path)).toEqual([])
    await freeze()
    await promise('Nog niet afgesproken', '2027-06-01', draft)
    expect(await daysIn(path)).toEqual([expect.stringContaining('Wij meten elk halfjaar')])
    expect(await daysIn(draft)).toHaveLength(2)
  })

  it('[X13] shows on which day a party is to adopt, and how that stands', async () => {
    const { path } = await make(reader)
    await freeze()
    const steps = { steps: [{ id: 'college', body: 'college', capacity: 'adopts' }], ground: 'Per mail' }
    expect((await talk.send(coordinator, 'PUT', '/adoption/dordrecht', steps)).status).toBe(200)
    const step = { outcome: 'pending', due: '2027-02-01', ground: 'Per mail doorgegeven' }
    expect((await talk.send(coordinator, 'PUT', '/versions/1/adoption/dordrecht/college', step)).status).toBe(200)
    expect(await daysIn(path)).toEqual([expect.stringMatching(/^2027-02-01 .*Dordrecht/)])
  })

  it('[X13] is the same file as long as nothing changed, which it says without sending it', async () => {
    const { path } = await make(coordinator)
    await promise('Eerst dit', '2027-03-01', path)
    const first = await fetched(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(await (await fetched(path)).text()).toBe(await first.text())
    for (const known of [etag, `W/${etag}`]) {
      const again = await fetched(path, { 'if-none-match': known })
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
    }
    await promise('Dan dat', '2027-04-01', path)
    const changed = await fetched(path, { 'if-none-match': etag })
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  })

  it('[X14] is told once; a new one ends the one of before, and revoking ends it at once', async () => {
    expect(await state(parent)).toEqual({})
    const first = await make(parent)
    expect(await state(parent)).toEqual({ since: first.since })
    expect(await state(coordinator)).toEqual({})
    const second = await make(parent)
    expect(second.path).not.toBe(first.path)
    await expectNothingAt(first.path)
    expect((await fetched(second.path)).status).toBe(200)
    expect((await talk.send(parent, 'DELETE', '/calendar')).status).toBe(204)
    await expectNothingAt(second.path)
    expect(await state(parent)).toEqual({})
    expect((await talk.send(parent, 'DELETE', '/calendar')).status).toBe(204)
  })

  it('[X14] ends with the membership, and follows a role that changed', async () => {
    const { path } = await make(parent)
    await promise('Alleen voor wie meeschrijft', '2027-03-01', path)
    const member = `/members/${parent.person}`
    expect((await talk.send(coordinator, 'PATCH', member, { role: 'reader' })).status).toBe(200)
    expect(await daysIn(path)).toEqual([])
    expect((await talk.send(coordinator, 'DELETE', member)).status).toBe(204)
    await expectNothingAt(path)
    expect((await talk.send(parent, 'GET', '/calendar')).status).toBe(404)
  })

  it('[X14] is nowhere else: not in the audit trail, not in the dossier, not in what others read', async () => {
    const { path } = await make(parent)
    const secret = path.split('.')[1] ?? ''
    const asked = ['', '/people', '/audit', '/dossier'].map((part) => talk.send(coordinator, 'GET', part))
    const texts = await Promise.all((await Promise.all(asked)).map((answer) => answer.text()))
    expect(texts.join()).not.toContain(secret)
    const trail = JSON.parse(texts[2] ?? '') as AuditTrail
    expect(trail.lines.map(({ kind }) => kind)).toContain('calendar-made')
  })

  describe('at other addresses', () => {
    it('[X14] answers nothing, and tells no agenda from none', async () => {
      const { path } = await make(parent)
      const secret = path.split('.')[1] ?? ''
      const wrong = [
        `/ics/nergens.${secret}.ics`,
        `/ics/${talk.agenda}.${secret.slice(1)}.ics`,
        `/ics/${talk.agenda}.${secret}`,
        `/ics/__proto__.${secret}.ics`,
        `/ics/${talk.agenda}.%2e%2e.${secret}.ics`,
      ]
      for (const address of wrong) await expectNothingAt(address)
      expect((await server.ask(path, { method: 'POST' })).status).toBe(404)
    })

    it('[X14] asks who tries one after another to come back later', async () => {
      const unknown = `/ics/${talk.agenda}.${'y'.repeat(43)}.ics`
      const tries = await Promise.all(Array.from({ length: 640 }, async () => await fetched(unknown)))
      const refused = tries.filter(({ status }) => status === 429)
      expect(refused.length).toBeGreaterThan(0)
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await problemOf(await fetched(unknown))).type).toBe('/problems/too-fast')
    }, 60_000)
  })
}
