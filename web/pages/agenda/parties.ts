import { createMemo } from 'solid-js'
import type { Member, Organisation } from '../../../shared/agenda.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import { useAgenda } from '../../live/open-agenda.ts'

/** Who is at the table, by id. What is written in the document may name somebody who is not (or no longer) there. */
export function createParties() {
  const agenda = useAgenda()
  const organisations = createMemo(() => new Map(agenda.record.organisations.map((party) => [party.id, party])))
  const members = createMemo(() => new Map(agenda.record.members.map((member) => [member.person, member])))
  return {
    organisation: (id: OrganisationId | undefined): Organisation | undefined =>
      id ? organisations().get(id) : undefined,
    member: (id: PersonId | undefined): Member | undefined => (id ? members().get(id) : undefined),
  }
}
export type Parties = ReturnType<typeof createParties>
