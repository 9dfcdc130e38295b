import { describe, expect, it } from 'vitest'
import { asId } from '../../../shared/ids.ts'
import type { Indicator } from '../../../shared/item.ts'
import { chartOf } from '../../../web/pages/item/indicators/chart-geometry.ts'
import { findingOf } from '../../../web/pages/item/indicators/finding.ts'

const indicator = (change: Partial<Indicator>): Indicator => ({
  id: asId('i1'),
  name: 'Thuiszitters',
  unit: 'kinderen',
  direction: 'down',
  measurements: [
    { date: '2025-01-01', value: 61, source: '' },
    { date: '2026-01-01', value: 49, source: '' },
    { date: '2026-10-01', value: 38, source: '' },
  ],
  target: 0,
  targetDate: '2027-08-01',
  ...change,
})

describe('what an indicator says', () => {
  it('is that it fell, and whether the target comes within reach in time', () => {
    expect(findingOf(indicator({}))).toEqual({
      change: { kind: 'fell', from: 61, to: 38 },
      course: 'off-course',
      targetDate: '2027-08-01',
    })
    expect(findingOf(indicator({ target: 30 })).course).toBe('on-course')
    expect(findingOf(indicator({ target: 40 })).course).toBe('reached')
  })
  it('is nothing without measurements, and no change with one', () => {
    expect(findingOf(indicator({ measurements: [] })).change).toEqual({ kind: 'nothing' })
    const one = indicator({ measurements: [{ date: '2025-01-01', value: 61, source: '' }] })
    expect(findingOf(one).change).toEqual({ kind: 'first', to: 61 })
  })
  it('[P1] does not tell which way a count below five went', () => {
    const small = indicator({
      measurements: [
        { date: '2025-01-01', value: 'masked', source: '' },
        { date: '2026-01-01', value: 'masked', source: '' },
      ],
    })
    expect(findingOf(small).change).toEqual({ kind: 'same', to: 'masked' })
  })
})

describe('the plot of an indicator', () => {
  it('spans the time from the first measurement to the target, and the values from nought', () => {
    const chart = chartOf(indicator({}))
    expect(chart?.points.map(({ x }) => x)).toEqual([0, 38.75, 67.73])
    expect(chart?.rows.map(({ value }) => value)).toEqual([0, 20, 40, 60])
    expect(chart?.target).toEqual({ x: 100, y: 100, value: 0 })
    expect(chart?.line).toMatch(/^M0 5\.66L/)
    expect(chart?.columns.map(({ date }) => date)).toEqual(['2025-01-01', '2026-10-01', '2027-08-01'])
  })
  it('is not there without measurements, and has no target that lies in the past', () => {
    expect(chartOf(indicator({ measurements: [] }))).toBeUndefined()
    expect(chartOf(indicator({ targetDate: '2026-01-01' }))?.target).toBeUndefined()
  })
  it('[P1] puts every count of 1 to 4 at one height', () => {
    const heights = [1, 2, 3, 4].map((value) => {
      const measurements = [
        { date: '2025-01-01' as const, value: 20, source: '' },
        { date: '2026-01-01' as const, value, source: '' },
      ]
      return chartOf(indicator({ measurements }))?.points[1]?.y
    })
    expect(new Set(heights).size).toBe(1)
  })
  it('keeps labels clear of the lines', () => {
    expect(chartOf(indicator({}))).toMatchObject({ begin: 'above', now: 'beside' })
    const rising = indicator({
      direction: 'up',
      target: 100,
      measurements: [
        { date: '2025-01-01', value: 45, source: '' },
        { date: '2026-10-01', value: 80, source: '' },
      ],
    })
    expect(chartOf(rising)).toMatchObject({ begin: 'below', now: 'below' })
  })
  it('draws negative and equal values', () => {
    const measurements = [
      { date: '2025-01-01' as const, value: -10, source: '' },
      { date: '2026-01-01' as const, value: -10, source: '' },
    ]
    const chart = chartOf(indicator({ measurements, target: undefined }))
    expect(chart?.points.every(({ y }) => y >= 0 && y <= 100)).toBe(true)
  })
})
