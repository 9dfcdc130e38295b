import { type Accessor, createContext, useContext } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { AgendaHead, Theme } from '../../shared/agenda.ts'
import type { Agenda } from '../../shared/api.ts'
import type { ItemId, ThemeId } from '../../shared/ids.ts'
import type { Item } from '../../shared/item.ts'
import type { Place, PresentUser } from '../../shared/wire.ts'
import type { CommentStore } from './comments.ts'

/** What can truly be said of the edits made here. `waiting`: how many are not on the server's disk yet. */
export type SavedState =
  | { state: 'loading' }
  | { state: 'saved' }
  | { state: 'saving'; waiting: number }
  | { state: 'offline'; waiting: number }
  /** The server cannot write now (its disk is full); edits are kept on this device and go out when it can. */
  | { state: 'server-read-only'; waiting: number }
  /** The server refused an edit. A fresh copy was taken; `drafts` holds what was refused. */
  | { state: 'closed'; reason: 'signed-out' | 'not-allowed' | 'refused-again' | 'renewed-again' | 'reload' }

/**
 * What the server did not take, kept to be offered again. Without an item it is of the agenda itself: its `agendaTitle`,
 * its `period` or a `themeName`. `isTakenOut`: it was taken out of a set, rather than put in.
 */
export type Draft = {
  id: string
  item?: ItemId
  theme?: ThemeId
  field: string
  text: string
  isTakenOut?: boolean
}

/** A value of mine that a colleague set to something else at the same moment. `putBack` writes mine again. */
export type Overtaken = {
  id: string
  item: ItemId
  field: string
  by: string
  mine: unknown
  putBack: () => void
  dismiss: () => void
}

/** Somebody who has this agenda open, here or in another window. `self` is this very window. */
export type Present = { client: number; self: boolean; user: PresentUser; place: Place }

/** An agenda that is open in this window: its document as a fine-grained Solid store, and everything around it. */
export type OpenAgenda = {
  /** The record: who is at the table, who I am here. Reactive. */
  record: Agenda
  /** The live document. Change it only through the writers of shared/document/write.ts. */
  doc: Y.Doc
  /** The document as a store: one remote edit changes one item, and in it only what differs. Reactive. */
  text: { head: AgendaHead; themes: Theme[]; items: Record<ItemId, Item> }
  /** The ids of all items, struck ones too. Changes only when an item is added. */
  itemIds: Accessor<ItemId[]>
  /** The item's number; undefined while the room has not handed one out: show "nieuw". */
  number: (item: ItemId) => number | undefined
  /** Whether I may write items; and whether I may write the agenda's title, period and themes. */
  mayEdit: Accessor<boolean>
  mayCoordinate: Accessor<boolean>
  saved: Accessor<SavedState>
  drafts: Accessor<Draft[]>
  dismissDraft: (id: string) => void
  overtaken: Accessor<Overtaken[]>
  /** Everybody here now, myself included. */
  present: Accessor<Present[]>
  /** The others who are in this item. Reactive per item: only cards of items that somebody enters or leaves rerun. */
  presentIn: (item: ItemId) => Present[]
  /** Tells the others where I am. */
  setPlace: (place: Place) => void
  awareness: Awareness
  undo: Undo
  /** The last version that was frozen while this is open; 0 before that. */
  frozen: Accessor<number>
  /** Everybody's comments; undefined until that part of the app is there. */
  comments: Accessor<CommentStore | undefined>
}

/** Undo and redo of my own changes in this window only. Making an item is undone by striking it. */
export type Undo = {
  canUndo: Accessor<boolean>
  canRedo: Accessor<boolean>
  undo: () => void
  redo: () => void
  /** Notes the making of something, which is undone by flagging it rather than by deleting it. */
  made: (undo: () => void, redo: () => void) => void
  /** Ends the current burst, so that the next change is undone apart from the last. */
  boundary: () => void
  /** Yjs's own undo manager, for the rich text editor's undo plugin. */
  manager: Y.UndoManager
}

const OpenAgendaContext = createContext<OpenAgenda>()
export const OpenAgendaProvider = OpenAgendaContext.Provider

/** The agenda that this page shows; a page outside an open agenda must not ask. */
export function useAgenda(): OpenAgenda {
  const agenda = useContext(OpenAgendaContext)
  if (!agenda) throw new Error('useAgenda outside an open agenda')
  return agenda
}
