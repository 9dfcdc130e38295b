import type { AgendaSummary } from '../../shared/agenda.ts'
import type { DemoPerson, Me, NewAgenda } from '../../shared/api.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import { type Answer, type Api, makeApi, statusOf } from './api.ts'
import { type Copies, type CopyNote, makeDeviceCopies } from './offline.ts'

/** Who uses this window. `offline`: the server could not be asked; this is who it was the last time. */
export type WhoAmI =
  | { state: 'signed-in'; me: Me; offline: boolean }
  | { state: 'signed-out' }
  | { state: 'unreachable' }

/** A local copy of an agenda, as signing out lists it. */
export type LocalCopy = { agenda: AgendaId; title: string; hasUnsentEdits: boolean }

export type Session = {
  whoAmI: () => Promise<WhoAmI>
  demoPeople: () => Promise<Answer<DemoPerson[]>>
  signIn: (person: PersonId) => Promise<Answer<Me>>
  /** Ends the session. Local copies stay unless `removeCopies`; ask first, naming those with unsent edits. */
  signOut: (choice: { removeCopies: boolean }) => Promise<Answer<undefined>>
  /** My agendas; offline, those of which this device holds a copy. */
  agendas: () => Promise<Answer<AgendaSummary[]>>
  createAgenda: (agenda: NewAgenda) => Promise<Answer<AgendaSummary>>
  localCopies: () => Promise<LocalCopy[]>
  removeLocalCopies: () => Promise<void>
}

export function makeSession(api: Api = makeApi(), copies: Copies = makeDeviceCopies()): Session {
  async function whoAmI(): Promise<WhoAmI> {
    const answer = await api.me()
    if (answer.ok) {
      localStorage.setItem(lastPersonKey, JSON.stringify(answer.value))
      return { state: 'signed-in', me: answer.value, offline: false }
    }
    if (statusOf(answer) === 401) {
      localStorage.removeItem(lastPersonKey)
      return { state: 'signed-out' }
    }
    const last = lastPerson()
    return last ? { state: 'signed-in', me: last, offline: true } : { state: 'unreachable' }
  }

  async function signIn(person: PersonId): Promise<Answer<Me>> {
    const answer = await api.signInDemo({ person })
    if (answer.ok) localStorage.setItem(lastPersonKey, JSON.stringify(answer.value))
    return answer
  }

  async function signOut({ removeCopies }: { removeCopies: boolean }): Promise<Answer<undefined>> {
    const answer = await api.signOut()
    if (!answer.ok && statusOf(answer) !== 401) return answer
    if (removeCopies) await removeLocalCopies()
    localStorage.removeItem(lastPersonKey)
    return { ok: true, value: undefined }
  }

  async function agendas(): Promise<Answer<AgendaSummary[]>> {
    const answer = await api.agendas()
    if (answer.ok) return { ok: true, value: answer.value.agendas }
    if (answer.reason === 'problem') return answer
    const kept = await myNotes()
    return kept.length > 0 ? { ok: true, value: kept.map((note) => note.record) } : answer
  }

  async function demoPeople(): Promise<Answer<DemoPerson[]>> {
    const answer = await api.demoPeople()
    return answer.ok ? { ok: true, value: answer.value.people } : answer
  }

  async function localCopies(): Promise<LocalCopy[]> {
    const notes = await myNotes()
    return notes.map((note) => ({
      agenda: note.agenda,
      title: note.record.title,
      hasUnsentEdits: copies.unsent(note).length + note.drafts.length + copies.waiting(note).length > 0,
    }))
  }

  async function removeLocalCopies(): Promise<void> {
    for (const note of await myNotes()) await copies.forget(note)
  }

  async function myNotes(): Promise<CopyNote[]> {
    const person = lastPerson()?.person
    return (await copies.list()).filter((note) => note.person === person)
  }

  return {
    whoAmI,
    demoPeople,
    signIn,
    signOut,
    agendas,
    createAgenda: api.createAgenda,
    localCopies,
    removeLocalCopies,
  }
}

const lastPersonKey = 'last-person'

function lastPerson(): Me | undefined {
  const kept = localStorage.getItem(lastPersonKey)
  // Written by whoAmI and signIn only, from an answer of the server.
  return kept ? (JSON.parse(kept) as Me) : undefined
}
