/** A change of a text as a Yjs event tells it. */
export type TextDelta = readonly { retain?: number | undefined; insert?: unknown; delete?: number | undefined }[]

/**
 * Where a place in a text is after somebody else's change. What they put in exactly at the place comes after it, so that
 * a caret at the end of a word stays there while a colleague writes on.
 */
export function moveIndex(index: number, delta: TextDelta): number {
  let position = 0
  let moved = index
  for (const part of delta) {
    if (position >= moved) break
    if (part.retain) position += part.retain
    else if (part.delete) moved -= Math.min(part.delete, moved - position)
    else if (typeof part.insert === 'string') {
      position += part.insert.length
      moved += part.insert.length
    }
  }
  return moved
}

/** The smallest edit that makes one text into the other. */
export function differenceBetween(before: string, after: string): { index: number; remove: number; insert: string } {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start++
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { index: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/**
 * The text with both changes: mine (from `base` to `mine`) and those that others made to `base` meanwhile, which led to
 * `theirs`. For what was typed while an input method was composing and nothing could be shown.
 */
export function mergeEdit(base: string, mine: string, theirs: string, meanwhile: readonly TextDelta[]): string {
  const { index, remove, insert } = differenceBetween(base, mine)
  const start = meanwhile.reduce(moveIndex, index)
  const end = Math.max(start, meanwhile.reduce(moveIndex, index + remove))
  return theirs.slice(0, start) + insert + theirs.slice(end)
}

/** One line of text: what is pasted over several lines reads on with a space. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}
