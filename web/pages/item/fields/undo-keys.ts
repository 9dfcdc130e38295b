import type { Undo } from '../../../live/open-agenda.ts'

/**
 * Ctrl+Z in a live text undoes my last change to the agenda. The browser's own undo does not know what colleagues
 * wrote in between and would write their words away.
 */
export function onUndoKey(event: KeyboardEvent, undo: Undo): void {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey || event.isComposing) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  event.stopPropagation()
  if (key === 'y' || event.shiftKey) undo.redo()
  else undo.undo()
}
