import type { OrganisationKind } from './agenda.ts'
import type { Day } from './date.ts'
import { asId, type OrganisationId, type PersonId, type StepId } from './ids.ts'

// How the bodies of a party adopt a version: ordered steps, and what may happen to them (rules V10 to V16).

/** What a party has that decides or is told; `other` goes with a name. */
export const bodies = [
  'college',
  'council',
  'board',
  'support-plan-council',
  'supervisory-board',
  'portfolio-meeting',
  'general-meeting',
  'other',
] as const
export type Body = (typeof bodies)[number]

/** What a body does with a version. The first four decide: without them it is not adopted. */
export const capacities = ['adopts', 'endorses', 'consents', 'approves', 'advises', 'informed'] as const
export type Capacity = (typeof capacities)[number]

export const outcomes = ['pending', 'done', 'done-with-reservation', 'declined', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** One step of a party, as its settings have it. */
export type PlannedStep = { id: StepId; body: Body; name?: string | undefined; capacity: Capacity }

/** How a step stands. Days that are not known yet are left out. */
export type StepState = {
  prepared?: Day | undefined
  submitted?: Day | undefined
  due?: Day | undefined
  outcome: Outcome
  /** On which day it came out so. */
  date?: Day | undefined
  /** What the reservation is, or why it was declined or withdrawn. */
  words?: string | undefined
  /** The number of the document, and the council's own page. */
  reference?: string | undefined
  link?: string | undefined
}

/** Who recorded how a step stands; with a ground when on behalf of the party. */
export type Recorded = { person: PersonId; at: string; ground?: string | undefined }
export type Reminder = { person: PersonId; at: string }
export type Step = PlannedStep & {
  state: StepState
  /** On which day was decided what was withdrawn since. */
  withdraws?: Day | undefined
  recorded?: Recorded | undefined
  /** How often it was recorded before that. */
  earlier?: number | undefined
  /** The last reminder of it. */
  reminded?: Reminder | undefined
}

/** On what somebody records: the party's own mandate, or as a coordinator on its behalf, told on some ground. */
export type Authority =
  | { kind: 'mandate'; person: PersonId }
  | { kind: 'coordinator'; person: PersonId; ground: string | undefined }
  | { kind: 'none' }

/** Whether somebody would act for another organisation without saying on what ground (rules V10 and V11). */
export function isGroundless(by: Authority): boolean {
  return by.kind === 'coordinator' && !by.ground?.trim()
}

export type Refusal =
  | 'not-found'
  | 'not-allowed'
  | 'changed-meanwhile'
  | 'ground-missing'
  | 'days-not-in-order'
  | 'day-to-come'
  | 'date-missing'
  | 'date-too-early'
  | 'withdrawn-too-early'
  | 'words-missing'
  | 'earlier-step-open'
  | 'later-step-decided'

export type StepDecision = { done: true; steps: Step[]; isNews: boolean } | { done: false; why: Refusal }

/** Who records something, on which day and moment, and when it was recorded last as far as they know. */
export type Recording = { by: Authority; today: Day; at: string; expects: string | undefined }

/** Records how a step stands now (rules V11 to V14 and V26); what is refused changes nothing. */
export function recordStep(
  steps: readonly Step[],
  id: StepId,
  state: StepState,
  { by, today, at, expects }: Recording,
): StepDecision {
  if (by.kind === 'none') return { done: false, why: 'not-allowed' }
  const place = steps.findIndex((step) => step.id === id)
  const step = steps[place]
  if (!step) return { done: false, why: 'not-found' }
  if (isGroundless(by)) return { done: false, why: 'ground-missing' }
  if (isSameState(step.state, state) && isSameWord(step.recorded, by))
    return { done: true, steps: [...steps], isNews: false }
  // The same again was recorded, whatever was known of it; another must not put back what somebody else changed.
  if (step.recorded?.at !== expects) return { done: false, why: 'changed-meanwhile' }
  const why = whyNot(steps, place, step, state, today)
  if (why) return { done: false, why }
  const recorded = { person: by.person, at, ...(by.kind === 'coordinator' && { ground: by.ground }) }
  const next = { ...withState(step, state), recorded }
  return { done: true, steps: steps.map((other) => (other === step ? next : other)), isNews: true }
}

/** A step as it stands from now on. Which decision a withdrawal was of is known for as long as it is withdrawn. */
export function withState({ withdraws, ...step }: Step, state: StepState): Step {
  const decided = isDecided(step.state) ? step.state.date : withdraws
  return { ...step, state, ...(state.outcome === 'withdrawn' && decided && { withdraws: decided }) }
}

/** Whether it was this person who said so, on this ground: where nothing was said yet there is nothing to say anew. */
function isSameWord(recorded: Recorded | undefined, by: Exclude<Authority, { kind: 'none' }>): boolean {
  if (!recorded) return true
  const ground = by.kind === 'coordinator' ? by.ground : undefined
  return recorded.person === by.person && recorded.ground === ground
}

function whyNot(steps: readonly Step[], place: number, step: Step, state: StepState, today: Day): Refusal | undefined {
  const { prepared, submitted, outcome, date, words } = state
  const happened = [prepared, submitted, date].filter((day) => day !== undefined)
  if (happened.some((day) => day > today)) return 'day-to-come'
  if (happened.some((day, index) => day < (happened[index - 1] ?? day))) return 'days-not-in-order'
  if ((outcome === 'pending') !== (date === undefined)) return 'date-missing'
  if (needsWords(outcome) && !words?.trim()) return 'words-missing'
  // What a decision is about is part of it: a reservation in other words is another.
  const isOther = outcomeKeys.some((key) => (step.state[key] ?? '') !== (state[key] ?? ''))
  if (!isOther) return undefined
  if ((withState(step, state).withdraws ?? '') > (date ?? '')) return 'withdrawn-too-early'
  // What later bodies built on cannot be another under their hands.
  if (decides(step) && steps.slice(place + 1).some(({ state: later }) => isDecided(later))) return 'later-step-decided'
  if (!isDecided(state)) return undefined
  const earlier = steps.slice(0, place).filter(decides)
  if (!earlier.every(isPassed)) return 'earlier-step-open'
  if (earlier.some((other) => (other.state.date ?? '') > (date ?? ''))) return 'date-too-early'
  return undefined
}

/** Whether this body's word is needed before the version counts as adopted by the party. */
export function decides({ capacity }: Pick<PlannedStep, 'capacity'>): boolean {
  return capacity !== 'advises' && capacity !== 'informed'
}

/** Whether anything became of a step: a day by which it is asked alone commits nobody to these bodies (rule V10). */
export function hasHappened({ prepared, submitted, outcome }: StepState): boolean {
  return prepared !== undefined || submitted !== undefined || outcome !== 'pending'
}

/** Whether a body said so: a withdrawal is of who submitted it. */
export function isDecided({ outcome }: StepState): boolean {
  return outcome === 'done' || outcome === 'done-with-reservation' || outcome === 'declined'
}

export function isPassed({ state: { outcome } }: Step): boolean {
  return outcome === 'done' || outcome === 'done-with-reservation'
}

/** Whether an outcome says nothing without words. */
export function needsWords(outcome: Outcome): boolean {
  return outcome === 'done-with-reservation' || outcome === 'declined' || outcome === 'withdrawn'
}

/** Whether a step should have come out by now. */
export function isLate({ state }: Step, today: Day): boolean {
  return state.outcome === 'pending' && state.due !== undefined && state.due < today
}

export const partyOutcomes = ['pending', 'adopted', 'adopted-with-reservation', 'declined', 'withdrawn'] as const
export type PartyOutcome = (typeof partyOutcomes)[number]

/** What all its steps come to for a party (rule V15). Where no body decides, being told is what counts. */
export function partyOutcome(steps: readonly Step[]): PartyOutcome {
  const deciding = steps.some(decides) ? steps.filter(decides) : steps
  const has = (outcome: Outcome) => deciding.some(({ state }) => state.outcome === outcome)
  if (has('declined')) return 'declined'
  if (has('withdrawn')) return 'withdrawn'
  if (has('pending') || deciding.length === 0) return 'pending'
  return has('done-with-reservation') ? 'adopted-with-reservation' : 'adopted'
}

/** The version that a party adopted last: against that the next one is read by its bodies. */
export function lastAdopted(
  adoptions: readonly {
    version: number
    parties: readonly { organisation: OrganisationId; steps: readonly Step[] }[]
  }[],
  organisation: OrganisationId,
): number | undefined {
  const adopted = adoptions.filter(({ parties }) => {
    const outcome = partyOutcome(parties.find((party) => party.organisation === organisation)?.steps ?? [])
    return outcome === 'adopted' || outcome === 'adopted-with-reservation'
  })
  return adopted.length > 0 ? Math.max(...adopted.map(({ version }) => version)) : undefined
}

/** The steps that a party of a kind begins with; they are settings of the party. */
export function usualSteps(kind: OrganisationKind): PlannedStep[] {
  const step = (body: Body, capacity: Capacity): PlannedStep => ({ id: asId<StepId>(body), body, capacity })
  switch (kind) {
    case 'municipality':
      return [step('college', 'adopts'), step('council', 'informed')]
    case 'alliance':
      return [step('board', 'adopts'), step('support-plan-council', 'consents'), step('supervisory-board', 'approves')]
    case 'school-board':
      return [step('board', 'adopts')]
    default:
      return [step('board', 'endorses')]
  }
}

/** Steps with nothing recorded yet. */
export function beginSteps(planned: readonly PlannedStep[]): Step[] {
  return planned.map((step) => ({ ...step, state: { outcome: 'pending' } }))
}

const outcomeKeys = ['outcome', 'date', 'words'] as const

const stateKeys = Object.keys({
  prepared: 0,
  submitted: 0,
  due: 0,
  outcome: 0,
  date: 0,
  words: 0,
  reference: 0,
  link: 0,
} satisfies Record<keyof StepState, 0>) as (keyof StepState)[]

export function isSameState(one: StepState, other: StepState): boolean {
  return stateKeys.every((key) => (one[key] ?? '') === (other[key] ?? ''))
}
