import { createRoot } from 'solid-js'
import type { Me } from '../../shared/api.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { live } from '../../shared/messages/nl/live.ts'
import { askAccess } from './access.ts'
import { makeApi } from './api.ts'
import { type Copies, type CopyNote, makeDeviceCopies } from './offline.ts'
import { createOpenedAgenda, type OpenedAgenda, type Surroundings } from './opened-agenda.ts'

export type { OpenedAgenda } from './opened-agenda.ts'

/** An agenda opens when its record is known, from the server or from this device; its text may still be loading. */
export type OpenResult =
  | { ok: true; agenda: OpenedAgenda }
  | { ok: false; reason: 'signed-out' | 'not-allowed' | 'not-found' | 'unreachable' }

/** What a page or a test can hand in; each has its ordinary value. */
export type OpenOptions = Partial<Surroundings>

export async function openAgenda(id: AgendaId, me: Me, options: OpenOptions = {}): Promise<OpenResult> {
  const surroundings = withDefaults(options)
  const { api, copies, startOver } = surroundings
  const note = await readNote(copies, id, me)
  if (note) return opened(note, false, surroundings)
  const access = await askAccess(api, id, me.person)
  switch (access.state) {
    case 'allowed': {
      const { record } = access
      const { epoch } = record
      const fresh = { agenda: id, person: me.person, epoch, record, numbers: {}, clients: [], drafts: [] }
      return opened(fresh, true, surroundings)
    }
    case 'refused':
      return { ok: false, reason: access.reason }
    case 'other-person':
      startOver()
      return { ok: false, reason: 'signed-out' }
    case 'unreachable':
      return { ok: false, reason: 'unreachable' }
  }
}

function opened(note: CopyNote, isRecordFresh: boolean, surroundings: Surroundings): OpenResult {
  // A root of its own: an agenda lives until it is closed, whoever asked for it.
  return createRoot((dispose) => ({
    ok: true,
    agenda: createOpenedAgenda(note, isRecordFresh, surroundings, dispose),
  }))
}

async function readNote(copies: Copies, id: AgendaId, me: Me): Promise<CopyNote | undefined> {
  try {
    return await copies.read(id, me.person)
  } catch (error) {
    // Some private windows have no IndexedDB: the board then works with a connection only.
    console.warn('This device keeps no copies.', error)
    return undefined
  }
}

function withDefaults(options: OpenOptions): Surroundings {
  return {
    api: options.api ?? makeApi(),
    copies: options.copies ?? makeDeviceCopies(),
    socket: options.socket ?? WebSocket,
    polled: options.polled ?? (async () => (await import('./polled-socket.ts')).makePolledSocketClass()),
    liveOrigin: options.liveOrigin ?? location.origin.replace(/^http/, 'ws'),
    colleague: options.colleague ?? (() => live.colleague),
    startOver: options.startOver ?? (() => location.reload()),
    now: options.now ?? Date.now,
  }
}
