/** A sentence of a text, by its place in it. */
export type Sentence = { from: number; to: number; text: string }

/** The sentences of a text, to choose one from where no text can be selected: by keyboard, or with a screen reader. */
export function sentencesOf(plain: string, language: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const line of plain.split('\n')) {
    for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)) {
      const text = segment.trim()
      const start = from + index + segment.indexOf(text)
      if (/\p{L}/u.test(text)) sentences.push({ from: start, to: start + text.length, text })
    }
    from += line.length + 1
  }
  return sentences
}
