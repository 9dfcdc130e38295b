import fc from 'fast-check'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { type Day, isDay } from '../../shared/date.ts'
import { toIcs } from '../../shared/export/ics.ts'
import type { ExportedAgenda, ExportedStep } from '../../shared/export/model.ts'

const empty: ExportedAgenda = {
  id: 'proef',
  title: 'Proef',
  region: 'Proefregio',
  edition: { kind: 'draft', at: '2026-11-22T12:00:00.000Z' },
  parties: [],
  plans: [],
  themes: [],
  allThemes: [],
}

function withPlan(deadline: Day): ExportedAgenda {
  return {
    ...empty,
    plans: [{ id: 'jeugd', name: 'Jeugdplan', kind: 'youth-plan', organisation: 'Dordrecht', deadline }],
  }
}

function withStep(edition: ExportedAgenda['edition'], recorded?: string): ExportedAgenda {
  const step: ExportedStep = { id: 'raad', body: 'council', capacity: 'adopts', outcome: 'pending', due: '2027-03-01' }
  const party = { id: 'dordrecht', organisation: 'Dordrecht', kind: 'municipality', outcome: 'pending' } as const
  const steps = [{ ...step, ...(recorded && { recorded }) }]
  return { ...empty, edition, adoption: [{ version: 1, date: '2026-11-22', parties: [{ ...party, steps }] }] }
}

describe('the days of an agenda as a calendar', () => {
  it('[X5] has each day that there can be as that one day', () => {
    const day = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
      .filter(isDay)
    fc.assert(
      fc.property(fc.oneof(fc.constant<Day>('9999-12-31'), day), (deadline) => {
        const ics = toIcs(withPlan(deadline), 'nl')
        expect(ics).toContain(`\r\nDTSTART;VALUE=DATE:${deadline.replaceAll('-', '')}\r\n`)
        expect(ics).toMatch(/^UID:proef\.plan\.jeugd@/m)
        for (const [, value] of ics.matchAll(/^DT(?:START|END);VALUE=DATE:(.*)\r$/gm)) expect(value).toMatch(/^\d{8}$/)
      }),
      { seed: 20261122 },
    )
  })

  it('[X5] is a calendar also when there is no day in it yet', () => {
    const ics = toIcs(empty, 'nl', { refreshEvery: 'PT4H' })
    expect(ics).not.toContain('VEVENT')
    expect(ics).toMatch(/BEGIN:VTIMEZONE\r\n[\s\S]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/)
    expect(convertIcsCalendar(undefined, ics).events ?? []).toEqual([])
  })

  it('[X5] says of a newer file that it is newer, so that a calendar takes over what it says', () => {
    const stampOf = (agenda: ExportedAgenda) => /^DTSTAMP:(\d{8}T\d{6}Z)\r$/m.exec(toIcs(agenda, 'nl'))?.[1] ?? ''
    const draft = stampOf(withStep({ kind: 'draft', at: '2026-11-22T12:00:00.000Z' }))
    // Frozen that afternoon; then its adoption went on.
    const version = {
      kind: 'version',
      number: 1,
      at: '2026-11-22T15:00:00.000Z',
      date: '2026-11-22',
      hash: '',
    } as const
    const frozen = stampOf(withStep(version))
    const adopted = stampOf(withStep(version, '2026-12-01T09:00:00.000Z'))
    expect([draft, frozen, adopted]).toEqual(['20261122T120000Z', '20261122T150000Z', '20261201T090000Z'])
  })
})
