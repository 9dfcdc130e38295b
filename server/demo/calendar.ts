import type { Amount } from '../../shared/amount.ts'
import type { Day } from '../../shared/date.ts'
import type { Measurement } from '../../shared/item.ts'

/** Dates and counts as seen from today, so that the demo always looks as if people worked in it yesterday. */
export type Calendar = {
  /** A working day about so many days from today, in the future when positive, in the past when negative. */
  day(offset: number): Day
  /** The first of a month: 1 is next month. */
  month(offset: number): Day
  /** These values on the last count days, 1 April and 1 October, the latest last. */
  halfYearly(values: readonly Amount[], source: string): Measurement[]
  /** These values on 1 October of the last years, the latest last. */
  yearly(values: readonly Amount[], source: string): Measurement[]
}

export function calendarFrom(today: Day): Calendar {
  const start = new Date(today)
  const [year, month, date] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()]
  return {
    day: (offset) =>
      dayOf(year, month, date + offset + toWorkingDay(new Date(Date.UTC(year, month, date + offset)), offset)),
    month: (offset) => dayOf(year, month + offset, 1),
    halfYearly: (values, source) => measured(countDays(today, [april, october], values.length), values, source),
    yearly: (values, source) => measured(countDays(today, [october], values.length), values, source),
  }
}

/** From a weekend on to Monday, or back to Friday: never across today. */
function toWorkingDay(date: Date, offset: number): number {
  const weekday = date.getUTCDay()
  if (weekday !== saturday && weekday !== sunday) return 0
  if (offset > 0) return weekday === saturday ? 2 : 1
  return weekday === saturday ? -1 : -2
}

const [sunday, saturday] = [0, 6]
const [april, october] = [3, 9]

function countDays(today: Day, months: number[], count: number): Day[] {
  const year = new Date(today).getUTCFullYear()
  return Array.from({ length: count + 1 }, (_, back) => months.map((month) => dayOf(year - back, month, 1)))
    .flat()
    .filter((day) => day < today)
    .sort()
    .slice(-count)
}

function measured(days: Day[], values: readonly Amount[], source: string): Measurement[] {
  return days.map((date, index) => ({ date, value: values[index] ?? 0, source }))
}

function dayOf(year: number, month: number, date: number): Day {
  // The part before the T of an ISO date is always a day.
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10) as Day
}
