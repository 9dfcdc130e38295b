import type { Refusal } from '../adoption.ts'
import type { Problem } from '../api.ts'

type Explained = Exclude<Refusal, 'not-found' | 'not-allowed' | 'changed-meanwhile'>

/** Where in a change of a step a refusal lies, and how the server says so: by that a page knows it again. */
export const refusalPlaces: Record<Explained, { path: string; message: string }> = {
  'ground-missing': { path: 'ground', message: 'Who records on behalf of a party says on what ground' },
  'days-not-in-order': { path: 'date', message: 'Prepared, then submitted, then its date' },
  'day-to-come': { path: 'date', message: 'A day that is yet to come' },
  'date-missing': { path: 'date', message: 'An outcome has a date, and what is pending has none' },
  'date-too-early': { path: 'date', message: 'Before the date of an earlier step' },
  'withdrawn-too-early': { path: 'date', message: 'Before the day on which was decided what is withdrawn' },
  'words-missing': { path: 'words', message: 'A reservation, a refusal and a withdrawal say what they are about' },
  'earlier-step-open': { path: 'outcome', message: 'An earlier step has not passed yet' },
  'later-step-decided': { path: 'outcome', message: 'A later step was decided on it' },
}

/** Whether a refusal lies in what was filled in. */
export function isExplained(why: Refusal): why is Explained {
  return why in refusalPlaces
}

/** Which refusal the server named; undefined when it is none of these. */
export function refusalIn({ errors = [] }: Pick<Problem, 'errors'>): Explained | undefined {
  const reasons = Object.keys(refusalPlaces) as Explained[]
  return reasons.find((reason) =>
    errors.some(
      ({ path, message }) => path === refusalPlaces[reason].path && message === refusalPlaces[reason].message,
    ),
  )
}
