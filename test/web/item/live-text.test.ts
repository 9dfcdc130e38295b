import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  differenceBetween,
  mergeEdit,
  moveIndex,
  onOneLine,
  type TextDelta,
} from '../../../web/pages/item/fields/live-text.ts'

describe('a caret in a text that somebody else changes', () => {
  it('moves along with what is put in before it', () => {
    expect(moveIndex(5, [{ retain: 2 }, { insert: 'abc' }])).toBe(8)
  })
  it('stays for what is put in after it, and exactly at it', () => {
    expect(moveIndex(5, [{ retain: 7 }, { insert: 'abc' }])).toBe(5)
    expect(moveIndex(5, [{ retain: 5 }, { insert: 'abc' }])).toBe(5)
  })
  it('moves back by what is taken out before it, and to the start of what is taken out around it', () => {
    expect(moveIndex(5, [{ delete: 2 }])).toBe(3)
    expect(moveIndex(5, [{ retain: 3 }, { delete: 4 }])).toBe(3)
  })
  it('follows several changes at once', () => {
    expect(moveIndex(6, [{ insert: 'xx' }, { retain: 3 }, { delete: 2 }, { insert: 'yyy' }])).toBe(9)
  })
})

describe('an edit that meets the edits of others', () => {
  it('is the smallest one that makes the one text into the other', () => {
    expect(differenceBetween('Terug naar school', 'Terug naar de school')).toEqual({
      index: 11,
      remove: 0,
      insert: 'de ',
    })
    expect(differenceBetween('abc', 'abc')).toEqual({ index: 3, remove: 0, insert: '' })
  })

  it('keeps what both typed while an input method was composing', () => {
    const text = new Y.Doc().getText('title')
    text.insert(0, 'Warme overdracht')
    const meanwhile: TextDelta[] = []
    text.observe((event) => meanwhile.push(event.delta as TextDelta))
    text.insert(0, 'Een ')
    text.insert(text.length, ' in juni')
    expect(mergeEdit('Warme overdracht', 'Warme, goede overdracht', text.toString(), meanwhile)).toBe(
      'Een Warme, goede overdracht in juni',
    )
  })

  it('never loses an insertion, whatever others do', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.nat(12),
        fc.array(fc.record({ at: fc.nat(20), remove: fc.nat(4), insert: fc.string({ maxLength: 4 }) }), {
          maxLength: 4,
        }),
        (base, place, changes) => {
          const text = new Y.Doc().getText('title')
          text.insert(0, base)
          const meanwhile: TextDelta[] = []
          text.observe((event) => meanwhile.push(event.delta as TextDelta))
          for (const { at, remove, insert } of changes) {
            const start = Math.min(at, text.length)
            text.delete(start, Math.min(remove, text.length - start))
            text.insert(start, insert)
          }
          const at = Math.min(place, base.length)
          const mine = `${base.slice(0, at)}⚑${base.slice(at)}`
          const merged = mergeEdit(base, mine, text.toString(), meanwhile)
          return merged.includes('⚑') && merged.replace('⚑', '') === text.toString()
        },
      ),
      { seed: 20261122 },
    )
  })

  it('puts what was pasted over several lines on one', () => {
    expect(onOneLine('een\r\n  twee\n\ndrie')).toBe('een twee drie')
  })
})
