import { type Amount, boundsOf } from './amount.ts'
import type { Day } from './date.ts'
import type { EntryId, ItemId, OrganisationId, PersonId, PlanId, ThemeId } from './ids.ts'
import type { Rank } from './rank.ts'

/** Where the duty to carry an item out lies: the three columns of the board. */
export const duties = ['municipality', 'joint', 'school-boards'] as const
export type Duty = (typeof duties)[number]

export const itemKinds = ['oogo-subject', 'oogo-organisation', 'other-subject'] as const
export type ItemKind = (typeof itemKinds)[number]

export const priorities = ['high', 'medium', 'low'] as const
export type Priority = (typeof priorities)[number]

/** The statuses that are written. `agreed` is not among them: it is derived from the last version. */
export const statuses = ['proposed', 'discussing', 'in-progress', 'done', 'struck'] as const
export type Status = (typeof statuses)[number]

export const sectors = ['preschool', 'primary', 'secondary', 'special', 'vocational', 'work'] as const
export type Sector = (typeof sectors)[number]

export const reaches = ['regional', 'local', 'both'] as const
export type Reach = (typeof reaches)[number]

export const legalBases = [
  'jeugdwet',
  'passend-onderwijs',
  'leerplichtwet',
  'wmo-2015',
  'participatiewet',
  'wpg',
  'zvw',
  'wlz',
  'wet-kinderopvang',
  'wet-oke',
] as const
export type LegalBasis = (typeof legalBases)[number]

/** The guiding principles of the 2017 coalition, by their numbers. */
export const principles = ['1', '2', '3', '4', '5'] as const
export type Principle = (typeof principles)[number]

export const linkKinds = ['document', 'example'] as const
export type LinkKind = (typeof linkKinds)[number]

export const directions = ['down', 'up'] as const
/** Which way an indicator should go to be better. */
export type Direction = (typeof directions)[number]

export type Transition = { from: Sector; to: Sector }
export type Owner = { organisation?: OrganisationId; person?: PersonId }
export type Deadline = { id: EntryId; name: string; date?: Day }
export type Link = { id: EntryId; name: string; url: string; kind: LinkKind }
/** Who does what by when, done or not. `done` is the day it was ticked off. */
export type Agreement = {
  id: EntryId
  text: string
  organisation?: OrganisationId
  person?: PersonId
  due?: Day
  done?: Day
  rank: Rank
}
export type Measurement = { date: Day; value: Amount; source: string }
/** Measurements are sorted by date. */
export type Indicator = {
  id: EntryId
  name: string
  unit: string
  baseline?: Amount
  target?: Amount
  targetDate?: Day
  direction: Direction
  measurements: Measurement[]
}

/** An agendapunt as its plain values; the texts (body, annexes) are read apart, since they can be long. */
export type Item = {
  id: ItemId
  title: string
  theme?: ThemeId
  duty: Duty
  kind: ItemKind
  priority?: Priority
  rank: Rank
  status: Status
  struckReason: string
  reach: Reach
  lineage: string
  transition?: Transition
  owner: Owner
  involved: OrganisationId[]
  sectors: Sector[]
  legalBasis: LegalBasis[]
  principles: Principle[]
  related: ItemId[]
  plans: PlanId[]
  deadlines: Deadline[]
  links: Link[]
  agreements: Agreement[]
  indicators: Indicator[]
  /** The municipalities that have a local annex. */
  annexes: OrganisationId[]
}

/** How much of the agreements is done: struck ones do not count. */
export function agreementsDone(item: Item): { done: number; total: number } {
  return { done: item.agreements.filter((agreement) => agreement.done).length, total: item.agreements.length }
}

/** The agreements that should have been done before today, the latest first. */
export function lateAgreements(item: Item, today: Day): (Agreement & { due: Day })[] {
  if (item.status === 'struck') return []
  return item.agreements
    .filter(
      (agreement): agreement is Agreement & { due: Day } => !agreement.done && !!agreement.due && agreement.due < today,
    )
    .sort((a, b) => (a.due < b.due ? -1 : 1))
}

/** The first day, today or later, on which something of this item is due: a deadline or an agreement. */
export function nextDeadline(item: Item, today: Day): { name: string; date: Day } | undefined {
  const days = [
    ...item.deadlines.map(({ name, date }) => ({ name, date })),
    ...item.agreements.filter((agreement) => !agreement.done).map(({ text, due }) => ({ name: text, date: due })),
  ].filter((entry): entry is { name: string; date: Day } => entry.date !== undefined && entry.date >= today)
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))[0]
}

/** Whether an item is overdue: an agreement is late, or a deadline passed while it was not done. */
export function isOverdue(item: Item, today: Day): boolean {
  if (item.status === 'struck' || item.status === 'done') return false
  return lateAgreements(item, today).length > 0 || item.deadlines.some(({ date }) => date !== undefined && date < today)
}

/** The last measured value, or the baseline when nothing was measured yet. */
export function currentValue(indicator: Indicator): Amount | undefined {
  return indicator.measurements.at(-1)?.value ?? indicator.baseline
}

/**
 * Whether the target is reached; undefined when masked values (rule P1) leave that open, or when there is no target. It
 * follows from what is shown, so that it tells nobody more.
 */
export function isReached({ direction, target }: Indicator, value: Amount): boolean | undefined {
  return target === undefined ? undefined : holds(direction, boundsOf(value), boundsOf(target))
}

/**
 * Whether the indicator gets to its target in time if it goes on as it did between its first and last measurement;
 * undefined when that cannot be said: fewer than two measurements, no target, no date, or values that are masked.
 */
export function isOnCourse({ measurements, target, targetDate, direction }: Indicator): boolean | undefined {
  const [first, last] = [measurements[0], measurements.at(-1)]
  if (!first || !last || first === last || target === undefined || !targetDate) return undefined
  const [from, to] = [boundsOf(first.value), boundsOf(last.value)]
  const left = Math.max(0, Date.parse(targetDate) - Date.parse(last.date))
  const ratio = left / (Date.parse(last.date) - Date.parse(first.date))
  const expected = { low: to.low + (to.low - from.high) * ratio, high: to.high + (to.high - from.low) * ratio }
  return holds(direction, expected, boundsOf(target))
}

type Bounds = ReturnType<typeof boundsOf>

/** Whether every value within the bounds is as good as the target (true), none is (false), or it depends. */
function holds(direction: Direction, value: Bounds, target: Bounds): boolean | undefined {
  const [always, sometimes] =
    direction === 'down'
      ? [value.high <= target.low, value.low <= target.high]
      : [value.low >= target.high, value.high >= target.low]
  return always ? true : sometimes ? undefined : false
}
