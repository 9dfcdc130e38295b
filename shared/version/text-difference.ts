import { diffArrays } from 'diff'
import { likeness } from '../passage/likeness.ts'

/** A stretch of text, and what became of it. Same and added together are the text after, same and removed that before. */
export type TextPart = { text: string; change: 'same' | 'added' | 'removed' }

/** More words than this come and go: whoever reads it is better served by what was and what is. It also bounds the cost. */
const mostEdits = 400
/** Below this share of what stayed, two texts are shown one after the other instead of word by word. */
const leastShared = 0.25
/** From here on a paragraph counts as the same one, rewritten. */
const leastAlike = 0.45
/** Of so much of a paragraph its likeness is told, and so many paragraphs further its next form is looked for. */
const likenessOf = 2_000
const lookAhead = 6

/**
 * How much may still be compared word by word: finding so many edits costs their square. Texts that belong together share
 * one, so that nobody can write an agenda of which the difference takes minutes.
 */
export type Effort = { left: number }

/** Enough for some two hundred pages that were rewritten, or thousands of sentences. */
export function makeEffort(): Effort {
  return { left: 200 * mostEdits * mostEdits }
}

/** What came and went between two texts, by words (rule V8). */
export function wordDifference(before: string, after: string, effort: Effort = makeEffort()): TextPart[] {
  if (before === after) return parts([{ text: before, change: 'same' }])
  const [was, is] = [wordsOf(before), wordsOf(after)]
  if (!isReadable(mostInCommon(was, is), before, after)) return replaced(before, after)
  if (effort.left <= 0) return aroundTheMiddle(was, is)
  const found = diffArrays(was, is, { maxEditLength: mostEdits })
  const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
  effort.left -= (edits ?? mostEdits) ** 2
  if (!found) return aroundTheMiddle(was, is)
  const compared = withoutLoneSpaces(
    found.map(({ value, added, removed }) => ({
      text: value.join(''),
      change: added ? 'added' : removed ? 'removed' : 'same',
    })),
  )
  const kept = compared.reduce((sum, { text, change }) => sum + (change === 'same' ? text.trim().length : 0), 0)
  return isReadable(kept, before, after) ? compared : replaced(before, after)
}

/** The same for texts of several paragraphs: each of what is given back is one of before, of after, or of both. */
export function paragraphDifference(
  before: readonly string[],
  after: readonly string[],
  effort: Effort = makeEffort(),
): TextPart[][] {
  const found = diffArrays([...before], [...after], { maxEditLength: mostEdits })
  const changes = found ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], removed: false, added: true },
  ]
  const paragraphs: TextPart[][] = []
  let gone: string[] = []
  const add = (text: string, change: TextPart['change']) => paragraphs.push(parts([{ text, change }]))
  for (const { value, added, removed } of changes) {
    if (removed) {
      gone = value
      continue
    }
    if (added) paragraphs.push(...rewritten(gone, value, effort))
    else {
      for (const text of gone) add(text, 'removed')
      for (const text of value) add(text, 'same')
    }
    gone = []
  }
  for (const text of gone) add(text, 'removed')
  return paragraphs
}

/** One text instead of another, with no words compared. */
export function replaced(before: string, after: string): TextPart[] {
  return parts([
    { text: before, change: 'removed' },
    { text: after, change: 'added' },
  ])
}

/** Of long stretches that stayed only what stands beside a change: so many UTF-16 units, to the nearest word. */
export function aroundWords(
  parts: readonly TextPart[],
  { around, leftOut }: { around: number; leftOut: string },
): TextPart[] {
  return parts.map(({ text, change }, index): TextPart => {
    if (change !== 'same' || text.length <= around * 2 + leftOut.length) return { text, change }
    const start = index === 0 && parts.length > 1 ? '' : `${text.slice(0, around).replace(/\s+\S*$/, '')} `
    const end = index === parts.length - 1 ? '' : ` ${text.slice(-around).replace(/^\S*\s+/, '')}`
    // Where there is no space to cut at, half a character may be left.
    return { text: `${start}${leftOut}${end}`.toWellFormed(), change }
  })
}

export function isUnchanged(paragraph: readonly TextPart[]): boolean {
  return paragraph.every(({ change }) => change === 'same')
}

/** Paragraphs that went and came in one place: which of them are the same one, rewritten, and what is new or gone. */
function rewritten(gone: readonly string[], come: readonly string[], effort: Effort): TextPart[][] {
  const paragraphs: TextPart[][] = []
  let next = 0
  for (const before of gone) {
    const place = come.slice(next, next + lookAhead).findIndex((after) => isAlike(before, after))
    if (place === -1) {
      paragraphs.push(parts([{ text: before, change: 'removed' }]))
      continue
    }
    for (const text of come.slice(next, next + place)) paragraphs.push(parts([{ text, change: 'added' }]))
    paragraphs.push(wordDifference(before, come[next + place] ?? '', effort))
    next += place + 1
  }
  for (const text of come.slice(next)) paragraphs.push(parts([{ text, change: 'added' }]))
  return paragraphs
}

function isAlike(one: string, other: string): boolean {
  return likeness(one.slice(0, likenessOf), other.slice(0, likenessOf)) >= leastAlike
}

/** Words in any script, spaces, and every other sign alone. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

/** What stands the same at both ends of two long texts, and all between as gone and come. */
function aroundTheMiddle(was: readonly string[], is: readonly string[]): TextPart[] {
  const shortest = Math.min(was.length, is.length)
  let start = 0
  while (start < shortest && was[start] === is[start]) start++
  let end = 0
  while (end < shortest - start && was.at(-1 - end) === is.at(-1 - end)) end++
  return parts([
    { text: was.slice(0, start).join(''), change: 'same' },
    { text: was.slice(start, was.length - end).join(''), change: 'removed' },
    { text: is.slice(start, is.length - end).join(''), change: 'added' },
    { text: was.slice(was.length - end).join(''), change: 'same' },
  ])
}

/** A space that stayed between words that all changed belongs to both: words, not rags, come and go. */
function withoutLoneSpaces(compared: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = []
  let run: TextPart[] = []
  const end = () => {
    const changes = new Set(run.map(({ change }) => change))
    const textOf = (change: TextPart['change']) =>
      run.map((part) => (part.change === change || part.change === 'same' ? part.text : '')).join('')
    // Where words only came, or only went, nothing is torn.
    if (!changes.has('removed') || !changes.has('added')) result.push(...run)
    else result.push({ text: textOf('removed'), change: 'removed' }, { text: textOf('added'), change: 'added' })
    run = []
  }
  for (const [index, part] of compared.entries()) {
    const isBetween = part.text.trim() === '' && index > 0 && index < compared.length - 1
    if (part.change !== 'same' || isBetween) run.push(part)
    else {
      end()
      result.push(part)
    }
  }
  end()
  return parts(result)
}

/** How much of the words can have stayed at most, whatever their order. */
function mostInCommon(was: readonly string[], is: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of was) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of is) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    common += word.trim().length
  }
  return common
}

/** Of what stayed, in UTF-16 units, whether it holds the words that changed together. */
function isReadable(kept: number, before: string, after: string): boolean {
  const shortest = Math.min(before.trim().length, after.trim().length)
  // Of a few words each one still tells something.
  return shortest < 40 || kept / shortest >= leastShared
}

/** Without what is empty, and with neighbours of one kind as one. */
function parts(all: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = []
  for (const part of all) {
    const last = result.at(-1)
    if (part.text === '') continue
    if (last?.change === part.change) last.text += part.text
    else result.push({ ...part })
  }
  return result
}
