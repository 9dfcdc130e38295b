import type { Problem } from '../../../shared/api.ts'
import type { ProblemName } from '../../problem.ts'

/** One thing that is wrong with a command, by its place in the body. */
export type Mistake = NonNullable<Problem['errors']>[number]

/** What a command comes to: its result, or why it is refused. What is refused has written nothing. */
export type Decision<Result = undefined> =
  | { done: true; result: Result }
  | { done: false; problem: ProblemName; mistakes?: Mistake[] }

export function done<Result>(result: Result): Decision<Result> {
  return { done: true, result }
}

export function refused(problem: ProblemName): Decision<never> {
  return { done: false, problem }
}

export function invalid(mistakes: Mistake[]): Decision<never> {
  return { done: false, problem: 'invalid', mistakes }
}

/** Whether two plain values say the same, whatever the order in which they say it; what is undefined is not said. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}
