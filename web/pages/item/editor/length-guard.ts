import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { ySyncPluginKey } from 'y-prosemirror'
import { longest } from '../../../../shared/document/longest.ts'

/** So much at once is no text of an item any more; and the server takes in no message of several megabytes. */
export const longestInput = 1_000_000

/**
 * Does not accept input that the server would refuse for its length: then nothing of it is in the text, and everything
 * that was there stays. What colleagues wrote always passes: refusing it would set this copy apart.
 */
export function lengthGuard(onTooLong: (most: number) => void): Plugin {
  return new Plugin({
    filterTransaction(transaction, state) {
      if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true
      const [before, after] = [state.doc.content.size, transaction.doc.content.size]
      const most =
        after - before > longestInput
          ? longestInput
          : after > longest.paragraph && after > before && hasTooLong(transaction.doc)
            ? longest.paragraph
            : undefined
      if (most !== undefined) onTooLong(most)
      return most === undefined
    },
  })
}

/** Whether the words between two elements are more than the document holds as one text. */
function hasTooLong(doc: Node): boolean {
  let found = false
  doc.descendants((node) => {
    if (found || !node.isTextblock) return !found
    let length = 0
    node.forEach((inline) => {
      length = inline.isText ? length + inline.nodeSize : 0
      found ||= length > longest.paragraph
    })
    return false
  })
  return found
}
