import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { hasBsn } from '../../../../shared/bsn.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'

type Props = {
  title: string
  explain: string
  label: string
  hint?: string
  go: string
  text?: string
  isDanger?: boolean
  /** Before the reason. */
  children?: JSX.Element
  /** What is wrong before the reason is looked at. */
  check?: () => string | undefined
  /** Does it; says what went wrong, in which case the dialog stays open. */
  onGo: (reason: string) => Promise<string | undefined>
  onClose: () => void
}

/** Asks for a reason that stays on record. */
export function ReasonDialog(props: Props) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal<string>()
  let field!: HTMLTextAreaElement
  const go = async () => {
    const reason = field.value.trim()
    const missing = reason === '' ? t('comment.dialog.reasonMissing') : undefined
    const problem = props.check?.() ?? missing ?? (hasBsn(reason) ? t('comment.form.bsn') : await props.onGo(reason))
    if (problem === undefined) return props.onClose()
    setWrong(problem)
    field.focus()
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <Show when={props.explain}>
        <p>{props.explain}</p>
      </Show>
      <form
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void go()
        }}
      >
        {props.children}
        <div class="oa-field">
          <label class="oa-field__label" for={id}>
            {props.label}
          </label>
          <Show when={props.hint}>
            <span class="oa-field__hint" id={`${id}-hint`}>
              {props.hint}
            </span>
          </Show>
          <textarea
            ref={field}
            class="oa-input"
            id={id}
            rows={4}
            data-checks-numbers
            maxlength="2000"
            required
            autofocus={props.children === undefined}
            aria-invalid={wrong() !== undefined}
            aria-describedby={`${id}-hint ${id}-wrong`}
          >
            {props.text ?? ''}
          </textarea>
          <span class="oa-field__error" id={`${id}-wrong`} role="alert">
            <Show when={wrong()}>
              <Icon name="late" small />
              <span>{wrong()}</span>
            </Show>
          </span>
        </div>
        <DialogActions go={props.go} isDanger={props.isDanger === true} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
