import type { Day } from './date.ts'

/** Which day it is where the parties are: their terms and mandates end at their midnight. */
export function dutchDayOf(at: number): Day {
  // Swedish writes days as ISO 8601 does.
  return dutchDay.format(at) as Day
}

const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
