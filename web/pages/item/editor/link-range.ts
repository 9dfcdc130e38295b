import type { EditorState, Transaction } from 'prosemirror-state'
import { isSafeLink } from '../../../../shared/document/rich-text.ts'
import { schema } from './schema.ts'

const { link } = schema.marks

/** The link under the caret or selection, with the text it covers. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } | undefined {
  const { $from, from, to } = state.selection
  const parent = $from.parent
  const mark = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? [])
  if (!mark) return undefined
  let [start, end] = [from, to]
  parent.forEach((node, offset) => {
    const at = $from.start() + offset
    if (mark.isInSet(node.marks) && at <= from && at + node.nodeSize >= from) {
      start = Math.min(start, at)
      end = Math.max(end, at + node.nodeSize)
    }
  })
  return { from: start, to: end, href: String(mark.attrs.href) }
}

/** Puts a link on the text that is selected, or writes the address itself when nothing is; an empty one takes it away. */
export function setLink(state: EditorState, range: { from: number; to: number }, href: string): Transaction {
  const { from, to } = range
  const transaction = state.tr
  if (href === '') return transaction.removeMark(from, to, link)
  const mark = link.create({ href })
  if (from === to) return transaction.insert(from, schema.text(href, [mark]))
  return transaction.removeMark(from, to, link).addMark(from, to, mark)
}

/** The address that somebody meant: `www.school.nl` and `naam@school.nl` get what is missing. Undefined when it is none. */
export function addressFrom(text: string): string | undefined {
  const typed = text.trim()
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(typed)) return `mailto:${typed}`
  const full = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  return isSafeLink(full) && URL.canParse(full) && !/\s/.test(full) ? full : undefined
}
