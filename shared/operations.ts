import type * as v from 'valibot'
import {
  joinRequest,
  linkRequest,
  personSettings,
  redemption,
  sessions,
  tokenMeaning,
  tokenQuestion,
  waiting,
} from './account.ts'
import {
  agendaAnswer,
  agendaSummaryAnswer,
  agendasAnswer,
  demoPeopleAnswer,
  historyAnswer,
  itemsAnswer,
  meAnswer,
  organisationsAnswer,
} from './answers.ts'
import { demoSignIn, newAgenda } from './api.ts'
import {
  comments,
  correction,
  earlierTexts,
  newAnswer,
  newComment,
  reactionChange,
  readMark,
  stateChange,
} from './comment.ts'
import { dossierSchema } from './dossier.ts'
import { memberChange, newCommentLink, newInvitations, newOrganisations, people } from './people.ts'
import type { Route } from './routes.ts'

/** What a route does, in a sentence; what it takes and what it gives. A route that answers 204 or plain text gives nothing here. */
export type Operation = { summary: string; takes?: v.GenericSchema; gives?: v.GenericSchema; status?: number }

/** By method and path, as routes.ts writes them. A route that is not named here is not part of the public API. */
export const operations: Partial<Record<`${Route['method']} ${string}`, Operation>> = {
  'GET /api/v1/session/demo': { summary: 'Who can be picked in the demo', gives: demoPeopleAnswer },
  'POST /api/v1/session/demo': { summary: 'Sign in as somebody of the demo', takes: demoSignIn, gives: meAnswer },
  'POST /api/v1/session/link': { summary: 'Ask for a mail with a link and a code', takes: linkRequest, status: 202 },
  'POST /api/v1/session/look': {
    summary: 'What a token of a mail is for; changes nothing',
    takes: tokenQuestion,
    gives: tokenMeaning,
  },
  'POST /api/v1/session/join': { summary: 'Ask to come in by a comment link', takes: joinRequest, status: 202 },
  'POST /api/v1/session': { summary: 'Sign in with what a mail gave', takes: redemption },
  'DELETE /api/v1/session': { summary: 'Sign out', status: 204 },
  'GET /api/v1/me': { summary: 'Who I am', gives: meAnswer },
  'GET /api/v1/me/settings': { summary: 'What I set for myself', gives: personSettings },
  'PATCH /api/v1/me/settings': { summary: 'Change what I set for myself', takes: personSettings },
  'GET /api/v1/me/waiting': { summary: 'What waits for me', gives: waiting },
  'GET /api/v1/sessions': { summary: 'Where I am signed in', gives: sessions },
  'DELETE /api/v1/sessions': { summary: 'Sign out everywhere else', status: 204 },
  'DELETE /api/v1/sessions/:session': { summary: 'Sign out in one place', status: 204 },
  'GET /api/v1/organisations': { summary: 'Organisations on agendas that I coordinate', gives: organisationsAnswer },
  'GET /api/v1/agendas': { summary: 'The agendas I am on', gives: agendasAnswer },
  'POST /api/v1/agendas': { summary: 'Make an agenda', takes: newAgenda, gives: agendaSummaryAnswer, status: 201 },
  'GET /api/v1/agendas/:agenda': { summary: 'One agenda: who is at its table, and as what I am', gives: agendaAnswer },
  'GET /api/v1/agendas/:agenda/items': { summary: 'Numbers and authorship of the items', gives: itemsAnswer },
  'GET /api/v1/agendas/:agenda/history': {
    summary: 'Who changed what, the last change first; of one item with ?item=, before a change with ?before=',
    gives: historyAnswer,
  },
  'GET /api/v1/agendas/:agenda/dossier': { summary: 'Everything of the agenda', gives: dossierSchema },
  'PUT /api/v1/agendas/:agenda/dossier': {
    summary: 'Take in an agenda that was carried here',
    takes: dossierSchema,
    gives: agendaSummaryAnswer,
    status: 201,
  },
  'GET /api/v1/agendas/:agenda/people': { summary: 'Addresses, invitations and comment links', gives: people },
  'PATCH /api/v1/agendas/:agenda/members/:person': {
    summary: 'Change somebody’s role, organisations or mandates',
    takes: memberChange,
  },
  'DELETE /api/v1/agendas/:agenda/members/:person': { summary: 'End somebody’s membership' },
  'POST /api/v1/agendas/:agenda/organisations': { summary: 'Add parties, all or none', takes: newOrganisations },
  'PATCH /api/v1/agendas/:agenda/organisations/:organisation': { summary: 'Change a party' },
  'POST /api/v1/agendas/:agenda/invitations': { summary: 'Invite people, all or none', takes: newInvitations },
  'POST /api/v1/agendas/:agenda/invitations/:invitation/mail': { summary: 'Send an invitation again' },
  'DELETE /api/v1/agendas/:agenda/invitations/:invitation': { summary: 'Withdraw an invitation' },
  'POST /api/v1/agendas/:agenda/comment-links': {
    summary: 'Make a link by which members of a parent organisation come in',
    takes: newCommentLink,
  },
  'DELETE /api/v1/agendas/:agenda/comment-links/:link': { summary: 'Withdraw a comment link' },
  'GET /api/v1/agendas/:agenda/comments': {
    summary: 'Comments, or with ?since= those that changed since',
    gives: comments,
  },
  'POST /api/v1/agendas/:agenda/comments': { summary: 'Comment or reply', takes: newComment },
  'PATCH /api/v1/agendas/:agenda/comments/:comment': { summary: 'Correct a comment of mine', takes: correction },
  'GET /api/v1/agendas/:agenda/comments/:comment/texts': {
    summary: 'What a comment said before it was corrected',
    gives: earlierTexts,
  },
  'PUT /api/v1/agendas/:agenda/comments/:comment/state': {
    summary: 'Withdraw, report, hide or show a comment',
    takes: stateChange,
  },
  'PUT /api/v1/agendas/:agenda/comments/:comment/reactions': { summary: 'React to a comment', takes: reactionChange },
  'PUT /api/v1/agendas/:agenda/comments/:comment/answer': {
    summary: 'Say what was done with a contribution',
    takes: newAnswer,
  },
  'PUT /api/v1/agendas/:agenda/read': { summary: 'How far I have read the comments of an item', takes: readMark },
  'PUT /api/v1/agendas/:agenda/visit': { summary: 'I am here now; when was I here before?' },
  'GET /api/v1/agendas/:agenda/audit': { summary: 'The audit trail' },
}
