/** How alike two texts are, from 0 to 1: what part of their pairs of letters they share, whatever the order of words. */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  if (left.length === 0 || right.length === 0) return squeeze(one).text === squeeze(other).text ? 1 : 0
  const counts = new Map<string, number>()
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    counts.set(pair, left - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

/** A text without its white space, which splitting and joining change, and where each character came from. */
export function squeeze(text: string): { text: string; at: number[] } {
  let squeezed = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? ''
    if (/\s/.test(character)) continue
    squeezed += character
    at.push(index)
  }
  return { text: squeezed, at }
}

function pairsOf(text: string): string[] {
  const letters = squeeze(text).text.toLowerCase()
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2))
}
