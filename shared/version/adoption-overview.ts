import { isLate, partyOutcome, type Step } from '../adoption.ts'
import type { Day } from '../date.ts'

// What somebody who follows an adoption sees first: how many are there, and who is late.

type Party = { steps: readonly Step[] }

/** How many parties adopted (with how many reservations among them), are at work, did not adopt; and are late. */
export type Overview = Record<'all' | 'adopted' | 'reserved' | 'waiting' | 'declined' | 'late', number>

export function overviewOf(parties: readonly Party[], today: Day): Overview {
  const outcomes = parties.map(({ steps }) => partyOutcome(steps))
  const count = (...wanted: (typeof outcomes)[number][]) =>
    outcomes.filter((outcome) => wanted.includes(outcome)).length
  return {
    all: parties.length,
    adopted: count('adopted', 'adopted-with-reservation'),
    reserved: count('adopted-with-reservation'),
    waiting: count('pending'),
    declined: count('declined', 'withdrawn'),
    late: parties.filter((party) => isPartyLate(party, today)).length,
  }
}

export function isPartyLate({ steps }: Party, today: Day): boolean {
  return steps.some((step) => isLate(step, today))
}

/** What is late comes first, the latest first of all; then what is pending, by its day; then the rest. Within these by name. */
export function byUrgency<Row extends Party>(
  parties: readonly Row[],
  today: Day,
  compareNames: (one: Row, other: Row) => number,
): Row[] {
  return parties
    .map((party) => ({ party, ...urgencyOf(party, today) }))
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        (one.due === other.due ? 0 : one.due < other.due ? -1 : 1) ||
        compareNames(one.party, other.party),
    )
    .map(({ party }) => party)
}

/** No day lies after this: who has none stands behind those who have. */
const noDay = '9999-12-31'

function urgencyOf(party: Party, today: Day): { rank: number; due: string } {
  const open = party.steps.filter(({ state }) => state.outcome === 'pending')
  const due = open.map(({ state }) => state.due ?? noDay).sort()[0] ?? noDay
  if (isPartyLate(party, today)) return { rank: 0, due }
  return partyOutcome(party.steps) === 'pending' ? { rank: 1, due } : { rank: 2, due: noDay }
}
