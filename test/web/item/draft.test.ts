import { describe, expect, it } from 'vitest'
import { addressFrom } from '../../../web/pages/item/editor/link-range.ts'
import { settle, shown, textOf, typed, written } from '../../../web/pages/item/fields/draft.ts'
import { amountFromText, isMaskedWhenKept, numberFromText } from '../../../web/pages/item/fields/number-text.ts'
import { webAddressFrom } from '../../../web/pages/item/fields/web-address.ts'

describe('a field for a plain value', () => {
  it('shows what is stored until somebody types, then their draft', () => {
    expect(textOf(shown, 'oud')).toBe('oud')
    expect(textOf(typed(shown, 'nieuw', 'oud'), 'van een ander')).toBe('nieuw')
  })
  it('writes only what differs', () => {
    expect(settle(shown, 'oud')).toEqual({})
    expect(settle(typed(shown, 'oud', 'oud'), 'oud')).toEqual({})
    expect(settle(typed(shown, 'nieuw', 'oud'), 'oud')).toEqual({ write: 'nieuw' })
  })
  it('keeps what was typed as it was typed, until a colleague sets another value', () => {
    const draft = written(typed(shown, 'Punt ', ''), 'Punt')
    expect(textOf(draft, 'Punt')).toBe('Punt ')
    expect(settle(draft, 'Punt')).toEqual({})
    expect(textOf(draft, 'van een ander')).toBe('van een ander')
    expect(settle(draft, 'van een ander')).toEqual({})
  })
  it('says which value of a colleague goes under by it', () => {
    const draft = typed(typed(shown, 'n', 'oud'), 'nieuw', 'van een ander')
    expect(settle(draft, 'van een ander')).toEqual({
      write: 'nieuw',
      meanwhile: { theirs: 'van een ander', mine: 'nieuw' },
    })
  })
})

describe('a number that somebody wrote', () => {
  it('is read as the language writes it', () => {
    expect(numberFromText('1.200', 'nl')).toBe(1200)
    expect(numberFromText('1,200', 'en')).toBe(1200)
    expect(numberFromText('3,5', 'nl')).toBe(3.5)
    expect(numberFromText('3.5', 'en')).toBe(3.5)
    expect(numberFromText(' 38 ', 'nl')).toBe(38)
    expect(numberFromText('−2', 'nl')).toBe(-2)
  })
  it('[P1] is masked when it is 1 to 4, and its writer can be told before it is kept', () => {
    expect(['3', '4,0', '0', '5', '< 5', '<5'].map((text) => amountFromText(text, 'nl'))).toEqual([
      ...['masked', 'masked', 0, 5, 'masked', 'masked'],
    ])
    expect(['3', '1,5', '0', '30', '< 5', 'veel'].map((text) => isMaskedWhenKept(text, 'nl'))).toEqual([
      ...[true, true, false, false, false, false],
    ])
  })
  it('is nothing when it is no number', () => {
    for (const text of ['', 'veel', '3 kinderen', '1e9', '0x10', '1,2,3', 'Infinity']) {
      expect(numberFromText(text, 'nl')).toBeUndefined()
    }
  })
})

describe('an address that somebody wrote', () => {
  it('gets the scheme that it lacks', () => {
    expect(webAddressFrom('www.example.org/plan')).toBe('https://www.example.org/plan')
    expect(addressFrom('naam@example.org')).toBe('mailto:naam@example.org')
    expect(addressFrom('example.org')).toBe('https://example.org')
  })
  it('is none when it is not a web address', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org',
      'het plan',
      'file:///etc/passwd',
    ]) {
      expect(webAddressFrom(text)).toBeUndefined()
      expect(addressFrom(text)).toBeUndefined()
    }
  })
})
