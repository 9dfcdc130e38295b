import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { newNumbers } from '../../../shared/reference-number.ts'
import { NumberDialog } from '../number-dialog.tsx'

type TextField = HTMLInputElement | HTMLTextAreaElement
type Before = { field: TextField; value: string; start: number; end: number }
type Refused = Before & { typed: string; numbers: string[] }

/**
 * Does not accept, in any text field of an agenda, the input that would complete a citizen service number (rule C3): the
 * field is set back before whoever listens to it hears of the input. Fields that check it themselves say so.
 */
export function FieldNumberGuard() {
  const [refused, setRefused] = createSignal<Refused>()
  const passed = new Set<string>()
  let before: Before | undefined

  const onBeforeInput = ({ target }: Event) => {
    before = isTextField(target)
      ? { field: target, value: target.value, start: target.selectionStart ?? 0, end: target.selectionEnd ?? 0 }
      : undefined
  }
  const onInput = (event: Event) => {
    const { target } = event
    if (!isTextField(target) || before?.field !== target || !/\d/.test(target.value)) return
    const numbers = newNumbers(before.value, target.value, passed)
    if (numbers.length === 0) return
    event.stopImmediatePropagation()
    setRefused({ ...before, typed: target.value, numbers })
    target.value = before.value
    target.setSelectionRange(before.start, before.end)
  }
  const putIn = ({ field, value, typed, numbers }: Refused) => {
    for (const number of numbers) passed.add(number)
    setRefused(undefined)
    field.focus()
    // A colleague may have written in it meanwhile: then the number is typed again, and passes.
    if (field.value !== value) return
    field.value = typed
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  onMount(() => {
    document.addEventListener('beforeinput', onBeforeInput, true)
    document.addEventListener('input', onInput, true)
    onCleanup(() => {
      document.removeEventListener('beforeinput', onBeforeInput, true)
      document.removeEventListener('input', onInput, true)
    })
  })
  return (
    <Show when={refused()}>
      {(input) => <NumberDialog onReference={() => putIn(input())} onClose={() => setRefused(undefined)} />}
    </Show>
  )
}

function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLTextAreaElement) return target.dataset.checksNumbers === undefined
  return target instanceof HTMLInputElement && /^(text|search|url)$/.test(target.type) && !('search' in target.dataset)
}
