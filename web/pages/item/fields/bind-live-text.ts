import type * as Y from 'yjs'
import { setText } from '../../../../shared/document/write.ts'
import { mergeEdit, moveIndex, onOneLine, type TextDelta } from './live-text.ts'

type TextArea = HTMLTextAreaElement | HTMLInputElement

/**
 * Binds a plain field to a live text, both ways, and hands back the way out. Every letter typed goes into the document;
 * what others write appears in the field without moving the caret or the selection. While an input method composes, the
 * field is left alone, since writing to it would break the composition; the edits are merged when it ends.
 */
export function bindLiveText(area: TextArea, text: Y.Text, onValue: (value: string) => void): () => void {
  let base = text.toString()
  let meanwhile: TextDelta[] = []
  let composing = false

  const show = (value: string, delta: TextDelta) => {
    if (area.value !== value) {
      const [start, end] = [moveIndex(area.selectionStart ?? 0, delta), moveIndex(area.selectionEnd ?? 0, delta)]
      const direction = area.selectionDirection ?? 'none'
      area.value = value
      // Setting the selection of a field without focus would take the focus in some browsers.
      if (area.ownerDocument.activeElement === area) area.setSelectionRange(start, end, direction)
    }
    onValue(value)
  }
  const write = () => {
    const typed = composing ? area.value : onOneLine(area.value)
    const merged = meanwhile.length > 0 ? mergeEdit(base, typed, text.toString(), meanwhile) : typed
    meanwhile = []
    // Before it is written: the observer must not take what I write for somebody else's.
    base = merged
    setText(text, merged)
    // Of what an input method or a merge made too long, not everything was written.
    base = text.toString()
    if (!composing && area.value !== base) area.value = base
    onValue(area.value)
  }
  const onInput = () => {
    if (composing && meanwhile.length > 0) onValue(area.value)
    else write()
  }
  const onCompositionStart = () => {
    composing = true
  }
  const onCompositionEnd = () => {
    composing = false
    write()
  }
  const observer = (event: Y.YTextEvent) => {
    const value = text.toString()
    if (value === base) return
    if (composing) {
      meanwhile.push(event.delta as TextDelta)
      return
    }
    base = value
    show(value, event.delta as TextDelta)
  }

  area.value = base
  onValue(base)
  area.addEventListener('input', onInput)
  area.addEventListener('compositionstart', onCompositionStart)
  area.addEventListener('compositionend', onCompositionEnd)
  text.observe(observer)
  return () => {
    area.removeEventListener('input', onInput)
    area.removeEventListener('compositionstart', onCompositionStart)
    area.removeEventListener('compositionend', onCompositionEnd)
    text.unobserve(observer)
  }
}
