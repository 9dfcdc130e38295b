import { type Amount, placeOf } from '../../../../shared/amount.ts'
import type { Day } from '../../../../shared/date.ts'
import type { Indicator } from '../../../../shared/item.ts'

/** A place in the plot, in percent from its left and its top. */
export type Place = { x: number; y: number }
export type Chart = {
  /** SVG paths on a field of 100 by 100. */
  line: string
  aim?: string
  rows: { y: number; value: number }[]
  columns: { x: number; date: Day }[]
  points: (Place & { value: Amount })[]
  /** On which side of the first point its label stands clear of the line. */
  begin: 'above' | 'below'
  /** Where the label of the last point stands clear of the dashed line to the target. */
  now: 'above' | 'below' | 'beside'
  target?: Place & { value: Amount }
}

/** Where everything in the plot of an indicator stands; undefined while there is nothing to draw. */
export function chartOf(indicator: Indicator): Chart | undefined {
  const { measurements, target } = indicator
  const [first, last] = [measurements[0], measurements.at(-1)]
  if (!first || !last) return undefined
  const targetDate = indicator.targetDate && indicator.targetDate > last.date ? indicator.targetDate : undefined
  const [start, end] = [Date.parse(first.date), Date.parse(targetDate ?? last.date)]
  // A masked value stands halfway where it can be: its height would give it away.
  const values = [...measurements.map(({ value }) => value), ...(target === undefined ? [] : [target])]
  const scale = scaleOf(values.map(placeOf))
  const x = (date: Day) => (end === start ? 50 : round(((Date.parse(date) - start) / (end - start)) * 100))
  const y = (value: Amount) => round(100 - ((placeOf(value) - scale.low) / (scale.high - scale.low)) * 100)

  const points = measurements.map(({ date, value }) => ({ x: x(date), y: y(value), value }))
  const goal = target !== undefined && targetDate ? { x: 100, y: y(target), value: target } : undefined
  const now = points.at(-1)
  return {
    line: pathThrough(points),
    ...(goal && now && { aim: pathThrough([now, goal]), target: goal }),
    rows: scale.steps.map((value) => ({ y: y(value), value })),
    columns: labelled([first.date, last.date, ...(targetDate ? [targetDate] : [])], x),
    points,
    begin: rises(points) ? 'below' : 'above',
    now: sideOf(now, goal),
  }
}

/** Beside the point when the line to the target falls away steeply enough, else on the side that it does not take. */
function sideOf(now: Place | undefined, goal: Place | undefined): Chart['now'] {
  if (!now || !goal) return 'beside'
  const fall = goal.y - now.y
  if (fall > 25) return 'beside'
  return fall < 0 && now.y < 80 ? 'below' : 'above'
}

/** A line that goes up from its first point would run through a label above it; at the bottom there is no room below. */
function rises([first, second]: Place[]): boolean {
  return first !== undefined && second !== undefined && second.y < first.y && first.y < 80
}

function scaleOf(values: number[]): { low: number; high: number; steps: number[] } {
  const [lowest, highest] = [Math.min(0, ...values), Math.max(...values)]
  const step = roundStep((highest - lowest) / 4 || 1)
  const low = Math.floor(lowest / step) * step
  // A little room above the highest, rather than a whole step.
  const high = Math.max(low + step, highest + (highest - low) * 0.06)
  const steps: number[] = []
  for (let count = 0; low + count * step <= high; count++) steps.push(round(low + count * step))
  return { low, high, steps }
}

/** The first of 1, 2, 5, 10, 20, 50 … that is at least this much. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power
}

/** Dates under the plot that do not touch: the first and the last have precedence. */
function labelled(dates: Day[], x: (date: Day) => number): { x: number; date: Day }[] {
  const places = [...new Set(dates)].map((date) => ({ x: x(date), date }))
  const [first, last] = [places[0], places.at(-1)]
  return places.filter((place) => {
    if (place === first) return true
    if (place === last) return place.x - (first?.x ?? 0) >= closest
    return place.x - (first?.x ?? 0) >= closest && (last?.x ?? 100) - place.x >= closest
  })
}

/** How near two dates may stand, in percent: a month with its year on a phone. */
const closest = 25

function pathThrough(places: Place[]): string {
  return places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
