import { type Amount, placeOf } from '../../../../shared/amount.ts'
import type { Day } from '../../../../shared/date.ts'
import { currentValue, type Indicator, isOnCourse, isReached } from '../../../../shared/item.ts'

/** What an indicator says, as facts from which the sentence is made. */
export type Finding = {
  change:
    | { kind: 'nothing' }
    | { kind: 'first'; to: Amount }
    | { kind: 'fell' | 'rose'; from: Amount; to: Amount }
    | { kind: 'same'; to: Amount }
  course?: 'reached' | 'on-course' | 'off-course'
  targetDate?: Day
}

export function findingOf(indicator: Indicator): Finding {
  const course = courseOf(indicator)
  return {
    change: changeOf(indicator),
    ...(course && { course }),
    ...(indicator.targetDate && { targetDate: indicator.targetDate }),
  }
}

function changeOf(indicator: Indicator): Finding['change'] {
  const [first, last] = [indicator.measurements[0], indicator.measurements.at(-1)]
  if (!last || !first) return { kind: 'nothing' }
  const from = indicator.baseline ?? (first === last ? undefined : first.value)
  const to = last.value
  if (from === undefined) return { kind: 'first', to }
  // Two masked values are the same: which way they went nobody knows.
  if (from === to) return { kind: 'same', to }
  return { kind: placeOf(to) < placeOf(from) ? 'fell' : 'rose', from, to }
}

function courseOf(indicator: Indicator): Finding['course'] {
  const now = currentValue(indicator)
  if (indicator.measurements.length === 0 || now === undefined || indicator.target === undefined) return undefined
  const reached = isReached(indicator, now)
  if (reached) return 'reached'
  // It could be reached already: then nothing is to be said of its course.
  if (reached === undefined) return undefined
  const onCourse = isOnCourse(indicator)
  return onCourse === undefined ? undefined : onCourse ? 'on-course' : 'off-course'
}
