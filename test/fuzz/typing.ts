import {
  deleteSelection,
  joinBackward,
  joinForward,
  lift,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { schema } from '../../web/pages/item/editor/schema.ts'
import type { Chance } from '../kit/chance.ts'

const { nodes, marks } = schema

/** What somebody can do in the editor with a few keys, each at the place where the caret is. */
const commands: readonly ((chance: Chance) => Command)[] = [
  (chance) => inserting(chance.oneOf(['x', 'woord ', '🙂', 'Één zin. '])),
  (chance) => inserting(chance.oneOf(['en ', 'of ', '?'])),
  () => splitBlock,
  () => joinBackward,
  () => joinForward,
  () => deleteSelection,
  () => deleteSelection,
  () => toggleMark(marks.strong),
  () => toggleMark(marks.em),
  () => toggleMark(marks.link, { href: 'https://school.example' }),
  (chance) => setBlockType(nodes.heading, { level: chance.oneOf([2, 3]) }),
  () => setBlockType(nodes.paragraph),
  () => wrapIn(nodes.blockquote),
  () => wrapInList(nodes.bullet_list),
  () => wrapInList(nodes.ordered_list),
  () => splitListItem(nodes.list_item),
  () => liftListItem(nodes.list_item),
  () => sinkListItem(nodes.list_item),
  () => lift,
  () => (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()))
    return true
  },
]

/** Writes in a rich text as the editor's binding does, without a page: what changed in ProseMirror goes to Yjs. */
export function typeIn(doc: Y.Doc, fragment: Y.XmlFragment, chance: Chance): void {
  doc.transact(() => {
    const { doc: content, meta } = initProseMirrorDoc(fragment, schema)
    let state = EditorState.create({ schema, doc: content.childCount > 0 ? content : undefined })
    const dispatch = (transaction: Transaction) => {
      state = state.apply(transaction)
    }
    for (let left = 1 + chance.below(4); left > 0; left--) {
      const [from, to] = [placeIn(state.doc, chance), placeIn(state.doc, chance)]
      const end = chance.next() < 0.5 ? from : to
      dispatch(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(end))))
      chance.oneOf(commands)(chance)(state, dispatch)
    }
    updateYFragment(doc, fragment, state.doc, meta)
  }, ySyncPluginKey)
}

/** Anywhere but between the two halves of a character: no caret comes there. */
function placeIn(content: Node, chance: Chance): number {
  const at = chance.below(content.content.size + 1)
  return at > 0 && /[\uD800-\uDBFF]/.test(content.textBetween(at - 1, at)) ? at + 1 : at
}

function inserting(words: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.insertText(words))
    return true
  }
}
