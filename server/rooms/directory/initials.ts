/** The letters that stand for somebody in narrow places: the first of their first and last word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => /\p{L}/u.exec(word ?? '')?.[0] ?? '',
  )
  return letters.join('').toUpperCase() || '?'
}
