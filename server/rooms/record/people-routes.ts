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
import { makeCommentLink, withdrawCommentLink } from './comment-links.ts'
import { type Decision, refused } from './decision.ts'
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
    return answer(c, await command(c, (turn) => changeMember(store, turn, person, request.body)), (member) =>
      c.json(member),
    )
  })

  app.delete('/members/:person', managers, async (c) => {
    const person = c.req.param('person')
    if (!isId<PersonId>(person)) return problem(c, 'not-found')
    return answer(c, await command(c, (turn) => endMember(store, turn, person)), () => c.body(null, 204))
  })

  app.post('/organisations', managers, async (c) => {
    const request = await readBody(c, newOrganisations)
    if (!request.ok) return request.answer
    const decision = await command(c, (turn) => addOrganisations(store, turn, request.body.organisations))
    return answer(c, decision, (organisations) => c.json({ organisations }, 201))
  })

  app.patch('/organisations/:organisation', managers, async (c) => {
    const organisation = c.req.param('organisation')
    if (!isId<OrganisationId>(organisation)) return problem(c, 'not-found')
    const request = await readBody(c, organisationChange)
    if (!request.ok) return request.answer
    const decision = await command(c, (turn) => changeOrganisation(store, turn, organisation, request.body))
    return answer(c, decision, (changed) => c.json(changed))
  })

  app.post('/invitations', managers, async (c) => {
    const request = await readBody(c, newInvitations)
    if (!request.ok) return request.answer
    const decision = await command(c, (turn) => invite(store, turn, inviting(c), request.body))
    return answer(c, decision, (invitations) => c.json({ invitations }, 201))
  })

  app.post('/invitations/:invitation/mail', managers, async (c) => {
    const invitation = c.req.param('invitation')
    if (!isId<InvitationId>(invitation)) return problem(c, 'not-found')
    const decision = await command(c, (turn) => sendAgain(store, turn, inviting(c), invitation))
    return answer(c, decision, (sent) => c.json(sent))
  })

  app.delete('/invitations/:invitation', managers, async (c) => {
    const invitation = c.req.param('invitation')
    if (!isId<InvitationId>(invitation)) return problem(c, 'not-found')
    const decision = await command(c, (turn) => withdrawInvitation(store, turn, invitation))
    return answer(c, decision, () => c.body(null, 204))
  })

  app.post('/comment-links', managers, async (c) => {
    const request = await readBody(c, newCommentLink)
    if (!request.ok) return request.answer
    const maker = { agenda: room.agenda, by: c.var.me.person }
    const decision = await command(c, (turn) => makeCommentLink(store, turn, maker, request.body))
    return answer(c, decision, (link) => c.json(link, 201))
  })

  app.delete('/comment-links/:link', managers, async (c) => {
    const link = c.req.param('link')
    if (!isId<CommentLinkId>(link)) return problem(c, 'not-found')
    const decision = await command(c, (turn) => withdrawCommentLink(store, turn, link))
    return answer(c, decision, () => c.body(null, 204))
  })

  return app

  /** Carries out a command of who asks. While its body came in, their role may have changed. */
  function command<Result>(
    c: Context<RoomEnvironment>,
    decide: (turn: RecordTurn) => Decision<Result>,
  ): Promise<Decision<Result>> {
    const { person } = c.var.me
    return room.record(person, (turn) => {
      const me = room.member(person)
      if (!me) return refused('not-found')
      return may(me.role, 'manage-people') ? decide(turn) : refused('not-allowed')
    })
  }

  function inviting(c: Context<RoomEnvironment>) {
    return { by: c.var.me.person, agendaTitle: readAgendaHead(room.doc).title }
  }
}

const managers: MiddlewareHandler<RoomEnvironment> = async (c, next) => {
  return may(c.var.me.role, 'manage-people') ? next() : problem(c, 'not-allowed')
}

function answer<Result>(
  c: Context<RoomEnvironment>,
  decision: Decision<Result>,
  toAnswer: (result: Result) => Response,
): Response {
  return decision.done ? toAnswer(decision.result) : problem(c, decision.problem, decision.mistakes)
}
