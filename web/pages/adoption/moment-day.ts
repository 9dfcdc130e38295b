import type { Day } from '../../../shared/date.ts'
import { dutchDayOf } from '../../../shared/dutch-day.ts'

/** On which day a moment fell where the parties are. */
export function dayOfMoment(at: string): Day {
  return dutchDayOf(Date.parse(at))
}
