import type { Action } from './rights.ts'

/**
 * Who gets an answer: everyone; who is signed in; who may make agendas; or who may do this on the agenda that the path
 * names. To somebody who is not on that agenda, it does not exist (rule A3).
 */
export type Who = Audience | Action

/**
 * Who needs no role on an agenda. A founder began this board, leads an agenda already (which is not enough to take in a
 * dossier), or is of the demo.
 */
export type Audience = (typeof audiences)[number]
const audiences = ['anyone', 'signed-in', 'founder'] as const

export function isAudience(who: Who): who is Audience {
  return audiences.some((audience) => audience === who)
}

export type Route = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; who: Who }

const onAgenda = '/api/v1/agendas/:agenda'

/**
 * Every route of the server, and who may use it (rule A5). A test compares this with what the server answers, for every
 * role; the documentation is made from it.
 */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/healthz', who: 'anyone' },
  { method: 'GET', path: '/readyz', who: 'anyone' },
  { method: 'GET', path: '/metrics', who: 'anyone' },
  { method: 'GET', path: '/api/v1/openapi.json', who: 'anyone' },

  { method: 'GET', path: '/api/v1/session/demo', who: 'anyone' },
  { method: 'POST', path: '/api/v1/session/demo', who: 'anyone' },
  { method: 'POST', path: '/api/v1/session/link', who: 'anyone' },
  { method: 'POST', path: '/api/v1/session/look', who: 'anyone' },
  { method: 'POST', path: '/api/v1/session/join', who: 'anyone' },
  { method: 'POST', path: '/api/v1/session', who: 'anyone' },
  { method: 'DELETE', path: '/api/v1/session', who: 'anyone' },
  { method: 'POST', path: '/api/v1/stop/:token', who: 'anyone' },
  // On this machine only, and only without a mail server; elsewhere there is no such address.
  { method: 'GET', path: '/api/v1/outbox', who: 'anyone' },
  { method: 'GET', path: '/outbox', who: 'anyone' },

  { method: 'GET', path: '/api/v1/me', who: 'signed-in' },
  { method: 'GET', path: '/api/v1/me/settings', who: 'signed-in' },
  { method: 'PATCH', path: '/api/v1/me/settings', who: 'signed-in' },
  { method: 'GET', path: '/api/v1/me/waiting', who: 'signed-in' },
  { method: 'GET', path: '/api/v1/sessions', who: 'signed-in' },
  { method: 'DELETE', path: '/api/v1/sessions', who: 'signed-in' },
  { method: 'DELETE', path: '/api/v1/sessions/:session', who: 'signed-in' },
  { method: 'GET', path: '/api/v1/organisations', who: 'signed-in' },
  { method: 'GET', path: '/api/v1/agendas', who: 'signed-in' },
  { method: 'POST', path: '/api/v1/agendas', who: 'founder' },

  { method: 'GET', path: onAgenda, who: 'read-record' },
  { method: 'GET', path: `${onAgenda}/items`, who: 'read-draft' },
  { method: 'GET', path: `${onAgenda}/history`, who: 'read-draft' },
  { method: 'GET', path: `${onAgenda}/moments`, who: 'read-draft' },
  { method: 'GET', path: `${onAgenda}/past`, who: 'read-draft' },
  { method: 'GET', path: `${onAgenda}/dossier`, who: 'take-dossier' },
  // Makes an agenda of which nobody is a member yet: who takes it in becomes its coordinator.
  { method: 'PUT', path: `${onAgenda}/dossier`, who: 'founder' },
  { method: 'PUT', path: `${onAgenda}/import`, who: 'founder' },

  // A version to keep: what was agreed is for everyone on the agenda.
  { method: 'GET', path: `${onAgenda}/export/zip`, who: 'read-record' },
  { method: 'POST', path: `${onAgenda}/export/zip`, who: 'read-record' },
  { method: 'GET', path: `${onAgenda}/export/:format`, who: 'read-draft' },
  { method: 'POST', path: `${onAgenda}/export/:format`, who: 'read-draft' },

  { method: 'GET', path: `${onAgenda}/people`, who: 'manage-people' },
  { method: 'PATCH', path: `${onAgenda}/members/:person`, who: 'manage-people' },
  { method: 'DELETE', path: `${onAgenda}/members/:person`, who: 'manage-people' },
  { method: 'POST', path: `${onAgenda}/organisations`, who: 'manage-people' },
  { method: 'PATCH', path: `${onAgenda}/organisations/:organisation`, who: 'manage-people' },
  { method: 'POST', path: `${onAgenda}/invitations`, who: 'manage-people' },
  { method: 'POST', path: `${onAgenda}/invitations/:invitation/mail`, who: 'manage-people' },
  { method: 'DELETE', path: `${onAgenda}/invitations/:invitation`, who: 'manage-people' },
  { method: 'POST', path: `${onAgenda}/comment-links`, who: 'manage-people' },
  { method: 'DELETE', path: `${onAgenda}/comment-links/:link`, who: 'manage-people' },

  { method: 'GET', path: `${onAgenda}/comments`, who: 'read-draft' },
  { method: 'POST', path: `${onAgenda}/comments`, who: 'comment' },
  { method: 'PATCH', path: `${onAgenda}/comments/:comment`, who: 'comment' },
  { method: 'GET', path: `${onAgenda}/comments/:comment/texts`, who: 'read-draft' },
  { method: 'PUT', path: `${onAgenda}/comments/:comment/state`, who: 'comment' },
  { method: 'PUT', path: `${onAgenda}/comments/:comment/reactions`, who: 'comment' },
  { method: 'PUT', path: `${onAgenda}/comments/:comment/answer`, who: 'answer-comment' },
  { method: 'PUT', path: `${onAgenda}/read`, who: 'read-draft' },
  { method: 'PUT', path: `${onAgenda}/visit`, who: 'read-draft' },
  { method: 'GET', path: `${onAgenda}/audit`, who: 'take-dossier' },

  { method: 'GET', path: `${onAgenda}/versions`, who: 'read-record' },
  { method: 'POST', path: `${onAgenda}/versions`, who: 'freeze-version' },
  { method: 'GET', path: `${onAgenda}/versions/preview`, who: 'freeze-version' },
  { method: 'GET', path: `${onAgenda}/versions/:version`, who: 'read-record' },
  // Versions are compared by everyone on the agenda, other moments by who may read drafts (rule V7).
  { method: 'GET', path: `${onAgenda}/differences`, who: 'read-record' },
  { method: 'GET', path: `${onAgenda}/differences/export/:format`, who: 'read-record' },
  { method: 'PUT', path: `${onAgenda}/versions/:version/publication`, who: 'publish-version' },
  { method: 'DELETE', path: `${onAgenda}/versions/:version/publication`, who: 'publish-version' },
  { method: 'GET', path: `${onAgenda}/adoption`, who: 'read-record' },
  { method: 'PUT', path: `${onAgenda}/adoption/:organisation`, who: 'record-adoption' },
  { method: 'PUT', path: `${onAgenda}/versions/:version/adoption/:organisation/:step`, who: 'record-adoption' },
  { method: 'GET', path: `${onAgenda}/versions/:version/adoption/:organisation/:step/history`, who: 'read-record' },
  {
    method: 'POST',
    path: `${onAgenda}/versions/:version/adoption/:organisation/:step/reminder`,
    who: 'follow-adoption',
  },

  { method: 'GET', path: `${onAgenda}/calendar`, who: 'read-record' },
  { method: 'PUT', path: `${onAgenda}/calendar`, who: 'read-record' },
  { method: 'DELETE', path: `${onAgenda}/calendar`, who: 'read-record' },
  // What it gives its address proves: there is nothing at any other.
  { method: 'GET', path: '/ics/:name', who: 'anyone' },
  // What regions look like.
  { method: 'GET', path: '/huisstijl.css', who: 'anyone' },
  { method: 'GET', path: '/huisstijl/:logo', who: 'anyone' },

  // A version that was published: its page, and its files. Without that there is nothing here.
  { method: 'GET', path: '/v/:publication', who: 'anyone' },
  { method: 'GET', path: '/v/:publication/:form', who: 'anyone' },
  { method: 'GET', path: '/robots.txt', who: 'anyone' },

  { method: 'GET', path: '/live/:agenda', who: 'read-draft' },
  { method: 'POST', path: '/live/:agenda', who: 'read-draft' },
]
