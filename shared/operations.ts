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
  auditTrail,
  comment,
  comments,
  correction,
  earlierTexts,
  newAnswer,
  newComment,
  reactionChange,
  readMark,
  stateChange,
  visit,
} from './comment.ts'
import { dossierSchema } from './dossier.ts'
import {
  commentLink,
  invitation,
  memberChange,
  newCommentLink,
  newInvitations,
  newOrganisations,
  organisationChange,
  people,
} from './people.ts'
import type { Route } from './routes.ts'
import {
  adoption,
  newVersion,
  partyAdoption,
  stepChange,
  stepsChange,
  versionPreview,
  versionSummary,
  versions,
  wholeVersion,
} from './version/api.ts'

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
  'GET /api/v1/agendas/:agenda/export/:format': {
    summary:
      'The agenda as a file: pdf, odt, docx, xlsx, csv, json, ics or md; with ?version= a version, also for readers; ?language=nl|en, ?party=, ?theme=, ?struck=yes, and for CSV ?table=items|agreements|indicators',
  },
  'GET /api/v1/agendas/:agenda/people': { summary: 'Addresses, invitations and comment links', gives: people },
  'PATCH /api/v1/agendas/:agenda/members/:person': {
    summary: 'Change somebody’s role, organisations or mandates',
    takes: memberChange,
  },
  'DELETE /api/v1/agendas/:agenda/members/:person': { summary: 'End somebody’s membership', status: 204 },
  'POST /api/v1/agendas/:agenda/organisations': {
    summary: 'Add parties, all or none',
    takes: newOrganisations,
    gives: organisationsAnswer,
    status: 201,
  },
  'PATCH /api/v1/agendas/:agenda/organisations/:organisation': { summary: 'Change a party', takes: organisationChange },
  'POST /api/v1/agendas/:agenda/invitations': {
    summary: 'Invite people, all or none',
    takes: newInvitations,
    status: 201,
  },
  'POST /api/v1/agendas/:agenda/invitations/:invitation/mail': {
    summary: 'Send an invitation again',
    gives: invitation,
  },
  'DELETE /api/v1/agendas/:agenda/invitations/:invitation': { summary: 'Withdraw an invitation', status: 204 },
  'POST /api/v1/agendas/:agenda/comment-links': {
    summary: 'Make a link by which members of a parent organisation come in',
    takes: newCommentLink,
    gives: commentLink,
    status: 201,
  },
  'DELETE /api/v1/agendas/:agenda/comment-links/:link': { summary: 'Withdraw a comment link', status: 204 },
  'GET /api/v1/agendas/:agenda/comments': {
    summary: 'Comments, or with ?since= those that changed since',
    gives: comments,
  },
  'POST /api/v1/agendas/:agenda/comments': {
    summary: 'Comment or reply; 200 when it was there already',
    takes: newComment,
    gives: comment,
    status: 201,
  },
  'PATCH /api/v1/agendas/:agenda/comments/:comment': {
    summary: 'Correct a comment of mine',
    takes: correction,
    gives: comment,
  },
  'GET /api/v1/agendas/:agenda/comments/:comment/texts': {
    summary: 'What a comment said before it was corrected',
    gives: earlierTexts,
  },
  'PUT /api/v1/agendas/:agenda/comments/:comment/state': {
    summary: 'Withdraw, report, hide or show a comment',
    takes: stateChange,
    gives: comment,
  },
  'PUT /api/v1/agendas/:agenda/comments/:comment/reactions': {
    summary: 'React to a comment',
    takes: reactionChange,
    gives: comment,
  },
  'PUT /api/v1/agendas/:agenda/comments/:comment/answer': {
    summary: 'Say what was done with a contribution',
    takes: newAnswer,
    gives: comment,
  },
  'PUT /api/v1/agendas/:agenda/read': {
    summary: 'How far I have read the comments of an item',
    takes: readMark,
    status: 204,
  },
  'PUT /api/v1/agendas/:agenda/visit': { summary: 'I am here now; when was I here before?', gives: visit },
  'GET /api/v1/agendas/:agenda/audit': { summary: 'The audit trail', gives: auditTrail },
  'GET /api/v1/agendas/:agenda/versions': { summary: 'The versions that were agreed', gives: versions },
  'POST /api/v1/agendas/:agenda/versions': {
    summary: 'Freeze what the preview showed',
    takes: newVersion,
    gives: versionSummary,
    status: 201,
  },
  'GET /api/v1/agendas/:agenda/versions/preview': { summary: 'What would be frozen now', gives: versionPreview },
  'GET /api/v1/agendas/:agenda/versions/:version': {
    summary: 'All of a version, with everything that its hash is computed from',
    gives: wholeVersion,
  },
  'GET /api/v1/agendas/:agenda/adoption': { summary: 'How far every party is with every version', gives: adoption },
  'PUT /api/v1/agendas/:agenda/adoption/:organisation': {
    summary: 'Set which bodies of a party do what',
    takes: stepsChange,
  },
  'PUT /api/v1/agendas/:agenda/versions/:version/adoption/:organisation/:step': {
    summary: 'Record how a step of a party stands',
    takes: stepChange,
    gives: partyAdoption,
  },
}
