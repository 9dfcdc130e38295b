import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoAgenda, demoItems } from '../../server/demo/agenda.ts'
import { fillDemo } from '../../server/demo/fill.ts'
import { demoOrganisations, demoPeople, demoPlans } from '../../server/demo/region.ts'
import { type Day, daysBetween } from '../../shared/date.ts'
import {
  annexFragment,
  bodyFragment,
  readAgendaHead,
  readItem,
  readItems,
  readThemes,
} from '../../shared/document/read.ts'
import { readRichText, richTextToPlain } from '../../shared/document/rich-text.ts'
import { duties, isOverdue, lateAgreements, statuses } from '../../shared/item.ts'
import { roles } from '../../shared/roles.ts'
import { bodyText } from '../../shared/template/body.ts'
import { templateThemes, themeId } from '../../shared/template/themes.ts'

const today: Day = '2026-11-22'

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}

function filled(day: Day): { doc: Y.Doc; order: ReturnType<typeof fillDemo> } {
  const doc = new Y.Doc()
  return { doc, order: fillDemo(doc, day) }
}

describe('the demo region', () => {
  it('has seven municipalities, both alliances and everyone else who sits at the table', () => {
    const count = (kind: string) => demoOrganisations.filter((organisation) => organisation.kind === kind).length
    expect([count('municipality'), count('alliance')]).toEqual([7, 2])
    for (const kind of ['school-board', 'care-provider', 'parent-organisation']) expect(count(kind)).toBeGreaterThan(0)
  })

  it('offers someone of every role, one coordinator among them', () => {
    expect(new Set(demoPeople.map(({ role }) => role))).toEqual(new Set(roles))
    expect(demoPeople.filter(({ role }) => role === 'coordinator')).toHaveLength(1)
    expect(demoPeople.slice(0, 6).map(({ initials }) => initials)).toEqual(['BA', 'DI', 'VZ', 'CO', 'WH', 'RL'])
    expect(new Set(demoPeople.map(({ initials }) => initials)).size).toBe(demoPeople.length)
  })

  it('gives every municipality a jeugdplan and every alliance an ondersteuningsplan that is still to be made', () => {
    const plans = demoPlans(today)
    for (const { id, kind } of demoOrganisations) {
      const expected = { municipality: 'youth-plan', alliance: 'support-plan' }[kind as string]
      expect(plans.find(({ organisation }) => organisation === id)?.kind).toBe(expected)
    }
    for (const { deadline } of plans) expect(deadline && deadline > today).toBe(true)
  })
})

