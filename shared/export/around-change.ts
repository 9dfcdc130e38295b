/** Around a change so much of what stayed is shown, and of a change itself so much: in UTF-16 units. */
const around = 60
const longest = 500

/** Two texts without what stands the same at their beginnings and ends, save for some words around the change. */
export function aroundChange(before: string, after: string): { before: string; after: string } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const from = toSpace(before, start - around)
  const cut = (text: string) => shortened(text, from, text.length - Math.max(0, end - around))
  return { before: cut(before), after: cut(after) }
}

function shortened(text: string, from: number, to: number): string {
  const shown = text.slice(from, Math.min(to, from + longest)).toWellFormed()
  return `${from > 0 ? '…' : ''}${shown}${from + shown.length < text.length ? '…' : ''}`
}

/** Not in the middle of a word, unless that is very long. */
function toSpace(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.lastIndexOf(' ', at)
  return space > at - around ? space + 1 : at
}
