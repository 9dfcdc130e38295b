import type { Member } from './agenda.ts'
import type { Day } from './date.ts'
import type { OrganisationId, PersonId } from './ids.ts'

/** Who speaks for an organisation on a day, each once: who holds its mandate, and who stands in. */
export function holdersOf(members: readonly Member[], organisation: OrganisationId, day: Day): PersonId[] {
  return members.map(({ person }) => person).filter((person) => holdsMandate(members, person, organisation, day))
}

/** Whether somebody speaks for an organisation on a day: by a mandate of their own, or as the deputy of one. */
export function holdsMandate(
  members: readonly Member[],
  person: PersonId,
  organisation: OrganisationId,
  day: Day,
): boolean {
  return members.some((member) =>
    (member.mandates ?? []).some(
      (mandate) =>
        mandate.organisation === organisation &&
        (member.person === person || mandate.deputy === person) &&
        mandate.from <= day &&
        (mandate.until === undefined || day <= mandate.until),
    ),
  )
}
