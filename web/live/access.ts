import type { Agenda } from '../../shared/api.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import { mayReadDraft } from '../../shared/roles.ts'
import { type Api, statusOf } from './api.ts'

/** Whether this person may have this agenda open. A reader sees agreed versions only, so not this. */
export type Access =
  | { state: 'allowed'; record: Agenda }
  | { state: 'refused'; reason: 'signed-out' | 'not-allowed' | 'not-found' }
  /** Somebody else signed in in this browser. */
  | { state: 'other-person' }
  | { state: 'unreachable' }

/** Asks the server over HTTP: a browser does not learn why a WebSocket was refused. */
export async function askAccess(api: Api, agenda: AgendaId, person: PersonId): Promise<Access> {
  const who = await api.me()
  if (who.ok && who.value.person !== person) return { state: 'other-person' }
  const answer = who.ok ? await api.agenda(agenda) : who
  if (answer.ok && 'epoch' in answer.value) {
    const record = answer.value
    return mayReadDraft(record.role) ? { state: 'allowed', record } : { state: 'refused', reason: 'not-allowed' }
  }
  switch (statusOf(answer)) {
    case 401:
      return { state: 'refused', reason: 'signed-out' }
    case 403:
      return { state: 'refused', reason: 'not-allowed' }
    case 404:
      return { state: 'refused', reason: 'not-found' }
    default:
      return { state: 'unreachable' }
  }
}
