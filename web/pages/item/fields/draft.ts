/**
 * What stands in a field for a plain value. While somebody types, their draft stands there, whatever others set; `seen`
 * is the value they started from, so that a value set meanwhile is never overwritten in silence.
 */
export type Draft =
  | { state: 'shown' }
  | { state: 'typing'; text: string; seen: string }
  /** Written, and still being typed at: the text stays as typed, also where it was tidied for the document. */
  | { state: 'written'; text: string; stored: string }

/** A value that a colleague set while this person was typing another. */
export type Meanwhile = { theirs: string; mine: string }

export const shown: Draft = { state: 'shown' }

export function typed(draft: Draft, text: string, stored: string): Draft {
  return { state: 'typing', text, seen: draft.state === 'typing' ? draft.seen : stored }
}

/** The draft once it was written, while the field still has the focus. */
export function written(draft: Draft, stored: string): Draft {
  return draft.state === 'typing' ? { state: 'written', text: draft.text, stored } : draft
}

/** What the field shows. */
export function textOf(draft: Draft, stored: string): string {
  switch (draft.state) {
    case 'shown':
      return stored
    case 'typing':
      return draft.text
    case 'written':
      return stored === draft.stored ? draft.text : stored
  }
}

/** What there is to write, and whether a colleague's value goes under by it. */
export function settle(draft: Draft, stored: string): { write?: string; meanwhile?: Meanwhile } {
  if (draft.state !== 'typing' || draft.text === stored) return {}
  if (stored === draft.seen || stored === '') return { write: draft.text }
  return { write: draft.text, meanwhile: { theirs: stored, mine: draft.text } }
}
