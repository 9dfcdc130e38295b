import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as write from '../../shared/document/write.ts'

const seed = 20261122

describe('writing in a live text', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 12 })

  function textWith(value: string): { doc: Y.Doc; text: Y.Text } {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    text.insert(0, value)
    return { doc, text }
  }

  it('[D7] ends with what was asked, in this document and in a copy', () => {
    fc.assert(
      fc.property(words, words, words, words, (start, before, after, end) => {
        const { doc, text } = textWith(start + before + end)
        write.setText(text, start + after + end)
        expect(text.toString()).toBe(start + after + end)
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(copy.getText('t').toString()).toBe(start + after + end)
      }),
      { seed, numRuns: 1000 },
    )
  })

  it.each([
    ['letters', ['a', 'b']],
    ['characters of two halves', ['😀', '😁', '🐀', 'e']],
  ])('[D7] leaves the common start and end alone: %s', (_name, alphabet) => {
    const words = fc.array(fc.constantFrom(...alphabet), { maxLength: 8 })
    fc.assert(
      fc.property(words, words, (old, value) => {
        const { text } = textWith(old.join(''))
        let touched = 0
        text.observe(({ delta }) => {
          for (const part of delta) touched += part.delete ?? String(part.insert ?? '').length
        })
        write.setText(text, value.join(''))
        const shortest = Math.min(old.length, value.length)
        let start = 0
        while (start < shortest && old[start] === value[start]) start++
        let end = 0
        while (end < shortest - start && old.at(-1 - end) === value.at(-1 - end)) end++
        const differs = (whole: string[]) => whole.slice(start, whole.length - end).join('').length
        expect(touched).toBe(differs(old) + differs(value))
      }),
      { seed, numRuns: 1000 },
    )
  })

  it('[D7] never cuts a character in two, whose halves are shared with another', () => {
    // These share their first half, or their second.
    const halves = fc.string({ unit: fc.constantFrom('😀', '😁', '🐀', '𝒜', 'e', '🀀'), maxLength: 5 })
    fc.assert(
      fc.property(halves, halves, (old, value) => {
        const { text } = textWith(old)
        const parts: string[] = []
        text.observe(({ delta }) => parts.push(...delta.map((part) => String(part.insert ?? ''))))
        write.setText(text, value)
        expect(text.toString()).toBe(value)
        expect(parts.every((part) => part.isWellFormed())).toBe(true)
      }),
      { seed, numRuns: 1000 },
    )
  })

  it('[D7] keeps what two people write at once in two places', () => {
    const { doc, text } = textWith('Vervoer naar school')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    write.setText(text, 'Leerlingenvervoer naar school')
    write.setText(other.getText('t'), 'Vervoer naar school en stage')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(text.toString()).toBe('Leerlingenvervoer naar school en stage')
  })

  it('[D1] [D7] ends with what was asked also where another client put in something that is not text', () => {
    const { text } = textWith('Vervoer')
    text.insertEmbed(3, { image: 'x' })
    write.setText(text, 'Vervoer!')
    expect(text.toString()).toBe('Vervoer!')
    expect(text.length).toBe(8)
  })
})
