import { createSignal, Show } from 'solid-js'
import type { Step } from '../../../shared/adoption.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'
import { useAdoption } from './adoption-state.tsx'
import { useStepWords } from './step-words.ts'

/** Says who gets the mail before it goes; or, where nobody holds the mandate, what to do about that. */
export function ReminderDialog(props: {
  step: Step
  organisation: OrganisationId
  version: number
  onClose: () => void
}) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const words = useStepWords()
  const toast = useToast()
  const [failed, setFailed] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const party = () => state.organisation(props.organisation)?.name ?? ''
  const names = () => format.list(state.holders(props.organisation).map(({ name }) => name))
  const due = () => {
    const day = props.step.state.due
    return day ? format.day(day) : ''
  }

  async function send(): Promise<void> {
    if (isBusy()) return
    setBusy(true)
    const { version, organisation, step } = props
    const answer = await state.door.remind({ version, organisation, step: step.id })
    setBusy(false)
    if (!answer.ok) return void setFailed(whyNot(answer, t('adoption.notSaved')))
    const people = answer.value.people.map((person) => state.nameOf(person) ?? t('adoption.somebody'))
    toast({ text: t('adoption.reminder.done', format.list(people)) })
    void state.refresh()
    props.onClose()
  }

  return (
    <Dialog title={t('adoption.reminder.title', party())} onClose={props.onClose}>
      <p>{t('adoption.reminder.text', words.whole(props.step), due())}</p>
      <Show
        when={names()}
        fallback={
          <>
            <p>{t('adoption.reminder.nobody')}</p>
            <p>
              <a href={`/agenda/${state.agenda.id}/mensen`}>{t('adoption.reminder.toPeople')}</a>
            </p>
          </>
        }
      >
        <form
          class="oa-stack"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <p>{t('adoption.reminder.to', names())}</p>
          <FieldError text={failed()} />
          <DialogActions go={t('adoption.reminder.go')} onCancel={props.onClose} />
        </form>
      </Show>
    </Dialog>
  )
}
