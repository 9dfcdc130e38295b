import type { Answer } from '../live/api.ts'

/** Why the server did not do what was asked, in its own words; or what is said when it could not be reached. */
export function whyNot(answer: Exclude<Answer<unknown>, { ok: true }>, unreachable: string): string {
  if (answer.reason === 'unreachable') return unreachable
  const { title, detail, errors } = answer.problem
  const named = (errors ?? []).map(({ message }) => message)
  // A title is no sentence; what to do about it is.
  return [`${title}.`, detail, ...named].filter(Boolean).join(' ')
}

/** Whether the server named this problem. The names are stable, the texts are not. */
export function isProblem(answer: Answer<unknown>, name: string): boolean {
  return !answer.ok && answer.reason === 'problem' && answer.problem.type.endsWith(`/${name}`)
}
