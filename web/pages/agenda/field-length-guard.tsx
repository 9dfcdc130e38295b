import '../dialog-texts.ts'
import { onCleanup, onMount } from 'solid-js'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'

/**
 * Takes nothing of an input that is too long for its field, and says so: a browser would cut off what does not fit
 * without a word.
 */
export function FieldLengthGuard() {
  const { t } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const onBeforeInput = (event: InputEvent) => {
    const { target } = event
    const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
    if (!isField || target.maxLength < 0 || event.isComposing) return
    const added = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
    const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0)
    if (added === '' || target.value.length - replaced + added.length <= target.maxLength) return
    event.preventDefault()
    toast({ text: t('board.tooLong', format.number(target.maxLength)) })
  }
  onMount(() => {
    document.addEventListener('beforeinput', onBeforeInput, true)
    onCleanup(() => document.removeEventListener('beforeinput', onBeforeInput, true))
  })
  return null
}
