import { describe, expect, it } from 'vitest'
import { type Amount, masked } from '../../shared/amount.ts'
import type { Day } from '../../shared/date.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import {
  type Agreement,
  agreementsDone,
  currentValue,
  type Indicator,
  type Item,
  isOnCourse,
  isOverdue,
  isReached,
  lateAgreements,
  nextDeadline,
} from '../../shared/item.ts'

const today = '2026-11-22'

function anItem(parts: Partial<Item> = {}): Item {
  return {
    id: asId<ItemId>('punt'),
    title: 'Vervoer',
    duty: 'joint',
    kind: 'oogo-subject',
    rank: 'a0',
    status: 'in-progress',
    struckReason: '',
    reach: 'regional',
    lineage: '',
    owner: {},
    involved: [],
    sectors: [],
    legalBasis: [],
    principles: [],
    related: [],
    plans: [],
    deadlines: [],
    links: [],
    agreements: [],
    indicators: [],
    annexes: [],
    ...parts,
  }
}

function agreement(text: string, parts: Partial<Agreement> = {}): Agreement {
  return { id: asId<EntryId>(text), text, rank: 'a0', ...parts }
}

function indicator(parts: Partial<Indicator> = {}): Indicator {
  const id = asId<EntryId>('thuis')
  return { id, name: 'Thuis', unit: 'kinderen', direction: 'down', measurements: [], ...parts }
}

const falling = [
  { date: '2024-01-01', value: 40, source: '' },
  { date: '2026-01-01', value: 20, source: '' },
] as const

describe('what is late', () => {
  const agreements = [
    agreement('gisteren', { due: '2026-11-21' }),
    agreement('vandaag', { due: today }),
    agreement('gedaan', { due: '2026-01-01', done: '2026-11-01' }),
    agreement('ooit'),
    agreement('vorig-jaar', { due: '2025-11-21' }),
  ]

  it('is an agreement that should have been done before today, the longest ago first', () => {
    expect(lateAgreements(anItem({ agreements }), today).map(({ text }) => text)).toEqual(['vorig-jaar', 'gisteren'])
  })

  it('is an item with a late agreement or a deadline that passed', () => {
    expect(isOverdue(anItem({ agreements }), today)).toBe(true)
    const deadlines = [{ id: asId<EntryId>('d'), name: 'Besluit', date: '2026-11-21' as const }]
    expect(isOverdue(anItem({ deadlines }), today)).toBe(true)
    expect(isOverdue(anItem({ deadlines }), '2026-11-21')).toBe(false)
  })

  it('is never an item that was struck or is done', () => {
    for (const status of ['struck', 'done'] as const)
      expect(isOverdue(anItem({ agreements, status }), today)).toBe(false)
    expect(lateAgreements(anItem({ agreements, status: 'struck' }), today)).toEqual([])
  })
})

describe('what comes next', () => {
  it('is the first deadline or open agreement from today on', () => {
    const deadlines = [
      { id: asId<EntryId>('d1'), name: 'Voorbij', date: '2026-01-01' as const },
      { id: asId<EntryId>('d2'), name: 'Besluit', date: '2027-05-01' as const },
      { id: asId<EntryId>('d3'), name: 'Zonder dag' },
    ]
    const agreements = [
      agreement('gedaan', { due: '2026-12-01', done: '2026-11-01' }),
      agreement('bellen', { due: '2027-01-01' }),
    ]
    expect(nextDeadline(anItem({ deadlines, agreements }), today)).toEqual({ name: 'bellen', date: '2027-01-01' })
    expect(nextDeadline(anItem({ deadlines }), today)).toEqual({ name: 'Besluit', date: '2027-05-01' })
    expect(nextDeadline(anItem(), today)).toBeUndefined()
  })

  it('counts how many agreements are done', () => {
    const agreements = [agreement('een', { done: '2026-11-01' }), agreement('twee'), agreement('drie')]
    expect(agreementsDone(anItem({ agreements }))).toEqual({ done: 1, total: 3 })
  })
})

describe('an indicator', () => {
  it('stands at its last measurement, or at its baseline before the first', () => {
    expect(currentValue(indicator({ baseline: 40 }))).toBe(40)
    expect(currentValue(indicator({ baseline: 40, measurements: [...falling] }))).toBe(20)
    expect(currentValue(indicator())).toBeUndefined()
  })

  it.each([
    ['gets to its target in time at this pace', { target: 0, targetDate: '2028-01-02' }, true],
    ['gets there too late', { target: 0, targetDate: '2027-01-01' }, false],
    ['is there already, and goes on well', { target: 25, targetDate: '2026-06-01' }, true],
    ['should rise and falls', { target: 50, targetDate: '2028-01-01', direction: 'up' }, false],
    ['is judged by what was measured when its day has passed', { target: 30, targetDate: '2025-01-01' }, true],
  ] as const)('is on course or not: it %s', (_name, parts, expected) => {
    expect(isOnCourse(indicator({ ...parts, measurements: [...falling] }))).toBe(expected)
  })

  it('does not say whether it is on course when that cannot be known', () => {
    expect(isOnCourse(indicator({ target: 0, measurements: [...falling] }))).toBeUndefined()
    expect(isOnCourse(indicator({ targetDate: '2028-01-01', measurements: [...falling] }))).toBeUndefined()
    expect(
      isOnCourse(indicator({ target: 0, targetDate: '2028-01-01', measurements: falling.slice(0, 1) })),
    ).toBeUndefined()
  })

  it('[P1] hides a value of 1 to 4, and only that', () => {
    expect([0, 0.5, 1, 2.5, 4, 4.5, 5, -2].map(masked)).toEqual([0, 0.5, 'masked', 'masked', 'masked', 4.5, 5, -2])
  })

  it('[P1] says of masked values only what is true of all that they can be', () => {
    const reached = (value: Amount, target: Amount, direction: 'down' | 'up' = 'down') =>
      isReached(indicator({ target, direction }), value)
    expect([reached(0, 'masked'), reached('masked', 5), reached('masked', 4.5)]).toEqual([true, true, true])
    expect([reached('masked', 0), reached(7, 'masked')]).toEqual([false, false])
    expect(reached('masked', 'masked')).toBeUndefined()
    expect([reached(5, 'masked', 'up'), reached('masked', 5, 'up')]).toEqual([true, false])
  })

  it('[P1] is on course, or not, whatever its masked values are: else nobody says so', () => {
    const course = (values: [Amount, Amount], target: Amount, targetDate: Day) =>
      isOnCourse(
        indicator({
          target,
          targetDate,
          measurements: [
            { date: '2024-01-01', value: values[0], source: '' },
            { date: '2026-01-01', value: values[1], source: '' },
          ],
        }),
      )
    expect(course([40, 'masked'], 0, '2028-01-01')).toBe(true)
    expect(course(['masked', 30], 0, '2028-01-01')).toBe(false)
    expect(course([40, 'masked'], 0, '2026-02-15')).toBeUndefined()
    expect(course(['masked', 'masked'], 0, '2028-01-01')).toBeUndefined()
    expect(course([40, 20], 'masked', '2028-01-01')).toBe(true)
    for (const value of [1, 2, 3, 4]) expect(course([40, value], 0, '2026-02-15')).toBeUndefined()
  })
})
