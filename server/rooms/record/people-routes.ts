import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { readAgendaHead } from '../../../shared/document/read.ts'
import { type CommentLinkId, type InvitationId, isId, type OrganisationId, type PersonId } from '../../../shared/ids.ts'
import {
  memberChange,
  newCommentLink,
  newInvitations,
  newOrganisations,
  organisationChange,
} from '../../../shared/people.ts'
import { may } from '../../../shared/rights.ts'
import type { Clock } from '../../ports.ts'
import { problem } from '../../problem.ts'
import { readBody } from '../body.ts'
import type { Room } from '../room.ts'
import type { RoomEnvironment } from '../room-app.ts'
import { answerDecision, command } from './command.ts'
import { makeCommentLink, withdrawCommentLink } from './comment-links.ts'
import type { Decision } from './decision.ts'
import { invite, sendAgain, withdrawInvitation } from './invitations.ts'
import { changeMember, endMember } from './members.ts'
import { addOrganisations, changeOrganisation } from './parties.ts'
import { peopleOf } from './people.ts'
import type { RecordTurn } from './turn.ts'

/** Who is on the agenda, as what, and the ways in: for who manages people. */
export function peopleRoutes(room: Room, clock: Clock): Hono<RoomEnvironment> {
  const { store } = room
  const app = new Hono<RoomEnvironment>()

  app.get('/people', managers, (c) => c.json(peopleOf(store, room.agenda, clock())))

  app.patch('/members/:person', managers, async (c) => {
    const person = c.req.param('person')
    if (!isId<PersonId>(person)) return problem(c, 'not-found')
    const request = await readBody(c, memberChange)
    if (!request.ok) return request.answer
    return answerDecision(c, await commanded(c, (turn) => changeMember(store, turn, person, request.body)), (member) =>
      c.json(member),
    )
  })

  app.delete('/members/:person', managers, async (c) => {
    const person = c.req.param('person')
    if (!isId<PersonId>(person)) return problem(c, 'not-found')
    return answerDecision(c, await commanded(c, (turn) => endMember(store, turn, person)), () => c.body(null, 204))
  })

  app.post('/organisations', managers, async (c) => {
    const request = await readBody(c, newOrganisations)
    if (!request.ok) return request.answer
    const decision = await commanded(c, (turn) => addOrganisations(store, turn, request.body.organisations))
    return answerDecision(c, decision, (organisations) => c.json({ organisations }, 201))
  })

  app.patch('/organisations/:organisation', managers, async (c) => {
    const organisation = c.req.param('organisation')
    if (!isId<OrganisationId>(organisation)) return problem(c, 'not-found')
    const request = await readBody(c, organisationChange)
    if (!request.ok) return request.answer
    const decision = await commanded(c, (turn) => changeOrganisation(store, turn, organisation, request.body))
    return answerDecision(c, decision, (changed) => c.json(changed))
  })

  app.post('/invitations', managers, async (c) => {
    const request = await readBody(c, newInvitations)
    if (!request.ok) return request.answer
    const decision = await commanded(c, (turn) => invite(store, turn, inviting(c), request.body))
    return answerDecision(c, decision, (invitations) => c.json({ invitations }, 201))
  })

  app.post('/invitations/:invitation/mail', managers, async (c) => {
    const invitation = c.req.param('invitation')
    if (!isId<InvitationId>(invitation)) return problem(c, 'not-found')
    const decision = await commanded(c, (turn) => sendAgain(store, turn, inviting(c), invitation))
    return answerDecision(c, decision, (sent) => c.json(sent))
  })

  app.delete('/invitations/:invitation', managers, async (c) => {
    const invitation = c.req.param('invitation')
    if (!isId<InvitationId>(invitation)) return problem(c, 'not-found')
    const decision = await commanded(c, (turn) => withdrawInvitation(store, turn, invitation))
    return answerDecision(c, decision, () => c.body(null, 204))
  })

  app.post('/comment-links', managers, async (c) => {
    const request = await readBody(c, newCommentLink)
    if (!request.ok) return request.answer
    const maker = { agenda: room.agenda, by: c.var.me.person }
    const decision = await commanded(c, (turn) => makeCommentLink(store, turn, maker, request.body))
    return answerDecision(c, decision, (link) => c.json(link, 201))
  })

  app.delete('/comment-links/:link', managers, async (c) => {
    const link = c.req.param('link')
    if (!isId<CommentLinkId>(link)) return problem(c, 'not-found')
    const decision = await commanded(c, (turn) => withdrawCommentLink(store, turn, link))
    return answerDecision(c, decision, () => c.body(null, 204))
  })

  return app

  /** Carries out a command of who asks. While its body came in, their role may have changed. */
  function commanded<Result>(
    c: Context<RoomEnvironment>,
    decide: (turn: RecordTurn) => Decision<Result>,
  ): Promise<Decision<Result>> {
    return command(room, c.var.me.person, 'manage-people', decide)
  }

  function inviting(c: Context<RoomEnvironment>) {
    return { by: c.var.me.person, agendaTitle: readAgendaHead(room.doc).title }
  }
}

const managers: MiddlewareHandler<RoomEnvironment> = async (c, next) => {
  return may(c.var.me.role, 'manage-people') ? next() : problem(c, 'not-allowed')
}
