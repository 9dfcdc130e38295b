import { describe, expect, it } from 'vitest'
import { daysBetween, isDay } from '../../shared/date.ts'

describe('a day', () => {
  it.each(['2026-11-22', '2028-02-29', '1000-01-01', '9999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each(['2027-02-29', '2027-02-31', '2027-13-01', '2027-00-10', '2027-04-31', '0099-01-01', '27-01-01'])(
    '%s does not exist',
    (day) => {
      expect(isDay(day)).toBe(false)
    },
  )

  it.each([' 2026-11-22', '2026-11-22T00:00', '2026-11-22\n', '', 20261122, null, new Date(0)])(
    '%j is no day',
    (value) => {
      expect(isDay(value)).toBe(false)
    },
  )

  it('is as many days from another everywhere, also when the clock changes', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0)
    expect(daysBetween('2027-01-01', '2026-01-01')).toBe(-365)
  })
})
