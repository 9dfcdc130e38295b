import type { InvitationId, PersonId } from '../../../shared/ids.ts'
import type { Invitation, NewInvitations } from '../../../shared/people.ts'
import type { InvitationRow } from '../../store/people-store.ts'
import type { RoomStore } from '../../store/room-store.ts'
import { type Decision, done, invalid, type Mistake, refused } from './decision.ts'
import type { RecordTurn } from './turn.ts'

/** How long somebody can come in by an invitation, in ms. Then it can be sent again. */
const invitationLasts = 14 * 86_400_000
/** How long the next mail waits, in ms. */
const mailEvery = 60_000

/** Who invites, and to what: what the mail says. */
export type Inviting = { by: PersonId; agendaTitle: string }

/** Invites people, one by each address: all of them or nobody. Those that were invited by the same request are no news. */
export function invite(
  store: RoomStore,
  turn: RecordTurn,
  { by, agendaTitle }: Inviting,
  wanted: NewInvitations,
): Decision<Invitation[]> {
  const { organisation, role } = wanted
  const isParty = store.seat().organisations.some(({ id }) => id === organisation)
  const mistakes: Mistake[] = isParty ? [] : [{ path: 'organisation', message: 'Not a party of this agenda' }]
  const isKnown = ({ id, email }: NewInvitations['invitations'][number]) => {
    const row = store.people.invitation(id)
    return row?.email === email && row.organisation === organisation && row.role === role
  }
  for (const [index, invitation] of wanted.invitations.entries()) {
    if (isKnown(invitation)) continue
    const { id, email } = invitation
    const earlier = wanted.invitations.slice(0, index)
    const say = (key: string, message: string) => mistakes.push({ path: `invitations.${index}.${key}`, message })
    if (store.people.invitation(id) || earlier.some((other) => other.id === id)) say('id', 'This id is taken')
    if (earlier.some((other) => other.email === email)) say('email', 'There twice')
    else if (store.people.memberByEmail(email)) say('email', 'Is on this agenda already')
    else if (openTo(store, email, turn.at).length > 0) say('email', 'Is invited already')
  }
  if (mistakes.length > 0) return invalid(mistakes)
  for (const invitation of wanted.invitations) {
    if (isKnown(invitation)) continue
    const row: InvitationRow = {
      ...invitation,
      organisation,
      role,
      invitedBy: by,
      invitedAt: turn.at,
      sentAt: turn.at,
      until: turn.at + invitationLasts,
      person: null,
      acceptedAt: null,
      withdrawnAt: null,
    }
    store.people.addInvitation(row)
    turn.audit('invitation-made', { invitation: row.id, organisation, role }, row.email)
    mail(store, turn, { by, agendaTitle }, row)
    turn.tell({ kind: 'people' })
  }
  return done(
    wanted.invitations.flatMap(({ id }) => {
      const row = store.people.invitation(id)
      return row ? [invitationOf(row, turn.at)] : []
    }),
  )
}

/** Sends the mail again; from now on the invitation lasts as long as a new one. */
export function sendAgain(
  store: RoomStore,
  turn: RecordTurn,
  inviting: Inviting,
  id: InvitationId,
): Decision<Invitation> {
  const row = store.people.invitation(id)
  if (!row) return refused('not-found')
  const others = openTo(store, row.email, turn.at).filter((other) => other.id !== id)
  const isWanted = others.length === 0 && !store.people.memberByEmail(row.email)
  if (row.acceptedAt !== null || row.withdrawnAt !== null || !isWanted) return refused('invitation-over')
  if (turn.at - row.sentAt < mailEvery) return refused('too-soon')
  const again = { ...row, sentAt: turn.at, until: turn.at + invitationLasts }
  store.people.changeInvitation(id, { sentAt: again.sentAt, until: again.until })
  turn.audit('invitation-sent', { invitation: id })
  mail(store, turn, inviting, again)
  turn.tell({ kind: 'people' })
  return done(invitationOf(again, turn.at))
}

/** Takes an invitation back: nobody comes in by it any more. */
export function withdrawInvitation(store: RoomStore, turn: RecordTurn, id: InvitationId): Decision {
  const row = store.people.invitation(id)
  if (!row) return refused('not-found')
  if (row.acceptedAt !== null) return refused('invitation-over')
  if (row.withdrawnAt !== null) return done(undefined)
  store.people.changeInvitation(id, { withdrawnAt: turn.at })
  turn.audit('invitation-withdrawn', { invitation: id })
  turn.post({ kind: 'invitation-over', invitation: id })
  turn.tell({ kind: 'people' })
  return done(undefined)
}

/** A row as the contract has it, at this moment. */
export function invitationOf(row: InvitationRow, now: number): Invitation {
  const { id, email, organisation, role, invitedBy, invitedAt, sentAt, until, person } = row
  return {
    id,
    email,
    organisation,
    role,
    state: stateOf(row, now),
    invitedBy,
    invitedAt: new Date(invitedAt).toISOString(),
    sentAt: new Date(sentAt).toISOString(),
    until: new Date(until).toISOString(),
    ...(person !== null && { person }),
  }
}

export function stateOf({ acceptedAt, withdrawnAt, until }: InvitationRow, now: number): Invitation['state'] {
  if (acceptedAt !== null) return 'accepted'
  if (withdrawnAt !== null) return 'withdrawn'
  return now < until ? 'open' : 'expired'
}

function openTo(store: RoomStore, email: string, now: number): InvitationRow[] {
  return store.people.unansweredTo(email).filter((row) => stateOf(row, now) === 'open')
}

function mail(store: RoomStore, turn: RecordTurn, { by, agendaTitle }: Inviting, row: InvitationRow): void {
  const { members, organisations } = store.seat()
  turn.post({
    kind: 'invited',
    invitation: row.id,
    email: row.email,
    until: row.until,
    by: members.find(({ person }) => person === by)?.name ?? '',
    organisation: organisations.find(({ id }) => id === row.organisation)?.name ?? '',
    agendaTitle,
    role: row.role,
  })
}
