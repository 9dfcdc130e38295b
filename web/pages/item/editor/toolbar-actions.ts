import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import type { IconName } from '../../../ui/icon-paths.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

export type ActionName = 'strong' | 'em' | 'heading' | 'bullets' | 'numbers' | 'quote' | 'link'
export type ToolbarAction = { name: ActionName; icon: IconName; isOn: (state: EditorState) => boolean; run: Command }

/** What the toolbar offers. The link asks for an address first, so that its own command only takes a link away. */
export const toolbarActions: readonly ToolbarAction[] = [
  { name: 'strong', icon: 'bold', isOn: (state) => hasMark(state, marks.strong), run: toggleMark(marks.strong) },
  { name: 'em', icon: 'italic', isOn: (state) => hasMark(state, marks.em), run: toggleMark(marks.em) },
  {
    name: 'heading',
    icon: 'heading',
    isOn: isHeading,
    run: (state, dispatch) => setBlockType(isHeading(state) ? nodes.paragraph : nodes.heading)(state, dispatch),
  },
  {
    name: 'bullets',
    icon: 'bullets',
    isOn: (state) => nearestList(state) === nodes.bullet_list,
    run: toggleList(nodes.bullet_list),
  },
  {
    name: 'numbers',
    icon: 'numbers',
    isOn: (state) => nearestList(state) === nodes.ordered_list,
    run: toggleList(nodes.ordered_list),
  },
  {
    name: 'quote',
    icon: 'quote',
    isOn: isQuoted,
    run: (state, dispatch) => (isQuoted(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch)),
  },
  { name: 'link', icon: 'link', isOn: (state) => hasMark(state, marks.link), run: toggleMark(marks.link) },
]

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection
  if (empty) return !!type.isInSet(state.storedMarks ?? $from.marks())
  return state.doc.rangeHasMark(from, to, type)
}

function isHeading(state: EditorState): boolean {
  return state.selection.$from.parent.type === nodes.heading
}

function isQuoted(state: EditorState): boolean {
  return ancestors(state).includes(nodes.blockquote)
}

function nearestList(state: EditorState): NodeType | undefined {
  return ancestors(state).find((type) => type === nodes.bullet_list || type === nodes.ordered_list)
}

/** The types of the nodes around the selection, the nearest first. */
function ancestors({ selection: { $from } }: EditorState): NodeType[] {
  return Array.from({ length: $from.depth }, (_, index) => $from.node($from.depth - index).type)
}

/** Makes a list, makes it the other kind of list, or makes it text again. */
function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const current = nearestList(state)
    if (current === undefined) return wrapInList(type)(state, dispatch)
    if (current === type) return liftListItem(nodes.list_item)(state, dispatch)
    const { $from } = state.selection
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type !== current) continue
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type))
      return true
    }
    return false
  }
}
