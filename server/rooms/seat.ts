import type { Me } from '../../shared/api.ts'
import { makeId, type OrganisationId } from '../../shared/ids.ts'
import type { Seat } from '../store/room-store.ts'

/** The table of an agenda at which only its maker sits yet, as coordinator. */
export function seatOfMaker({ person, name, initials, organisation, organisationKind }: Me): Seat {
  const id = makeId<OrganisationId>()
  return {
    organisations: [{ id, name: organisation, short: organisation, kind: organisationKind }],
    members: [{ person, name, initials, organisation: id, role: 'coordinator' }],
    plans: [],
  }
}
