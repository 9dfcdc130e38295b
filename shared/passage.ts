import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Range } from './bsn.ts'
import type { Anchor } from './comment.ts'
import type { ItemId } from './ids.ts'
import { findBetween, findLike, findSameWords, findWords } from './passage/find-quote.ts'
import { likeness } from './passage/likeness.ts'
import { type PassageField, type PlainText, plainText, type Run } from './passage/plain-text.ts'

/** So much of what stands on either side goes with a quote. */
const surroundings = 32
/** The longest passage that can be quoted, in UTF-16 units. */
export const longestQuote = 1_000
/** What positions hold is still the passage when it is at least so like the quote. */
const near = 0.5

/**
 * The anchor of a passage (rule C6): offsets in the plain text of a field (see passage/plain-text.ts). Undefined when nothing but
 * white space is selected, or too much.
 */
export function makeAnchor(
  doc: Y.Doc,
  item: ItemId,
  field: PassageField,
  from: number,
  to: number,
): Anchor | undefined {
  const plain = plainText(doc, item, field)
  if (!plain) return undefined
  const { text } = plain
  const selected = text.slice(from, to)
  const start = from + (selected.length - selected.trimStart().length)
  const end = start + selected.trim().length
  const [first, last] = [runOf(plain, start), runOf(plain, end - 1)]
  if (start >= end || end - start > longestQuote || !first || !last) return undefined
  return {
    field,
    start: positionToText(Y.createRelativePositionFromTypeIndex(first.type, start - first.from, 0)),
    // Bound to its last character: what is written after the passage is not part of it.
    end: positionToText(Y.createRelativePositionFromTypeIndex(last.type, end - last.from, -1)),
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - surroundings), start),
    after: text.slice(end, end + surroundings),
  }
}

/**
 * Where a passage is now (rule C6): where its positions say, as long as they hold something like the quote; else where its
 * words stand; else what stands between its surroundings; else the sentence that is most like it.
 */
export function findPassage(doc: Y.Doc, item: ItemId, anchor: Anchor): Range | 'gone' {
  const plain = plainText(doc, item, anchor.field)
  return plain ? findIn(doc, plain, anchor) : 'gone'
}

function findIn(doc: Y.Doc, plain: PlainText, anchor: Anchor): Range | 'gone' {
  const { text } = plain
  const held = heldRange(doc, plain, anchor)
  if (held) {
    if (text.slice(held.from, held.to) === anchor.quote) return held
    // A split or a join leaves the positions with a part; the words themselves are all there.
    const whole = findWords(text, anchor).find(({ from, to }) => from < held.to && to > held.from)
    if (whole) return { from: whole.from, to: whole.to }
    if (likeness(text.slice(held.from, held.to), anchor.quote) >= near) return held
  }
  return findSameWords(text, anchor) ?? findBetween(text, anchor) ?? findLike(text, anchor) ?? 'gone'
}

/** What lies between the two positions; undefined when one of them fails, or nothing lies between them. */
function heldRange(doc: Y.Doc, { text, runs }: PlainText, { start, end }: Anchor): Range | undefined {
  const [from, to] = [offsetOf(doc, runs, start), offsetOf(doc, runs, end)]
  if (from === undefined || to === undefined || from >= to) return undefined
  return text.slice(from, to).trim() === '' ? undefined : { from, to }
}

function offsetOf(doc: Y.Doc, runs: readonly Run[], position: string): number | undefined {
  const relative = textToPosition(position)
  // Ours name a character. One that names a root would make that root in the document, whoever sent it.
  if (!relative?.item) return undefined
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  const run = runs.find(({ type }) => type === absolute?.type)
  return run && absolute ? run.from + absolute.index : undefined
}

/** The run that holds a character; undefined for what lies between runs. */
function runOf({ runs }: PlainText, offset: number): Run | undefined {
  return runs.find(({ from, length }) => offset >= from && offset < from + length)
}

function positionToText(position: Y.RelativePosition): string {
  return toBase64(Y.encodeRelativePosition(position))
}

function textToPosition(text: string): Y.RelativePosition | undefined {
  try {
    return Y.decodeRelativePosition(fromBase64(text))
  } catch {
    // Whatever somebody sent as a position: what cannot be read is as good as one that failed.
    return undefined
  }
}
