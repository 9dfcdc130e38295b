import type { AgendaId, ItemId } from '../../../shared/ids.ts'

/** What the export dialog must know of an agenda: from its board, or from the page of a version. */
export type Exportable = {
  agenda: AgendaId
  /** Whether the living agenda may be read, and what was said of it. */
  mayReadDraft: boolean
  /** The version that is chosen to begin with; the living agenda without one. */
  version?: number
  /** Of the edition that is chosen to begin with. */
  themes: readonly { id: string; name: string }[]
  parties: readonly { id: string; name: string }[]
  /** What a board shows that does not show everything. */
  shown?: Shown
}

export type Shown = { items: ItemId[]; numbers: number[]; hasStruck: boolean }
