import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBsn, hasBsn, isBsn } from '../../shared/bsn.ts'

/** Made up for tests: it passes the eleven-test and belongs to nobody. */
const number = '123456782'

const nineDigits = fc.integer({ min: 1, max: 999_999_999 }).map((value) => String(value).padStart(9, '0'))
const bsn = nineDigits.filter(isBsn)
const separators = fc.constantFrom('', ' ', '.', '-', '\u00A0', '–')
const words = fc.stringMatching(/^[a-z ,:;()]{0,12}$/)

/** The same digits in groups of any size, always with the same separator. */
function grouped(digits: string, separator: string, cuts: number): string {
  return [...digits].map((digit, place) => (place > 0 && cuts & (1 << place) ? separator + digit : digit)).join('')
}

describe('[C3] a citizen service number', () => {
  it.each([
    `Mijn nummer is ${number}.`,
    `bsn:${number}`,
    'zie 123.456.782, graag',
    '1234 56 782',
    '123-456-782',
    '12 3456 782',
    `geboren op 12-03-2014 ${number}`,
    `dossier 2024, ${number}`,
    '010464554',
  ])('is found in "%s"', (text) => {
    expect(hasBsn(text)).toBe(true)
  })

  it.each([
    '123456789',
    '12345678',
    `1${number}`,
    `${number}0`,
    '2024.123.456.782',
    '123 456 782 123',
    '06 12 34 56 78',
    '+31 612345673',
    '€ 123.456.782',
    '000000000',
    '12-03-2026 5 keer, 1.234.567 euro en 38 kinderen',
    '123, 456, 782',
    '123  456  782',
  ])('is not seen in "%s"', (text) => {
    expect(findBsn(text)).toEqual([])
  })

  it('is found wherever it stands, however it is grouped, and nothing around it', () => {
    fc.assert(
      fc.property(bsn, separators, fc.nat(511), words, words, (digits, separator, cuts, before, after) => {
        const written = grouped(digits, separator, cuts)
        expect(findBsn(`${before}a ${written} ${after}`)).toEqual([
          { from: before.length + 2, to: before.length + 2 + written.length },
        ])
      }),
      { seed: 20261122 },
    )
  })

  it('is one in eleven numbers of nine digits, and no other is found', () => {
    fc.assert(
      fc.property(nineDigits, words, (digits, before) => {
        expect(hasBsn(`${before} ${digits}`)).toBe(isBsn(digits))
      }),
      { seed: 20261122 },
    )
  })

  it('is never found inside a longer number', () => {
    fc.assert(
      fc.property(bsn, fc.nat(99), fc.boolean(), (digits, more, isBefore) => {
        expect(findBsn(isBefore ? `${more}${digits}` : `${digits}${more}`)).toEqual([])
      }),
      { seed: 20261122 },
    )
  })

  it('is looked for in any text without an exception, and every place found holds one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '2', '7', '0', '.', ' ', '-', 'a'), maxLength: 60 }),
        (text) => {
          for (const { from, to } of findBsn(text)) expect(isBsn(text.slice(from, to).replaceAll(/\D/g, ''))).toBe(true)
        },
      ),
      { seed: 20261122 },
    )
  })
})
