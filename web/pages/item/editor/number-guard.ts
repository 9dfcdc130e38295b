import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { ySyncPluginKey } from 'y-prosemirror'
import { newNumbers } from '../../../../shared/reference-number.ts'

/** Input that was not accepted, and how to put it in after all. Says whether it still could be. */
export type RefusedInput = { numbers: string[]; transaction: Transaction }

/**
 * Does not accept the input that would complete a citizen service number (rule C3). What colleagues wrote and what undo
 * brings back came through their own guard, and always passes: refusing it would set this copy apart.
 */
export function numberGuard(passed: ReadonlySet<string>, onRefused: (refused: RefusedInput) => void): Plugin {
  return new Plugin({
    filterTransaction(transaction, state) {
      if (!transaction.docChanged || isFromDocument(transaction)) return true
      const after = textOf(transaction.doc)
      if (!/\d/.test(after)) return true
      const numbers = newNumbers(textOf(state.doc), after, passed)
      if (numbers.length === 0) return true
      onRefused({ numbers, transaction })
      return false
    },
  })
}

function isFromDocument(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined
}

function textOf(doc: EditorState['doc']): string {
  return doc.textBetween(0, doc.content.size, '\n', '\n')
}
