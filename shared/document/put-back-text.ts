import * as Y from 'yjs'
import { type Block, type Inline, type Marks, type RichText, readRichText, writeRichText } from './rich-text.ts'

/** Beyond so many pairs of blocks, looking for those that stayed costs more than writing all between them anew. */
const mostPairs = 1_000_000

/**
 * Makes a text say what it said, by a small change: blocks that are as they were stay as they are, with the carets and
 * comments in them, and of a paragraph only the words that differ are written anew, so that what somebody else writes in
 * it meanwhile stays.
 */
export function putBackText(fragment: Y.XmlFragment | undefined, value: unknown): boolean {
  if (!fragment || !Array.isArray(value)) return false
  const wanted = value as RichText
  const now = readRichText(fragment)
  // Only a broken client leaves nodes that are no block; the places then do not tally, so all is written anew.
  if (now.length !== fragment.length) {
    fragment.delete(0, fragment.length)
    writeRichText(fragment, wanted)
    return true
  }
  // From the end, so that places before a change still tally.
  for (const { from, goes, to, comes } of gapsBetween(now.map(asText), wanted.map(asText)).reverse())
    fillGap(fragment, from, now.slice(from, from + goes), wanted.slice(to, to + comes))
  return true
}

/** Blocks that go, from a place on, and those that come in their stead. */
type Gap = { from: number; goes: number; to: number; comes: number }

/** Pairs what goes with what comes, as far as a paragraph can become the other; the rest is taken out or put in. */
function fillGap(fragment: Y.XmlFragment, from: number, goes: readonly Block[], comes: readonly Block[]): void {
  const paired = Math.min(goes.length, comes.length)
  if (goes.length > paired) fragment.delete(from + paired, goes.length - paired)
  writeRichText(fragment, comes.slice(paired), from + paired)
  for (let at = paired - 1; at >= 0; at--) {
    const block = comes[at]
    if (!block || rewrite(fragment.get(from + at), goes[at], block)) continue
    fragment.delete(from + at, 1)
    writeRichText(fragment, [block], from + at)
  }
}

/** The places where two lists differ, beside what they have in common in the same order. */
function gapsBetween(now: readonly string[], then: readonly string[]): Gap[] {
  const shortest = Math.min(now.length, then.length)
  let start = 0
  while (start < shortest && now[start] === then[start]) start++
  let end = 0
  while (end < shortest - start && now[now.length - 1 - end] === then[then.length - 1 - end]) end++
  const [mine, theirs] = [now.slice(start, now.length - end), then.slice(start, then.length - end)]
  const kept = mine.length * theirs.length > mostPairs ? [] : commonOf(mine, theirs)
  const gaps: Gap[] = []
  let [from, to] = [0, 0]
  for (const [at, other] of [...kept, [mine.length, theirs.length] as const]) {
    if (at > from || other > to) gaps.push({ from: start + from, goes: at - from, to: start + to, comes: other - to })
    ;[from, to] = [at + 1, other + 1]
  }
  return gaps
}

/** The longest row of equals that two lists have in common, as pairs of places. */
function commonOf(now: readonly string[], then: readonly string[]): [number, number][] {
  const width = then.length + 1
  /** At (i, j) how many the rest of both from there on have in common. */
  const longest = new Uint32Array((now.length + 1) * width)
  for (let i = now.length - 1; i >= 0; i--)
    for (let j = then.length - 1; j >= 0; j--)
      longest[i * width + j] =
        now[i] === then[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < now.length && j < then.length) {
    if (now[i] === then[j]) pairs.push([i++, j++])
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** Makes a paragraph or heading say what it said, when it is one text then as now; says whether it is. */
function rewrite(node: unknown, current: Block | undefined, block: Block): boolean {
  if (!(node instanceof Y.XmlElement) || !current || !isLine(current) || !isLine(block)) return false
  if (lookOf(current) !== lookOf(block)) return false
  const [text, ...more] = node.toArray()
  if (!(text instanceof Y.XmlText) || more.length > 0) return false
  const [now, then] = [unitsOf(current.content), unitsOf(block.content)]
  // What is in it and is no text takes a place of its own; what was nothing at all is no text to go on with.
  if (!now || !then || now.length !== text.length || then.length === 0) return false
  rewriteText(text, now, then)
  return true
}

function rewriteText(text: Y.XmlText, now: readonly Unit[], then: readonly Unit[]): void {
  const isSame = (a: Unit | undefined, b: Unit | undefined) => a?.unit === b?.unit && a?.marks === b?.marks
  const shortest = Math.min(now.length, then.length)
  let start = 0
  while (start < shortest && isSame(now[start], then[start])) start++
  // Never between the two halves of a character outside the basic plane.
  if (start > 0 && /[\ud800-\udbff]/.test(now[start - 1]?.unit ?? '')) start--
  let end = 0
  while (end < shortest - start && isSame(now[now.length - 1 - end], then[then.length - 1 - end])) end++
  if (end > 0 && /[\udc00-\udfff]/.test(now[now.length - end]?.unit ?? '')) end--
  text.delete(start, now.length - end - start)
  let at = start
  for (const { unit, marks } of joined(then.slice(start, then.length - end))) {
    text.insert(at, unit, attributesOf(marks))
    at += unit.length
  }
}

type Line = Extract<Block, { content: Inline[] }>
/** One UTF-16 unit, or several that are marked alike, with what marks them. */
type Unit = { unit: string; marks: string }

function isLine(block: Block): block is Line {
  return block.type === 'paragraph' || block.type === 'heading'
}

function lookOf(line: Line): string {
  return line.type === 'heading' ? `heading ${line.level}` : line.type
}

/** Undefined when there is more in it than text. */
function unitsOf(content: readonly Inline[]): Unit[] | undefined {
  const units: Unit[] = []
  for (const inline of content) {
    if (inline.type !== 'text') return undefined
    const marks = JSON.stringify(attributesIn(inline.marks))
    for (const unit of inline.text.split('')) units.push({ unit, marks })
  }
  return units
}

function joined(units: readonly Unit[]): Unit[] {
  const runs: Unit[] = []
  for (const { unit, marks } of units) {
    const last = runs.at(-1)
    if (last?.marks === marks) last.unit += unit
    else runs.push({ unit, marks })
  }
  return runs
}

/** All marks are named: what is put in beside marked text would else take over its marks. */
function attributesIn({ strong, em, link }: Marks): Record<string, unknown> {
  return { strong: strong ? {} : null, em: em ? {} : null, link: link ? { href: link } : null }
}

function attributesOf(marks: string): Record<string, unknown> {
  // Written by attributesIn.
  return JSON.parse(marks) as Record<string, unknown>
}

function asText(block: Block): string {
  return JSON.stringify(block)
}
