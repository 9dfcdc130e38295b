import type * as Y from 'yjs'
import { origins } from '../../../shared/document/layout.ts'
import { bodyFragment, readItem, titleText } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import { createItem, setText } from '../../../shared/document/write.ts'
import { makeId } from '../../../shared/ids.ts'
import { rankBetween } from '../../../shared/rank.ts'
import type { Draft } from '../../live/open-agenda.ts'

/** Whether a refused text can be offered again here: a title or a body. Other values were chosen from a list. */
export function mayPutDraft(draft: Draft): boolean {
  return draft.field === 'title' || draft.field === 'body'
}

/**
 * Puts a refused text on the agenda again. What stands there now stays: a body gets the text at its end, and where the
 * item itself was refused it is made anew.
 */
export function putDraft(doc: Y.Doc, { item, field, text }: Draft): void {
  const id = item && readItem(doc, item) ? item : makeId<NonNullable<Draft['item']>>()
  if (id !== item) {
    const title = field === 'title' ? text : (text.split('\n')[0] ?? '')
    createItem(doc, { id, title, duty: 'joint', rank: rankBetween(undefined, undefined) })
  }
  if (field === 'title') {
    const title = titleText(doc, id)
    if (title) setText(title, text)
    return
  }
  const body = bodyFragment(doc, id)
  if (!body) return
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  doc.transact(() => {
    writeRichText(
      body,
      paragraphs.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line, marks: {} }] })),
    )
  }, origins.edit)
}
