import type { Range } from '../bsn.ts'
import { likeness, squeeze } from './likeness.ts'

/** The words of a passage, and what stood on either side of it. */
export type Quote = { quote: string; before: string; after: string }

/** Shorter words stand in many places: they must have their surroundings with them to be known again. */
const tellingLength = 16
/** A passage that was rewritten between the same surroundings may have grown so much. */
const growth = 3
const alike = 0.6

/** One letter can stand anywhere, and whoever comments chooses what is looked for in everyone's browser. */
const mostPlaces = 500

/** Where the words stand, white space aside, the place with the likest surroundings first. */
export function findWords(text: string, quote: Quote): (Range & { surroundings: number })[] {
  const [whole, part] = [squeeze(text), squeeze(quote.quote).text]
  const found: (Range & { surroundings: number })[] = []
  if (part === '') return found
  for (let index = whole.text.indexOf(part); index >= 0; index = whole.text.indexOf(part, index + 1)) {
    if (found.length === mostPlaces) break
    const range = { from: whole.at[index] ?? 0, to: (whole.at[index + part.length - 1] ?? 0) + 1 }
    found.push({ ...range, surroundings: surroundingsOf(text, range, quote) })
  }
  return found.sort((one, other) => other.surroundings - one.surroundings)
}

/** The one place where the words stand that is theirs: the likest surroundings, or words so long that they are telling. */
export function findSameWords(text: string, quote: Quote): Range | undefined {
  const [best, second] = findWords(text, quote)
  if (!best || (second && second.surroundings === best.surroundings && best.surroundings < 1)) return undefined
  const isTelling = quote.quote.length >= tellingLength && !second
  return isTelling || best.surroundings >= 0.5 ? { from: best.from, to: best.to } : undefined
}

/** What stands now between the surroundings of a passage that was rewritten. */
export function findBetween(text: string, { quote, before, after }: Quote): Range | undefined {
  const whole = squeeze(text)
  const [left, right] = [squeeze(before).text, squeeze(after).text]
  if (left === '' && right === '') return likeness(text, quote) >= alike / 2 ? trimmed(text, 0, text.length) : undefined
  const longest = squeeze(quote).text.length * growth + 40
  for (const length of [32, 12]) {
    const [head, tail] = [left.slice(-length), right.slice(0, length)]
    const start = head === '' ? 0 : onlyPlace(whole.text, head)
    if (start === undefined) continue
    const from = start + head.length
    const end = tail === '' ? whole.text.length : whole.text.indexOf(tail, from)
    if (end <= from || end - from > longest) continue
    return trimmed(text, whole.at[from] ?? 0, (whole.at[end - 1] ?? 0) + 1)
  }
  return undefined
}

/** The sentence that is most like the passage, if one is much like it. */
export function findLike(text: string, { quote }: Quote): Range | undefined {
  if (quote.length < tellingLength) return undefined
  const sentences = [...text.matchAll(/[^.!?\n]+[.!?]*/g)].map(({ 0: { length }, index }) =>
    trimmed(text, index, index + length),
  )
  const likest = sentences
    .map((range) => ({ range, likeness: likeness(text.slice(range.from, range.to), quote) }))
    .sort((one, other) => other.likeness - one.likeness)
  const [best, second] = likest
  if (!best || best.likeness < alike || second?.likeness === best.likeness) return undefined
  return best.range
}

/** How much of what stood on either side still stands there, from 0 to 1. */
function surroundingsOf(text: string, { from, to }: Range, { before, after }: Quote): number {
  const sides = [
    sideLikeness(squeeze(text.slice(Math.max(0, from - 2 * before.length - 8), from)).text, squeeze(before).text, true),
    sideLikeness(squeeze(text.slice(to, to + 2 * after.length + 8)).text, squeeze(after).text, false),
  ]
  return (sides[0] ?? 0) / 2 + (sides[1] ?? 0) / 2
}

function sideLikeness(now: string, then: string, isBefore: boolean): number {
  if (then === '') return now === '' ? 1 : 0
  let same = 0
  while (same < then.length && now.at(isBefore ? -1 - same : same) === then.at(isBefore ? -1 - same : same)) same++
  return same / then.length
}

function onlyPlace(text: string, part: string): number | undefined {
  const index = text.indexOf(part)
  return index >= 0 && text.indexOf(part, index + 1) < 0 ? index : undefined
}

function trimmed(text: string, from: number, to: number): Range {
  const words = text.slice(from, to)
  return { from: from + (words.length - words.trimStart().length), to: to - (words.length - words.trimEnd().length) }
}
