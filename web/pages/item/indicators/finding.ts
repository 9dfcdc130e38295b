import type { Day } from '../../../../shared/date.ts'
import { currentValue, type Indicator, isMasked, isOnCourse } from '../../../../shared/item.ts'

/** What an indicator says, as facts from which the sentence is made. */
export type Finding = {
  change:
    | { kind: 'nothing' }
    | { kind: 'first'; to: number }
    | { kind: 'fell' | 'rose'; from: number; to: number }
    | { kind: 'same'; to: number }
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
  // Two counts below five look the same: which way they went could tell who left.
  if (from === to || (isMasked(from) && isMasked(to))) return { kind: 'same', to }
  return { kind: to < from ? 'fell' : 'rose', from, to }
}

function courseOf(indicator: Indicator): Finding['course'] {
  const now = currentValue(indicator)
  if (indicator.measurements.length === 0 || now === undefined || indicator.target === undefined) return undefined
  if (indicator.direction === 'down' ? now <= indicator.target : now >= indicator.target) return 'reached'
  const onCourse = isOnCourse(indicator)
  return onCourse === undefined ? undefined : onCourse ? 'on-course' : 'off-course'
}
