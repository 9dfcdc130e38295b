import type { Member, Organisation } from '../../../../shared/agenda.ts'
import type { OrganisationId, PersonId } from '../../../../shared/ids.ts'
import type { OpenAgenda } from '../../../live/open-agenda.ts'
import { personName } from '../../../ui/person-name.ts'

/** Who said something, and for whom: also somebody who has left keeps their name on what they wrote. */
export type Author = { name: string; initials: string; kind: Organisation['kind'] }

export function authorOf(agenda: OpenAgenda, person: PersonId, organisation: OrganisationId, unknown: string): Author {
  const member = memberNamed(agenda, person)
  const party = agenda.record.organisations.find(({ id }) => id === organisation)
  return {
    name: member ? personName(member.name, party?.short || party?.name) : unknown,
    initials: member?.initials ?? '?',
    kind: party?.kind ?? 'other',
  }
}

export function nameOf(agenda: OpenAgenda, person: PersonId, unknown: string): string {
  return memberNamed(agenda, person)?.name ?? unknown
}

function memberNamed(agenda: OpenAgenda, person: PersonId): Member | undefined {
  const { members, former } = agenda.record
  return members.find((member) => member.person === person) ?? former?.find((member) => member.person === person)
}

/** The organisations for which I may act, my own first. */
export function capacities(agenda: OpenAgenda): Organisation[] {
  const { me, organisations } = agenda.record
  return [me.organisation, ...(me.alsoFor ?? [])].flatMap((id) => organisations.find((party) => party.id === id) ?? [])
}
