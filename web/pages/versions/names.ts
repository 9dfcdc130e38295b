import type { Agenda } from '../../../shared/api.ts'
import type { PersonId } from '../../../shared/ids.ts'

/** How somebody is called who is on an agenda, or was; undefined when nobody knows any more. */
export function nameOf({ members, former }: Agenda, person: PersonId | undefined): string | undefined {
  return [...members, ...former].find((member) => member.person === person)?.name
}
