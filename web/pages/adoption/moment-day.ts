import type { Day } from '../../../shared/date.ts'

/** On which day a moment fell where the parties are. */
export function dayOfMoment(at: string): Day {
  // Swedish writes days as ISO 8601 does.
  return dutchDay.format(new Date(at)) as Day
}

const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
