import { createSignal, createUniqueId, Show } from 'solid-js'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** Asks why an item is struck: everyone can read the reason, and the item can be put back. */
export function StrikeDialog(props: { onStrike: (reason: string) => void; onClose: () => void }) {
  const { t } = useLanguage()
  const [problem, setProblem] = createSignal(false)
  const id = createUniqueId()
  let area!: HTMLTextAreaElement
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const reason = area.value.trim()
    if (reason === '') {
      setProblem(true)
      area.focus()
    } else props.onStrike(reason)
  }
  return (
    <Dialog title={t('item.strike.title')} onClose={props.onClose}>
      <form class="oa-stack" onSubmit={submit} novalidate>
        <p>{t('item.strike.explained')}</p>
        <div class="oa-field">
          <label class="oa-field__label" for={id}>
            {t('item.strike.reason')}
          </label>
          <textarea
            ref={area}
            id={id}
            class="oa-input"
            rows={3}
            autofocus
            aria-invalid={problem() ? 'true' : undefined}
            aria-describedby={problem() ? `${id}-problem` : undefined}
          />
          <Show when={problem()}>
            <span class="oa-field__error" id={`${id}-problem`} role="alert">
              <Icon name="late" small />
              {t('item.strike.reasonMissing')}
            </span>
          </Show>
        </div>
        <p class="oa-row">
          <button type="submit" class="oa-button oa-button--danger">
            {t('item.strike.do')}
          </button>
          <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onClose()}>
            {t('item.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
