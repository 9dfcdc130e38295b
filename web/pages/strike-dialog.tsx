import './dialog-texts.ts'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { Dialog } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.tsx'

/** Asks for the reason, without which nothing is struck. */
export function StrikeDialog(props: { title: string; onStrike: (reason: string) => void; onClose: () => void }) {
  const { t } = useLanguage()
  const [missing, setMissing] = createSignal(false)
  const id = createUniqueId()
  let field!: HTMLTextAreaElement
  const strike = () => {
    const reason = field.value.trim()
    if (!reason) {
      setMissing(true)
      field.focus()
      return
    }
    props.onStrike(reason)
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{t('board.strike.explain')}</p>
      <form
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          strike()
        }}
      >
        <div class="oa-field">
          <label class="oa-field__label" for={id}>
            {t('board.strike.reason')}
          </label>
          <span class="oa-field__hint" id={`${id}-hint`}>
            {t('board.strike.reasonHint')}
          </span>
          <textarea
            ref={field}
            class="oa-input"
            id={id}
            maxlength="500"
            required
            autofocus
            aria-invalid={missing()}
            aria-describedby={`${id}-hint ${id}-missing`}
          />
          <span class="oa-field__error" id={`${id}-missing`} role="alert">
            <Show when={missing()}>
              <Icon name="late" />
              {t('board.strike.required')}
            </Show>
          </span>
        </div>
        <DialogActions go={t('board.strike.go')} isDanger onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
