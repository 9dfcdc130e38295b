import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import type { Undo } from '../../../live/open-agenda.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** The keys of the text. Tab belongs to lists only: everywhere else it goes on to the next field. */
export function editorKeys(undo: Undo, openLink: () => void): Plugin[] {
  const breakLine: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
    return true
  }
  const undoMine: Command = () => {
    undo.undo()
    return true
  }
  const redoMine: Command = () => {
    undo.redo()
    return true
  }
  return [
    keymap({
      'Mod-b': toggleMark(marks.strong),
      'Mod-i': toggleMark(marks.em),
      'Mod-k': () => {
        openLink()
        return true
      },
      'Mod-z': undoMine,
      'Mod-y': redoMine,
      'Shift-Mod-z': redoMine,
      Enter: splitListItem(nodes.list_item),
      Tab: sinkListItem(nodes.list_item),
      'Shift-Tab': liftListItem(nodes.list_item),
      'Shift-Enter': chainCommands(exitCode, breakLine),
    }),
    keymap(baseKeymap),
  ]
}
