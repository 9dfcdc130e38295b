import type { Member, Organisation } from '../../../shared/agenda.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'

// Who is at the table, by id. The document can name somebody who has left it: then there is no one to find.

export function organisationOf(agenda: OpenAgenda, id: OrganisationId | undefined): Organisation | undefined {
  return id && agenda.record.organisations.find((organisation) => organisation.id === id)
}

export function memberOf(agenda: OpenAgenda, person: PersonId | undefined): Member | undefined {
  return person && agenda.record.members.find((member) => member.person === person)
}

/** The short name of the organisation that presence tells, whether by id or by name. */
export function shortNameOf(agenda: OpenAgenda, organisation: string): string {
  const known = agenda.record.organisations.find(({ id, name }) => id === organisation || name === organisation)
  return known?.short || known?.name || organisation
}

/** What a person is within their organisation: demo and real names may say "Directeur, SWV voortgezet onderwijs". */
export function nameWithin(member: Member): string {
  return member.name.split(',')[0] || member.name
}
