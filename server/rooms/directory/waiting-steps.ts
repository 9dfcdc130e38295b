import type { Waiting } from '../../../shared/account.ts'
import { dutchDayOf } from '../../../shared/dutch-day.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { DirectoryStore } from '../../store/directory-store.ts'

/** A step in an adoption waits for somebody from so long before its day. */
const soonDue = 14 * 86_400_000

/** The steps in adoptions that are late or soon due, and that somebody's mandates ask of them (rule V20). */
export function waitingSteps(store: DirectoryStore, person: PersonId, now: number): Waiting['steps'] {
  const steps = new Map<string, Waiting['steps'][number]>()
  for (const open of store.openStepsOf(person, dutchDayOf(now), dutchDayOf(now + soonDue))) {
    const { agenda, title, version, organisation, party, step, body, name, capacity, due } = open
    // Who holds a mandate and also stands in for another is asked once.
    const key = `${agenda} ${version} ${organisation} ${step}`
    const named = name !== null && { name }
    steps.set(key, { agenda, title, version, organisation, party, step, body, ...named, capacity, due })
  }
  return [...steps.values()]
}