describe('the demo agenda', () => {
  const { doc, order } = filled(today)
  const items = readItems(doc)
  const ids = { organisations: demoOrganisations.map(({ id }) => id), items: items.map(({ id }) => id) }

  it('reads back as it was written', () => {
    expect(readAgendaHead(doc)).toEqual({ title: demoAgenda.title, from: demoAgenda.from, to: demoAgenda.to })
    expect(readThemes(doc).map(({ id, name }) => ({ id, name }))).toEqual(templateThemes)
    for (const source of demoItems(today)) {
      const id = order[source.number - 1]
      const item = id && readItem(doc, id)
      expect(item).toMatchObject({
        title: source.title,
        theme: themeId(source.theme),
        duty: source.duty,
        kind: source.kind,
        reach: source.reach,
        lineage: source.lineage ?? '',
        status: typeof source.status === 'string' ? source.status : 'struck',
        struckReason: typeof source.status === 'string' ? '' : source.status.struck,
        owner: source.owner ?? {},
        involved: source.involved.toSorted(byText),
        deadlines: source.deadlines ?? [],
        agreements: (source.agreements ?? []).map(({ text, by, person, due, done }) =>
          JSON.parse(JSON.stringify({ text, organisation: by, person, due, done })),
        ),
      })
      expect(item?.priority).toBe(source.priority)
      expect(item?.transition).toEqual(source.transition)
      expect(item?.indicators.map(({ measurements }) => measurements)).toEqual(
        [...(source.indicators ?? [])]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map((indicator) => indicator.measurements),
      )
      expect(id && readRichText(bodyFragment(doc, id))).toEqual(bodyText(source.body))
    }
  })

  it('numbers its items without a gap', () => {
    expect(order.toSorted(byText)).toEqual(items.map(({ id }) => id).toSorted(byText))
    expect(
      demoItems(today)
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    ).toEqual(order.map((_, index) => index + 1))
  })

  it('refers only to organisations, people, plans, themes and items that exist', () => {
    const plans = demoPlans(today).map(({ id }) => id)
    for (const item of items) {
      expect(templateThemes.map(({ id }) => id)).toContain(item.theme)
      for (const party of [item.owner, ...item.agreements]) {
        if (party.organisation) expect(ids.organisations).toContain(party.organisation)
        if (!party.person) continue
        const person = demoPeople.find((member) => member.person === party.person)
        expect(person?.organisation, item.title).toBe(party.organisation)
      }
      for (const organisation of [...item.involved, ...item.annexes]) expect(ids.organisations).toContain(organisation)
      for (const related of item.related) expect(ids.items).toContain(related)
      for (const plan of item.plans) expect(plans).toContain(plan)
      expect(item.related).not.toContain(item.id)
      if (item.owner.organisation) expect(item.involved).not.toContain(item.owner.organisation)
    }
  })

  it('shows every status, every column and every priority, and items that still lack an owner or a priority', () => {
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(statuses))
    expect(new Set(items.map(({ duty }) => duty))).toEqual(new Set(duties))
    expect(new Set(items.map(({ priority }) => priority)).size).toBe(4)
    expect(items.some(({ owner }) => !owner.organisation)).toBe(true)
    for (const { id } of templateThemes) expect(items.some(({ theme }) => theme === id)).toBe(true)
  })

  it('has measurements of some years, one of them too small to be shown', () => {
    const indicators = items.flatMap((item) => item.indicators)
    expect(indicators.length).toBeGreaterThan(10)
    for (const { measurements, baseline, unit } of indicators) {
      expect(measurements.length).toBeGreaterThanOrEqual(4)
      expect(measurements.at(-1)?.date.localeCompare(today)).toBe(-1)
      expect(baseline).toBe(measurements[0]?.value)
      expect(unit).not.toBe('')
    }
    expect(indicators.some(({ measurements }) => measurements.some(({ value }) => value === 'masked'))).toBe(true)
  })

  it('links to public front pages only', () => {
    for (const { url } of items.flatMap(({ links }) => links)) expect(url).toMatch(/^https:\/\/[a-z.]+$/)
  })

  it('has local annexes with a text', () => {
    const annexes = items.flatMap((item) =>
      item.annexes.map((id) => richTextToPlain(readRichText(annexFragment(doc, item.id, id)))),
    )
    expect(annexes.length).toBeGreaterThanOrEqual(2)
    for (const annex of annexes) expect(annex.length).toBeGreaterThan(40)
  })

  it('names nobody: no number like a BSN, no date of birth, no first and last name', () => {
    const texts = [
      ...demoPeople.map(({ name }) => name),
      ...items.flatMap((item) => [
        item.title,
        item.struckReason,
        richTextToPlain(readRichText(bodyFragment(doc, item.id))),
        ...item.agreements.map(({ text }) => text),
        ...item.annexes.map((id) => richTextToPlain(readRichText(annexFragment(doc, item.id, id)))),
      ]),
    ]
    for (const text of texts) {
      expect(text).not.toMatch(/\d[\d .-]{7,}\d/)
      expect(text).not.toMatch(/\b(mevrouw|meneer|mevr\.|dhr\.|mw\.|geboren|moeder van|vader van)/i)
      // Two capitals in a row in the middle of a sentence are a name, unless they are a party's.
      const parties = [...demoOrganisations.map(({ name }) => name), 'Leerplicht en RMC']
      const rest = parties.reduce((left, party) => left.replaceAll(party, ''), text)
      expect(rest).not.toMatch(/[a-z,] [A-Z][a-zé]+ (van |de |der |den )*[A-Z][a-zé]+/)
    }
  })
})

describe('on whatever day the demo starts', () => {
  const days: Day[] = ['2024-02-29', '2026-10-01', '2026-11-22', '2026-12-31', '2027-01-01', '2030-06-15']

  it.each(days)('has agreements that are late, done and still to come on %s', (day) => {
    const items = readItems(filled(day).doc)
    const agreements = items.filter(({ status }) => status !== 'struck').flatMap((item) => item.agreements)
    expect(items.flatMap((item) => lateAgreements(item, day))).toHaveLength(3)
    expect(items.filter((item) => isOverdue(item, day))).toHaveLength(3)
    expect(agreements.filter(({ done }) => done).length).toBeGreaterThan(10)
    expect(agreements.filter(({ due, done }) => !done && due && due > day).length).toBeGreaterThan(10)
    for (const { done } of agreements) if (done) expect(done < day).toBe(true)
  })

  it.each(days)('plans no meeting in a weekend on %s', (day) => {
    const meetings = readItems(filled(day).doc).flatMap((item) => item.deadlines.filter(({ name }) => name === 'OOGO'))
    expect(new Set(meetings.map(({ date }) => date)).size).toBe(1)
    for (const { date } of meetings) {
      expect([0, 6]).not.toContain(new Date(date ?? '').getUTCDay())
      expect(date && daysBetween(day, date)).toBeGreaterThan(9)
    }
  })

  it('arrives as one update', () => {
    const doc = new Y.Doc()
    let updates = 0
    doc.on('update', () => updates++)
    fillDemo(doc, today)
    expect(updates).toBe(1)
  })
})
