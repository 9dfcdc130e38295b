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
import { calendarState, madeCalendar } from './calendar.ts'
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
import { archiveChoices, exportChoices } from './export/choices.ts'
import { exportStreamType } from './export/stream.ts'
import { fromFileRequest } from './from-export/request.ts'
import { moments } from './moments.ts'
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
import { publication, publicationChoice } from './publication.ts'
import type { Route } from './routes.ts'
import {
  adoption,
  adoptionSetting,
  newVersion,
  partyAdoption,
  reminded,
  stepChange,
  stepHistory,
  stepsChange,
  versionPreview,
  versionSummary,
  versions,
  wholeVersion,
} from './version/api.ts'
import { differences } from './version/differences.ts'

/** What a route does, in a sentence; what it takes and what it gives. A route that answers 204 or plain text gives nothing here. */
export type Operation = {
  summary: string
  takes?: v.GenericSchema
  gives?: v.GenericSchema
  status?: number
  /** The media type of an answer that is not JSON. */
  media?: string
}

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
  'GET /api/v1/agendas/:agenda/moments': {
    summary:
      'When the agenda changed, gathered to what can be slid over, and its versions; of a part with ?from= and ?to=',
    gives: moments,
  },
  'GET /api/v1/agendas/:agenda/past': {
    summary: 'The document as it was ?at= a moment, as a Yjs update (application/octet-stream)',
  },
  'GET /api/v1/agendas/:agenda/dossier': { summary: 'Everything of the agenda', gives: dossierSchema },
  'PUT /api/v1/agendas/:agenda/dossier': {
    summary: 'Take in an agenda that was carried here',
    takes: dossierSchema,
    gives: agendaSummaryAnswer,
    status: 201,
  },
  'PUT /api/v1/agendas/:agenda/import': {
    summary: 'Make an agenda from the JSON of an export (docs/export.schema.json)',
    takes: fromFileRequest,
    gives: agendaSummaryAnswer,
    status: 201,
  },
  'GET /api/v1/agendas/:agenda/export/zip': {
    summary: 'A version as a package to keep: all forms, checksums and MDTO metadata; ?version= and ?language=nl|en',
  },
  'POST /api/v1/agendas/:agenda/export/zip': {
    summary: 'The same, with how far it is before the file',
    takes: archiveChoices,
  },
  'GET /api/v1/agendas/:agenda/export/:format': {
    summary:
      'The agenda as a file: pdf, odt, docx, xlsx, csv, json, ics, md or html; with ?version= a version, also for readers; ?language=nl|en, ?party=, ?theme=, ?items=3,7-12 (by number), ?struck=yes, ?annexes=comments,differences,adoption,history, and for CSV ?table=items|agreements|indicators|adoption',
  },
  'POST /api/v1/agendas/:agenda/export/:format': {
    summary:
      'The same, with choices in the body and an answer that says how far it is: lines of JSON, the last of which names the file and its size, then its bytes (docs/export.md); ending the request ends the work',
    takes: exportChoices,
    media: exportStreamType,
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
  'GET /api/v1/agendas/:agenda/differences': {
    summary:
      'What changed between ?from= and ?to=: version:<number>, now, a moment as 2026-11-22T09:30:00Z, or adopted:<party>, what its bodies adopted last; with ?party= for the items of one',
    gives: differences,
  },
  'GET /api/v1/agendas/:agenda/differences/export/:format': {
    summary: 'The same as a file: pdf, odt, docx, md, html or json; ?language=nl|en',
  },
  'PUT /api/v1/agendas/:agenda/versions/:version/publication': {
    summary: 'Let everyone read a version without signing in, or change how',
    takes: publicationChoice,
    gives: publication,
  },
  'DELETE /api/v1/agendas/:agenda/versions/:version/publication': {
    summary: 'Take a version back from the public; its address says so from then on',
    status: 204,
  },
  'GET /api/v1/agendas/:agenda/adoption': { summary: 'How far every party is with every version', gives: adoption },
  'PUT /api/v1/agendas/:agenda/adoption/:organisation': {
    summary: 'Set which bodies of a party do what',
    takes: stepsChange,
    gives: adoptionSetting,
  },
  'PUT /api/v1/agendas/:agenda/versions/:version/adoption/:organisation/:step': {
    summary: 'Record how a step of a party stands',
    takes: stepChange,
    gives: partyAdoption,
  },
  'GET /api/v1/agendas/:agenda/versions/:version/adoption/:organisation/:step/history': {
    summary: 'How a step of a party stood, by whom that was recorded, and on what ground',
    gives: stepHistory,
  },
  'POST /api/v1/agendas/:agenda/versions/:version/adoption/:organisation/:step/reminder': {
    summary: 'Remind who holds the mandate of a party by mail, at most once a day',
    gives: reminded,
    status: 201,
  },
  'GET /api/v1/agendas/:agenda/calendar': {
    summary: 'Since when I have an address for my calendar',
    gives: calendarState,
  },
  'PUT /api/v1/agendas/:agenda/calendar': {
    summary: 'A new address for my calendar; the one of before works no more',
    gives: madeCalendar,
  },
  'DELETE /api/v1/agendas/:agenda/calendar': { summary: 'Take back the address of my calendar', status: 204 },
}
