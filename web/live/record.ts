import { type Accessor, createSignal, untrack } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Agenda } from '../../shared/api.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { Api } from './api.ts'
import type { Copies, CopyNote } from './offline.ts'
import type { Draft } from './open-agenda.ts'

export type RecordStore = {
  record: Agenda
  number: (item: ItemId) => number | undefined
  drafts: Accessor<Draft[]>
  dismissDraft: (id: string) => void
  /** What this device knows, as it was last written down. */
  note: () => CopyNote
  /** Writes down what changed; resolves when it is on this device, or cannot be. */
  remember: (change: Partial<CopyNote>) => Promise<void>
  setRecord: (record: Agenda) => void
  setRole: (role: Role) => void
  addNumbers: (numbers: Record<string, number>) => void
  loadNumbers: () => Promise<void>
}

/** What the record, not the document, says of an agenda, kept on this device for when there is no connection. */
export function createRecord(first: CopyNote, api: Api, copies: Copies): RecordStore {
  // Copies: a store changes in place what it was given, and the note must stay as it was written.
  const [record, setStore] = createStore<Agenda>(structuredClone(first.record))
  const [numbers, setNumbers] = createStore<Record<string, number>>({ ...first.numbers })
  const [drafts, setDrafts] = createSignal(first.drafts)
  let note = first
  let written = Promise.resolve()

  function remember(change: Partial<CopyNote>): Promise<void> {
    note = { ...note, ...change }
    if (change.drafts) setDrafts(change.drafts)
    const now = note
    written = written
      .then(() => copies.write(now))
      .catch((error: unknown) => console.warn('Not kept on this device.', error))
    return written
  }

  function addNumbers(added: Record<string, number>): void {
    setNumbers(added)
    void remember({ numbers: { ...note.numbers, ...added } })
  }

  return {
    record,
    number: (item) => numbers[item],
    drafts,
    dismissDraft: (id) => void remember({ drafts: untrack(drafts).filter((draft) => draft.id !== id) }),
    note: () => note,
    remember,
    setRecord: (next) => {
      setStore(reconcile(structuredClone(next)))
      void remember({ record: next })
    },
    setRole: (role) => {
      setStore('role', role)
      setStore('me', 'role', role)
      void remember({ record: { ...note.record, role, me: { ...note.record.me, role } } })
    },
    addNumbers,
    loadNumbers: async () => {
      const answer = await api.items(first.agenda)
      if (answer.ok) addNumbers(Object.fromEntries(answer.value.items.map(({ item, number }) => [item, number])))
    },
  }
}
