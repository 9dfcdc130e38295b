import * as Y from 'yjs'
import { bodyFragment, titleText } from '../document/read.ts'
import type { ItemId } from '../ids.ts'

/** A stretch of plain text that lies in one Yjs text: `from` in the plain text is its first character. */
export type Run = { type: Y.Text; from: number; length: number }

/**
 * The words of a field as plain text, and where each of them lies. In a body the blocks that hold text are one line each,
 * and so is a hard break: what ProseMirror's `textBetween(0, size, '\n', '\n')` gives of the same body. That is how the
 * editor's positions and these offsets are told apart and put together.
 */
export type PlainText = { text: string; runs: Run[] }

export type PassageField = 'title' | 'body'

/** Undefined when the item or the field is not there. */
export function plainText(doc: Y.Doc, item: ItemId, field: PassageField): PlainText | undefined {
  if (field === 'title') {
    const title = titleText(doc, item)
    return title && { text: charactersOf(title), runs: [{ type: title, from: 0, length: title.length }] }
  }
  const body = bodyFragment(doc, item)
  return body && plainBody(body)
}

function plainBody(body: Y.XmlFragment): PlainText {
  const runs: Run[] = []
  let text = ''
  let isFirst = true
  // With a stack of its own: a broken client can nest deeper than calls can go.
  const waiting: { node: unknown; inBlock: boolean }[] = [{ node: body, inBlock: false }]
  function beginBlock(): void {
    if (!isFirst) text += '\n'
    isFirst = false
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, inBlock } = next
    if (node instanceof Y.XmlText) {
      // Words outside any block are a line of their own, as the tolerant reader shows them.
      if (!inBlock) beginBlock()
      const characters = charactersOf(node)
      runs.push({ type: node, from: text.length, length: characters.length })
      text += characters
    } else if (node instanceof Y.XmlElement && node.nodeName === 'hard_break') {
      text += '\n'
    } else if (node instanceof Y.XmlFragment) {
      const isBlock = node instanceof Y.XmlElement && (node.nodeName === 'paragraph' || node.nodeName === 'heading')
      if (isBlock && !inBlock) beginBlock()
      for (const child of node.toArray().reverse()) waiting.push({ node: child, inBlock: inBlock || isBlock })
    }
  }
  return { text, runs }
}

/** What is no text in a text counts as one character, as it does in Yjs. */
function charactersOf(text: Y.Text): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')
}
