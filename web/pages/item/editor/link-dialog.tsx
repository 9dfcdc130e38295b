import { createSignal, createUniqueId, Show } from 'solid-js'
import { longest } from '../../../../shared/document/longest.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { addressFrom } from './link-range.ts'

/** Asks for the address of a link. */
export function LinkDialog(props: { href: string; onLink: (href: string) => void; onClose: () => void }) {
  const { t } = useLanguage()
  const [problem, setProblem] = createSignal(false)
  const id = createUniqueId()
  let input!: HTMLInputElement
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const address = addressFrom(input.value)
    if (address === undefined) {
      setProblem(true)
      input.focus()
    } else props.onLink(address)
  }
  return (
    <Dialog title={t('item.editor.link')} onClose={props.onClose}>
      <form class="oa-stack" onSubmit={submit} novalidate>
        <div class="oa-field">
          <label class="oa-field__label" for={id}>
            {t('item.editor.address')}
          </label>
          <span class="oa-field__hint" id={`${id}-hint`}>
            {t('item.editor.addressHint')}
          </span>
          <input
            ref={input}
            id={id}
            class="oa-input"
            type="text"
            inputmode="url"
            maxlength={longest.value}
            autocomplete="off"
            autofocus
            value={props.href}
            aria-invalid={problem() ? 'true' : undefined}
            aria-describedby={problem() ? `${id}-hint ${id}-problem` : `${id}-hint`}
          />
          <Show when={problem()}>
            <span class="oa-field__error" id={`${id}-problem`} role="alert">
              <Icon name="late" small />
              {t('item.noAddress')}
            </span>
          </Show>
        </div>
        <p class="oa-row">
          <button type="submit" class="oa-button oa-button--primary">
            {t('item.editor.setLink')}
          </button>
          <Show when={props.href}>
            <button type="button" class="oa-button" onClick={() => props.onLink('')}>
              <Icon name="unlink" />
              {t('item.editor.removeLink')}
            </button>
          </Show>
        </p>
      </form>
    </Dialog>
  )
}
