import '../dialog-texts.ts'
import { createSignal, createUniqueId, Show } from 'solid-js'
import { isDay } from '../../../shared/date.ts'
import { setAgendaTitle, setPeriod } from '../../../shared/document/write.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** The agenda's title and period, which the coordinator keeps. */
export function HeadDialog(props: { onClose: () => void }) {
  const agenda = useAgenda()
  const announce = useAnnounce()
  const { t } = useLanguage()
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal('')
  // As it was when the dialog opened: what a colleague changes meanwhile must not take the place of what is typed here.
  const titleThen = agenda.text.head.title || agenda.record.title
  const fromThen = agenda.text.head.from ?? agenda.record.from ?? ''
  const toThen = agenda.text.head.to ?? agenda.record.to ?? ''
  const keep = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const [title, from, to] = [text('title'), text('from'), text('to')]
    if (!title) return setWrong(t('board.head.nameRequired'))
    if (from && to && to < from) return setWrong(t('board.head.periodWrong'))
    agenda.undo.boundary()
    if (title !== titleThen) setAgendaTitle(agenda.doc, title)
    if (isDay(from) && isDay(to) && (from !== fromThen || to !== toThen)) setPeriod(agenda.doc, from, to)
    agenda.undo.boundary()
    announce(t('board.head.saved'))
    props.onClose()
  }
  return (
    <Dialog title={t('board.head.title')} onClose={props.onClose}>
      <form
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          keep(new FormData(event.currentTarget))
        }}
      >
        <div class="oa-field">
          <label class="oa-field__label" for={id}>
            {t('board.head.name')}
          </label>
          <input
            class="oa-input"
            id={id}
            name="title"
            maxlength="200"
            required
            autofocus
            value={titleThen}
            aria-describedby={`${id}-wrong`}
          />
        </div>
        <div class="oa-fields">
          <div class="oa-field">
            <label class="oa-field__label" for={`${id}-from`}>
              {t('board.head.from')}
            </label>
            <input class="oa-input" id={`${id}-from`} name="from" type="date" value={fromThen} />
          </div>
          <div class="oa-field">
            <label class="oa-field__label" for={`${id}-to`}>
              {t('board.head.to')}
            </label>
            <input class="oa-input" id={`${id}-to`} name="to" type="date" value={toThen} />
          </div>
        </div>
        <p class="oa-field__error" id={`${id}-wrong`} role="alert">
          <Show when={wrong()}>
            <Icon name="late" />
            {wrong()}
          </Show>
        </p>
        <DialogActions go={t('board.head.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
