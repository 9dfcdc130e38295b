import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bindLiveText } from '../../../web/pages/item/fields/bind-live-text.ts'

/** The little of a text area that the binding touches: an element that is always the one with the focus. */
class Area extends EventTarget {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  selectionDirection = 'none' as const
  ownerDocument = { activeElement: this }
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }
  type(value: string, caret = value.length) {
    this.value = value
    this.setSelectionRange(caret, caret)
    this.dispatchEvent(new Event('input'))
  }
}

function bound(start: string) {
  const text = new Y.Doc().getText('title')
  text.insert(0, start)
  const area = new Area()
  // Only the members above are used of it.
  const release = bindLiveText(area as unknown as HTMLTextAreaElement, text, () => {})
  return { text, area, release }
}

describe('a field bound to a live text', () => {
  it('writes every letter, and shows what others write without moving the caret', () => {
    const { text, area } = bound('Warme overdracht')
    area.type('Warme overdracht!')
    expect(text.toString()).toBe('Warme overdracht!')
    area.setSelectionRange(5, 8)
    text.insert(0, 'Een ')
    expect(area.value).toBe('Een Warme overdracht!')
    expect([area.selectionStart, area.selectionEnd]).toEqual([9, 12])
  })

  it('leaves the field alone while an input method composes, and keeps what both wrote', () => {
    const { text, area } = bound('abc')
    area.dispatchEvent(new Event('compositionstart'))
    area.type('abcd')
    expect(text.toString()).toBe('abcd')
    text.insert(0, 'X')
    expect(area.value).toBe('abcd')
    area.type('abcde')
    area.dispatchEvent(new Event('compositionend'))
    expect(text.toString()).toBe('Xabcde')
    expect(area.value).toBe('Xabcde')
  })

  it('no longer writes once it is released', () => {
    const { text, area, release } = bound('abc')
    release()
    area.type('abcd')
    expect(text.toString()).toBe('abc')
  })
})
