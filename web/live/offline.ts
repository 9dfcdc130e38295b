import * as idb from 'lib0/indexeddb'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { Agenda } from '../../shared/api.ts'
import type { Comments, NewComment } from '../../shared/comment.ts'
import type { AgendaId, CommentId, PersonId } from '../../shared/ids.ts'
import type { Draft } from './open-agenda.ts'

/** What this device knows of an agenda besides its document: enough to open the board without a connection. */
export type CopyNote = {
  agenda: AgendaId
  person: PersonId
  epoch: string
  record: Agenda
  numbers: Record<string, number>
  /** The client ids under which this copy was written: only their edits can be this person's. */
  clients: number[]
  /** Edits that the server refused and that were not dealt with yet. */
  drafts: Draft[]
  /** The comments as they were last told, to read without a connection. */
  comments?: Comments
}

/** A comment that was written here and is not on the server yet, or that the server refused: with why. */
export type WaitingComment = NewComment & { at: string; refused?: string }

export type CopyName = Pick<CopyNote, 'agenda' | 'person' | 'epoch'>
export type WriterName = Pick<CopyNote, 'agenda' | 'person'>

/** The local copies of agendas on this device: a document each, a note each, and flags for edits not sent yet. */
export type Copies = {
  read: (agenda: AgendaId, person: PersonId) => Promise<CopyNote | undefined>
  write: (note: CopyNote) => Promise<void>
  list: () => Promise<CopyNote[]>
  /** Loads the copy into the document and keeps every later update until closed. */
  attach: (name: CopyName, doc: Y.Doc) => Promise<{ close: () => Promise<void> }>
  /** Empties the document of a copy, which stays in use; the note stays. */
  empty: (name: CopyName) => Promise<void>
  /** Removes the document of a copy; the note stays. */
  remove: (name: CopyName) => Promise<void>
  /** Removes everything of a copy: note, document and flags. */
  forget: (name: CopyName) => Promise<void>
  /** The windows (by client id) whose edits in this copy are not all on the server's disk. */
  unsent: (name: CopyName) => number[]
  markUnsent: (name: CopyName, client: number, unsent: boolean) => void
  /** The comments that wait here, the oldest first. One by one, so that two windows do not undo each other. */
  waiting: (name: WriterName) => WaitingComment[]
  keepWaiting: (name: WriterName, comment: WaitingComment) => void
  dropWaiting: (name: WriterName, comment: CommentId) => void
}

/** The copies of this browser: IndexedDB for documents and notes, localStorage for the flags, which must be quick. */
export function makeDeviceCopies(): Copies {
  let opened: Promise<IDBDatabase> | undefined
  const notes = async (): Promise<IDBObjectStore> => {
    opened ??= idb.openDB('ontwikkelagenda', (db) => idb.createStores(db, [[noteStore]]))
    const [store] = idb.transact(await opened, [noteStore])
    if (!store) throw new Error('The local database has no notes')
    return store
  }

  async function attach(name: CopyName, doc: Y.Doc) {
    const persistence = new IndexeddbPersistence(databaseOf(name), doc)
    // y-indexeddb says nothing when the browser refuses it a database (private windows, a full disk); its promise does.
    const database = (persistence as unknown as { _db: Promise<IDBDatabase> })._db
    try {
      await database
      // A copy that cannot be read never says so; the server's comes in beside it then.
      await Promise.race([persistence.whenSynced, new Promise((resolve) => setTimeout(resolve, patience))])
      return { close: () => persistence.destroy() }
    } catch (error) {
      console.warn('This device keeps no copy of the agenda.', error)
      return { close: async () => {} }
    }
  }

  async function empty(name: CopyName): Promise<void> {
    const db = await idb.openDB(databaseOf(name), (fresh) =>
      idb.createStores(fresh, [['updates', { autoIncrement: true }], ['custom']]),
    )
    const [updates] = idb.transact(db, ['updates'])
    if (updates) await idb.rtop(updates.clear())
    db.close()
  }

  const remove = async (name: CopyName) => {
    for (const client of unsentIn(name)) localStorage.removeItem(unsentKey(name, client))
    await idb.deleteDB(databaseOf(name))
  }

  return {
    // Notes are written by `write` alone, so what comes back is what went in.
    read: async (agenda, person) =>
      (await idb.rtop((await notes()).get(noteKey({ agenda, person })))) as CopyNote | undefined,
    write: async (note) => void (await idb.rtop((await notes()).put(note, noteKey(note)))),
    list: async () => (await idb.getAll(await notes())) as CopyNote[],
    attach,
    empty,
    remove,
    forget: async (name) => {
      await remove(name)
      for (const { id } of waitingOf(name)) localStorage.removeItem(waitingKey(name, id))
      await idb.del(await notes(), noteKey(name))
    },
    unsent: unsentIn,
    markUnsent: (name, client, unsent) => {
      if (unsent) localStorage.setItem(unsentKey(name, client), '1')
      else localStorage.removeItem(unsentKey(name, client))
    },
    waiting: waitingOf,
    keepWaiting: (name, comment) => localStorage.setItem(waitingKey(name, comment.id), JSON.stringify(comment)),
    dropWaiting: (name, comment) => localStorage.removeItem(waitingKey(name, comment)),
  }
}

