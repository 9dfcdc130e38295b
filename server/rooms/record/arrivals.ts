import type { CommentLinkId, InvitationId, PersonId } from '../../../shared/ids.ts'
import type { Acceptance } from '../../ports.ts'
import type { RoomStore } from '../../store/room-store.ts'
import type { Room } from '../room.ts'
import { isOpen, isSecretOf } from './comment-links.ts'
import { stateOf } from './invitations.ts'
import { actsFor, admit } from './members.ts'
import type { RecordTurn } from './turn.ts'

/** Who stands there, as the directory knows them. */
export type Visitor = { person: PersonId; name: string; initials: string }

/**
 * Lets somebody in who proved to have this address: `over` when the door is closed by now. Who was let in by it already
 * is in, however often it is asked.
 */
export function accept(room: Room, acceptance: Acceptance, visitor: Visitor, email: string): Promise<'in' | 'over'> {
  return room.record(visitor.person, (turn) =>
    'invitation' in acceptance
      ? byInvitation(room.store, turn, acceptance.invitation, visitor, email)
      : byLink(room.store, turn, acceptance.link, visitor, email),
  )
}

/** Whether that is the secret of a link by which somebody can come in now. */
export function linkIsOpen(room: Room, link: CommentLinkId, secret: string, now: number = Date.now()): boolean {
  const row = room.store.people.commentLink(link)
  return row !== undefined && isSecretOf(row, secret) && isOpen(room.store, row, now)
}

function byInvitation(
  store: RoomStore,
  turn: RecordTurn,
  id: InvitationId,
  visitor: Visitor,
  email: string,
): 'in' | 'over' {
  const row = store.people.invitation(id)
  if (!row || row.email !== email.trim().toLowerCase()) return 'over'
  const isHere = store.seat().members.some(({ person }) => person === visitor.person)
  if (row.acceptedAt !== null) return row.person === visitor.person && isHere ? 'in' : 'over'
  if (stateOf(row, turn.at) !== 'open') return 'over'
  const { organisation, role } = row
  admit(store, turn, { ...visitor, email: row.email, organisation, role })
  store.people.changeInvitation(id, { person: visitor.person, acceptedAt: turn.at })
  turn.audit('invitation-accepted', { invitation: id, organisation, role })
  turn.post({ kind: 'invitation-over', invitation: id })
  return 'in'
}

function byLink(store: RoomStore, turn: RecordTurn, id: CommentLinkId, visitor: Visitor, email: string): 'in' | 'over' {
  const row = store.people.commentLink(id)
  if (!row) return 'over'
  const { organisation } = row
  const member = store.seat().members.find(({ person }) => person === visitor.person)
  if (member && actsFor(member, organisation)) return 'in'
  // Whom a coordinator showed out does not come back by a link that many people have.
  const wasShownOut = !member && store.people.contact(visitor.person) !== undefined
  if (wasShownOut || !isOpen(store, row, turn.at)) return 'over'
  admit(store, turn, { ...visitor, email: email.trim().toLowerCase(), organisation, role: 'commenter' })
  store.people.changeCommentLink(id, { used: row.used + 1 })
  turn.audit('comment-link-used', { link: id, organisation })
  return 'in'
}
