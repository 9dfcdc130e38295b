import type { KnownOrganisations } from '../../shared/account.ts'
import type { Agenda } from '../../shared/api.ts'
import type { AgendaId, CommentLinkId, InvitationId, PersonId } from '../../shared/ids.ts'
import type { MemberChange, NewCommentLink, NewInvitations, NewOrganisation, People } from '../../shared/people.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** Who is on one agenda, and the ways onto it. */
export type AgendaPeople = {
  agenda: () => Promise<Answer<Agenda>>
  /** Addresses, invitations and comment links: only for who manages people. */
  people: () => Promise<Answer<People>>
  changeMember: (person: PersonId, change: MemberChange) => Promise<Answer<unknown>>
  endMembership: (person: PersonId) => Promise<Answer<unknown>>
  /** The organisations of all agendas that I coordinate. */
  knownOrganisations: () => Promise<Answer<KnownOrganisations>>
  /** All of them or none. */
  addOrganisations: (organisations: NewOrganisation[]) => Promise<Answer<unknown>>
  changeOrganisation: (organisation: NewOrganisation) => Promise<Answer<unknown>>
  invite: (invitations: NewInvitations) => Promise<Answer<unknown>>
  sendAgain: (invitation: InvitationId) => Promise<Answer<unknown>>
  withdrawInvitation: (invitation: InvitationId) => Promise<Answer<unknown>>
  addCommentLink: (link: NewCommentLink) => Promise<Answer<unknown>>
  withdrawCommentLink: (link: CommentLinkId) => Promise<Answer<unknown>>
}

export function makeAgendaPeople(agenda: AgendaId, ask: Ask = makeAsk()): AgendaPeople {
  const base = `/agendas/${agenda}`
  return {
    agenda: () => ask('GET', base),
    people: () => ask('GET', `${base}/people`),
    changeMember: (person, change) => ask('PATCH', `${base}/members/${person}`, change),
    endMembership: (person) => ask('DELETE', `${base}/members/${person}`),
    knownOrganisations: () => ask('GET', '/organisations'),
    addOrganisations: (organisations) => ask('POST', `${base}/organisations`, { organisations }),
    // What is left empty is taken away: the form shows everything there is.
    changeOrganisation: ({ id, ...rest }) =>
      ask('PATCH', `${base}/organisations/${id}`, { code: null, website: null, ...rest }),
    invite: (invitations) => ask('POST', `${base}/invitations`, invitations),
    sendAgain: (invitation) => ask('POST', `${base}/invitations/${invitation}/mail`),
    withdrawInvitation: (invitation) => ask('DELETE', `${base}/invitations/${invitation}`),
    addCommentLink: (link) => ask('POST', `${base}/comment-links`, link),
    withdrawCommentLink: (link) => ask('DELETE', `${base}/comment-links/${link}`),
  }
}
