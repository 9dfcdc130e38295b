import type { AgendaId } from '../../../shared/ids.ts'
import type { People } from '../../../shared/people.ts'
import type { RoomReader } from '../../store/room-store.ts'
import { commentLinkOf } from './comment-links.ts'
import { invitationOf } from './invitations.ts'

/** What who manages people sees of them, and nobody else: their addresses, and the ways in. */
export function peopleOf(store: RoomReader, agenda: AgendaId, now: number): People {
  return {
    contacts: store.people.contacts().map(({ person, email, since }) => ({
      person,
      ...(email !== null && { email }),
      since: new Date(since).toISOString(),
    })),
    invitations: store.people.invitations().map((row) => invitationOf(row, now)),
    links: store.people.commentLinks().map((row) => commentLinkOf(row, agenda)),
  }
}
