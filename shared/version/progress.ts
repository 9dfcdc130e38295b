import * as v from 'valibot'
import type { Amount } from '../amount.ts'
import { type Day, isDay } from '../date.ts'
import { type ItemId, isId } from '../ids.ts'
import { priorities, statuses } from '../item.ts'
import { shownAmount } from '../shown-amount.ts'
import type { ItemAside } from './version.ts'

// How an item went on between two moments, beside what was agreed: none of it is hashed, and none of it has to be agreed.

const day = v.custom<Day>(isDay)
const both = <Value extends v.GenericSchema>(value: Value) => ({ before: v.optional(value), after: v.optional(value) })

export const progressStep = v.variant('field', [
  v.object({ field: v.literal('status'), ...both(v.picklist(statuses)) }),
  v.object({ field: v.literal('priority'), ...both(v.picklist(priorities)) }),
  /** On which day an agreement was done. */
  v.object({ field: v.literal('done'), name: v.string(), ...both(day) }),
  /** What an indicator measured on a day. */
  v.object({ field: v.literal('measured'), name: v.string(), day, ...both(shownAmount) }),
])
export type ProgressStep = v.InferOutput<typeof progressStep>

/** What became of one item. */
export const progress = v.object({
  item: v.custom<ItemId>(isId),
  number: v.optional(v.number()),
  title: v.string(),
  steps: v.array(progressStep),
})
export type Progress = v.InferOutput<typeof progress>

export type Standing = Pick<ItemAside, 'status' | 'priority' | 'agreements' | 'measurements'>
/** What agreements and indicators are called. */
export type EntryNames = { agreement: (id: string) => string; indicator: (id: string) => string }

/** The steps by which an item went on from one moment to another; empty when it did not. */
export function progressBetween(before: Standing, after: Standing, names: EntryNames): ProgressStep[] {
  const steps: ProgressStep[] = []
  if (before.status !== after.status) steps.push({ field: 'status', before: before.status, after: after.status })
  if (before.priority !== after.priority) {
    steps.push({ field: 'priority', ...changed(before.priority, after.priority) })
  }
  const [was, is] = [before, after].map(({ agreements = [] }) => new Map(agreements.map(({ id, done }) => [id, done])))
  for (const id of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
    const [then, now] = [was?.get(id), is?.get(id)]
    if (then !== now) steps.push({ field: 'done', name: names.agreement(id), ...changed(then, now) })
  }
  const [earlier, later] = [measured(before), measured(after)]
  for (const [key, { indicator, date }] of new Map([...earlier, ...later])) {
    const [then, now] = [earlier.get(key)?.value, later.get(key)?.value]
    if (then !== now)
      steps.push({ field: 'measured', name: names.indicator(indicator), day: date, ...changed(then, now) })
  }
  return steps
}

function measured({ measurements = {} }: Standing): Map<string, { indicator: string; date: Day; value: Amount }> {
  return new Map(
    Object.entries(measurements).flatMap(([indicator, all]) =>
      all.map(({ date, value }) => [`${indicator} ${date}`, { indicator, date, value }] as const),
    ),
  )
}

function changed<Value>(before: Value | undefined, after: Value | undefined): { before?: Value; after?: Value } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
}
