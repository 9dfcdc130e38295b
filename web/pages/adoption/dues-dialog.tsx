import { createSignal } from 'solid-js'
import { isDay } from '../../../shared/date.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'
import { stepsWithoutDue, useAdoption } from './adoption-state.tsx'

/** One day by which every body that has none yet is asked to decide. Days that parties gave themselves stay. */
export function DuesDialog(props: { version: number; onClose: () => void }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const toast = useToast()
  const [due, setDue] = createSignal('')
  const [ground, setGround] = createSignal('')
  const [wrong, setWrong] = createSignal<'due' | 'ground'>()
  const [failed, setFailed] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  let form!: HTMLFormElement
  const steps = () => stepsWithoutDue(state, props.version)

  async function send(): Promise<void> {
    if (isBusy()) return
    const day = due()
    if (!isDay(day)) return point('due')
    if (ground().trim() === '') return point('ground')
    setWrong(undefined)
    setFailed('')
    setBusy(true)
    let asked = 0
    for (const { organisation, step } of steps()) {
      const isOnBehalf = state.authority(organisation) === 'behalf'
      const expects = step.recorded?.at ?? null
      const change = { ...step.state, due: day, expects, ...(isOnBehalf && { ground: ground().trim() }) }
      const answer = await state.door.record({ version: props.version, organisation, step: step.id }, change)
      if (!answer.ok) {
        setFailed(t('adoption.dues.halfway', asked, whyNot(answer, t('adoption.notSaved'))))
        setBusy(false)
        // What was asked is asked: only the others are left for another try.
        return state.refresh()
      }
      asked += 1
    }
    await state.refresh()
    toast({ text: t('adoption.dues.done', asked) })
    props.onClose()
  }

  function point(field: 'due' | 'ground'): void {
    setWrong(field)
    form.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus()
  }

  return (
    <Dialog title={t('adoption.dues.title')} onClose={props.onClose}>
      <form
        ref={form}
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>{t('adoption.dues.text', steps().length)}</p>
        <TextField
          label={t('adoption.form.due')}
          name="due"
          type="date"
          value={due()}
          wrong={wrong() === 'due' ? t('adoption.wrong.day') : undefined}
          onInput={(event) => setDue(event.currentTarget.value)}
        />
        <TextField
          label={t('adoption.form.ground')}
          hint={t('adoption.dues.groundHint')}
          name="ground"
          maxlength="300"
          value={ground()}
          wrong={wrong() === 'ground' ? t('adoption.wrong.ground-missing') : undefined}
          onInput={(event) => setGround(event.currentTarget.value)}
        />
        <FieldError text={failed()} />
        <DialogActions go={t('adoption.form.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
