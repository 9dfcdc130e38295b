import {
  type Authority,
  type Outcome,
  type Refusal,
  recordStep,
  type Step,
  type StepState,
} from '../../../shared/adoption.ts'
import { type Day, isDay } from '../../../shared/date.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { StepChange } from '../../../shared/version/api.ts'

/** What stands in the form of a step: text, as it was typed. */
export type StepDraft = Record<Exclude<StepField, 'outcome'>, string> & { outcome: Outcome }
export type StepField =
  | 'outcome'
  | 'date'
  | 'words'
  | 'reference'
  | 'link'
  | 'due'
  | 'prepared'
  | 'submitted'
  | 'ground'

export function draftOf({ state }: Pick<Step, 'state'>): StepDraft {
  return {
    outcome: state.outcome,
    date: state.date ?? '',
    words: state.words ?? '',
    reference: state.reference ?? '',
    link: state.link ?? '',
    due: state.due ?? '',
    prepared: state.prepared ?? '',
    submitted: state.submitted ?? '',
    ground: '',
  }
}

/**
 * On what ground this is recorded: what was typed; or else the one that stands there, as long as it is still about the same. A
 * decision does not inherit the ground of the day on which it was asked for.
 */
export function groundOf(draft: StepDraft, { state, recorded }: Pick<Step, 'state' | 'recorded'>): string {
  if (draft.ground.trim()) return draft.ground
  const said = changeOf(draft, false)
  const isSame = facts.every((key) => said[key] === state[key])
  return isSame ? (recorded?.ground ?? '') : ''
}

/** What a ground is about: all but where it can be found. */
const facts = ['outcome', 'date', 'words', 'due', 'prepared', 'submitted'] as const

/** What is sent: what is empty is left out. What has not come out yet has neither date nor words, whatever was typed before. */
export function changeOf(draft: StepDraft, isOnBehalf: boolean): StepChange {
  const isOut = draft.outcome !== 'pending'
  const text = (key: 'words' | 'reference' | 'link' | 'ground') => draft[key].trim() || undefined
  const day = (key: 'date' | 'due' | 'prepared' | 'submitted'): Day | undefined =>
    isDay(draft[key]) ? draft[key] : undefined
  return filled({
    outcome: draft.outcome,
    prepared: day('prepared'),
    submitted: day('submitted'),
    due: day('due'),
    date: isOut ? day('date') : undefined,
    words: isOut ? text('words') : undefined,
    reference: text('reference'),
    link: text('link'),
    ground: isOnBehalf ? text('ground') : undefined,
  })
}

/** Why the server would not take this, and at which field that is said; it is asked here by the same rules. */
export function refusalOf(
  steps: readonly Step[],
  step: Step['id'],
  { ground, expects: _, ...state }: StepChange,
  { person, isOnBehalf, today }: { person: PersonId; isOnBehalf: boolean; today: Day },
): { why: Refusal; field: StepField } | undefined {
  // Whether it is still as this page knows it, only the server can say.
  const expects = steps.find(({ id }) => id === step)?.recorded?.at
  const by: Authority = isOnBehalf ? { kind: 'coordinator', person, ground } : { kind: 'mandate', person }
  const decision = recordStep(steps, step, state, { by, today, at: '', expects })
  return decision.done ? undefined : { why: decision.why, field: fieldOf(decision.why, state, today) }
}

/** At which field a refusal is said. */
export function fieldOf(why: Refusal, state: StepState, today: Day): StepField {
  const { prepared = '', submitted = '', date = '' } = state
  switch (why) {
    case 'ground-missing':
      return 'ground'
    case 'words-missing':
      return 'words'
    case 'day-to-come':
      return prepared > today ? 'prepared' : submitted > today ? 'submitted' : 'date'
    case 'days-not-in-order':
      return date ? 'date' : 'submitted'
    case 'date-missing':
    case 'date-too-early':
    case 'withdrawn-too-early':
      return 'date'
    default:
      return 'outcome'
  }
}

function filled(change: StepChange): StepChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as StepChange
}