/** Copies that live as long as the page: where the browser keeps nothing, and in tests. */
export function makeMemoryCopies(): Copies {
  const notes = new Map<string, CopyNote>()
  const documents = new Map<string, Uint8Array[]>()
  const flags = new Map<string, Set<number>>()
  const waiting = new Map<string, WaitingComment[]>()
  const others = (name: WriterName, id: CommentId) => (waiting.get(noteKey(name)) ?? []).filter((one) => one.id !== id)
  const updatesOf = (name: CopyName): Uint8Array[] => {
    const updates = documents.get(databaseOf(name)) ?? []
    documents.set(databaseOf(name), updates)
    return updates
  }
  const remove = async (name: CopyName) => {
    documents.delete(databaseOf(name))
    flags.delete(databaseOf(name))
  }
  return {
    read: async (agenda, person) => structuredClone(notes.get(noteKey({ agenda, person }))),
    write: async (note) => void notes.set(noteKey(note), structuredClone(note)),
    list: async () => [...notes.values()].map((note) => structuredClone(note)),
    attach: async (name, doc) => {
      for (const update of updatesOf(name)) Y.applyUpdate(doc, update, copyOrigin)
      updatesOf(name).push(Y.encodeStateAsUpdate(doc))
      const keep = (update: Uint8Array, origin: unknown) => void (origin !== copyOrigin && updatesOf(name).push(update))
      doc.on('update', keep)
      return { close: async () => doc.off('update', keep) }
    },
    empty: async (name) => void documents.delete(databaseOf(name)),
    remove,
    forget: async (name) => {
      await remove(name)
      notes.delete(noteKey(name))
      waiting.delete(noteKey(name))
    },
    unsent: (name) => [...(flags.get(databaseOf(name)) ?? [])],
    markUnsent: (name, client, unsent) => {
      const clients = flags.get(databaseOf(name)) ?? new Set()
      flags.set(databaseOf(name), clients)
      if (unsent) clients.add(client)
      else clients.delete(client)
    },
    waiting: (name) => waiting.get(noteKey(name)) ?? [],
    keepWaiting: (name, comment) =>
      void waiting.set(noteKey(name), [...others(name, comment.id), comment].sort(byTime)),
    dropWaiting: (name, comment) => void waiting.set(noteKey(name), others(name, comment)),
  }
}

const noteStore = 'notes'
const patience = 5_000
const copyOrigin = Symbol('copy')

function noteKey({ agenda, person }: Pick<CopyName, 'agenda' | 'person'>): string {
  return `${agenda}/${person}`
}

function databaseOf({ agenda, person, epoch }: CopyName): string {
  return `ontwikkelagenda/${agenda}/${person}/${epoch}`
}

function unsentKey(name: CopyName, client: number): string {
  return `unsent/${databaseOf(name)}/${client}`
}

function unsentIn(name: CopyName): number[] {
  const prefix = unsentKey(name, 0).slice(0, -1)
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => Number(key.slice(prefix.length)))
}

function waitingKey(name: WriterName, comment: string): string {
  return `waiting/${noteKey(name)}/${comment}`
}

function waitingOf(name: WriterName): WaitingComment[] {
  const prefix = waitingKey(name, '')
  return (
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      // Written by keepWaiting alone.
      .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as WaitingComment)
      .sort(byTime)
  )
}

function byTime(a: WaitingComment, b: WaitingComment): number {
  return a.at < b.at ? -1 : 1
}
