import { EditorState, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { isSafeLink } from '../../../../shared/document/rich-text.ts'
import type { PresentUser } from '../../../../shared/wire.ts'
import type { OpenAgenda } from '../../../live/open-agenda.ts'
import type { Cursor } from '../place.ts'
import type { CaretLook } from './caret-element.ts'
import { carets } from './carets.ts'
import { editorKeys } from './editor-keys.ts'
import { lengthGuard } from './length-guard.ts'
import { numberGuard, type RefusedInput } from './number-guard.ts'
import { pasteParser, setStylesAside } from './paste.ts'
import { schema } from './schema.ts'

type Options = {
  agenda: OpenAgenda
  fragment: Y.XmlFragment
  attributes: () => Record<string, string>
  lookOf: (user: PresentUser) => CaretLook
  tell: (cursor: Cursor) => void
  onState: (state: EditorState) => void
  onLink: () => void
  /** Numbers that look like a citizen service number and are none; and what to do with input that holds another. */
  passed: ReadonlySet<string>
  onRefused: (refused: RefusedInput) => void
  /** Input was not accepted, since a text holds so many characters at most. */
  onTooLong: (most: number) => void
}

/** The editor of one text, bound to the document. Only for who may write: rendering alone can change the document. */
export function makeEditor(host: HTMLElement, options: Options): EditorView {
  const { agenda, fragment } = options
  // The editor's own changes go through the one undo of this window, in their order among all other changes.
  agenda.undo.manager.addTrackedOrigin(ySyncPluginKey)
  const view = new EditorView(
    { mount: host },
    {
      state: EditorState.create({
        schema,
        plugins: [
          ySyncPlugin(fragment),
          carets({ awareness: agenda.awareness, lookOf: options.lookOf, tell: options.tell }),
          lengthGuard(options.onTooLong),
          numberGuard(options.passed, options.onRefused),
          ...editorKeys(agenda.undo, options.onLink),
        ],
      }),
      attributes: options.attributes,
      clipboardParser: pasteParser,
      transformPastedHTML: setStylesAside,
      // The first transaction comes from within the constructor, before there is a name for the view.
      dispatchTransaction(this: EditorView, transaction: Transaction) {
        this.updateState(this.state.apply(transaction))
        options.onState(this.state)
      },
      // What a colleague writes never scrolls what I am reading or typing.
      handleScrollToSelection: ({ state }) => {
        const sync = ySyncPluginKey.getState(state) as { isChangeOrigin: boolean; isUndoRedoOperation: boolean }
        return sync.isChangeOrigin && !sync.isUndoRedoOperation
      },
      handleClick: (_view, _position, event) => {
        const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined
        if (!href || !(event.ctrlKey || event.metaKey) || !isSafeLink(href)) return false
        open(href, '_blank', 'noopener,noreferrer')
        return true
      },
      handleDOMEvents: {
        focus: () => {
          agenda.undo.boundary()
          return false
        },
        beforeinput: (_view, event) => {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
          event.preventDefault()
          if (event.inputType === 'historyUndo') agenda.undo.undo()
          else agenda.undo.redo()
          return true
        },
      },
    },
  )
  options.onState(view.state)
  return view
}
