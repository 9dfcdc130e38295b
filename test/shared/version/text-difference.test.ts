import { describe, expect, it } from 'vitest'
import { paragraphDifference, type TextPart, wordDifference } from '../../../shared/version/text-difference.ts'
import { Chance } from '../../kit/chance.ts'

const words = [
  'school',
  'kind',
  'gemeente',
  'zorg',
  'élève',
  'школа',
  '學校',
  '👩‍👧',
  'e\u0301',
  '1',
  '2027',
  '-',
  '.',
  ',',
  '“',
]
const gaps = [' ', ' ', ' ', '  ', '\n', '\u00A0', '']

function textOf(parts: readonly TextPart[], without: TextPart['change']): string {
  return parts.map(({ text, change }) => (change === without ? '' : text)).join('')
}

function madeUp(chance: Chance, most: number): string {
  return Array.from({ length: chance.below(most) }, () => chance.oneOf(words) + chance.oneOf(gaps)).join('')
}

/** The same text after somebody worked on it. */
function edited(chance: Chance, text: string): string {
  const pieces = text.split(/(?<= )/)
  for (let times = chance.below(4); times > 0; times--) {
    const at = chance.below(pieces.length + 1)
    if (chance.below(2) === 0) pieces.splice(at, chance.below(3))
    else pieces.splice(at, 0, madeUp(chance, 3))
  }
  return pieces.join('')
}

describe('[V8] the difference between two texts', () => {
  it('is the text after without what went, and the text before without what came', () => {
    for (let seed = 1; seed <= 3_000; seed++) {
      const chance = new Chance(seed)
      const before = madeUp(chance, 60)
      const after = chance.below(3) === 0 ? madeUp(chance, 60) : edited(chance, before)
      const parts = wordDifference(before, after)
      expect(textOf(parts, 'removed'), `seed ${seed}`).toBe(after)
      expect(textOf(parts, 'added'), `seed ${seed}`).toBe(before)
      expect(parts.every(({ text }) => text !== '')).toBe(true)
      expect(parts.every(({ change }, index) => change !== parts[index + 1]?.change)).toBe(true)
    }
  })

  it('goes by words, not by letters, and leaves no lone space between words that all changed', () => {
    expect(wordDifference('De gemeenten bellen elke week.', 'De gemeente belt elke maand.')).toEqual([
      { text: 'De ', change: 'same' },
      { text: 'gemeenten bellen', change: 'removed' },
      { text: 'gemeente belt', change: 'added' },
      { text: ' elke ', change: 'same' },
      { text: 'week', change: 'removed' },
      { text: 'maand', change: 'added' },
      { text: '.', change: 'same' },
    ])
    expect(wordDifference('één twee', 'één en twee')).toEqual([
      { text: 'één ', change: 'same' },
      { text: 'en ', change: 'added' },
      { text: 'twee', change: 'same' },
    ])
  })

  it('sets two texts that share next to nothing one after the other', () => {
    const before = 'Leerlingen gaan met de fiets naar school als het kan, en anders met de bus van de gemeente.'
    const after = 'Voor jongeren die thuis zitten komt er binnen drie maanden een plan, samen opgesteld door allen.'
    expect(wordDifference(before, after).map(({ change }) => change)).toEqual(['removed', 'added'])
  })

  it('knows a paragraph again that was rewritten, and one that came or went', () => {
    const [first, second, third] = [
      'Wij bellen elke week met de school over de kinderen die thuis zitten.',
      'Dit blijft zoals het is.',
      'De wethouder beslist.',
    ]
    const rewritten = first.replace('elke week', 'iedere maand')
    const found = paragraphDifference(
      [first, second, third],
      [rewritten, second, 'Een heel nieuw besluit van de raad!'],
    )
    expect(found.map((parts) => parts.map(({ change }) => change))).toEqual([
      ['same', 'removed', 'added', 'same'],
      ['same'],
      ['removed'],
      ['added'],
    ])
  })

  it('holds every paragraph of before and after, in their order', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const chance = new Chance(seed)
      const before = Array.from({ length: chance.below(8) }, () => `${madeUp(chance, 12)}a`)
      const after = before.flatMap((text) => {
        const kind = chance.below(5)
        return kind === 0 ? [] : kind === 1 ? [edited(chance, text), `nieuw ${madeUp(chance, 9)}`] : [text]
      })
      const found = paragraphDifference(before, after)
      const side = (without: TextPart['change']) =>
        found.filter((parts) => parts.some(({ change }) => change !== without)).map((parts) => textOf(parts, without))
      expect(side('added'), `seed ${seed}`).toEqual(before)
      expect(side('removed'), `seed ${seed}`).toEqual(after.filter((text) => text !== ''))
    }
  })

  it.each([
    ['one paragraph', (text: string) => [text]],
    ['many paragraphs', (text: string) => text.split(/(?<=\. )/)],
  ])('does not take long for 100 kB of other words in %s', (_name, cut) => {
    const chance = new Chance(7)
    const long = () =>
      Array.from(
        { length: 12_000 },
        () => `w${chance.below(9_000).toString(36)}${chance.below(9) === 0 ? '.' : ''}`,
      ).join(' ')
    const [before, after] = [cut(long()), cut(long())]
    expect(before.join('').length).toBeGreaterThan(50_000)
    const began = performance.now()
    const found = paragraphDifference(before, after)
    // Compared word by word without a bound, this takes minutes.
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(found.map((parts) => textOf(parts, 'removed')).join('')).toBe(after.join(''))
  })
})
