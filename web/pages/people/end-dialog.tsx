import { createSignal, Show } from 'solid-js'
import type { Member } from '../../../shared/agenda.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { usePeople } from './people-state.tsx'

/** Asks before a membership ends, and says what that does. */
export function EndDialog(props: { member: Member; onClose: () => void }) {
  const { t } = useLanguage()
  const state = usePeople()
  const [failed, setFailed] = createSignal('')
  const { name, person } = props.member
  const isMe = person === state.agenda.me.person
  const end = async () => {
    const why = await state.act(state.door.endMembership(person), t('people.end.done', name))
    setFailed(why)
    if (why) return
    props.onClose()
    // The row with the button that opened this is gone.
    document.getElementById('organisations')?.focus()
  }
  return (
    <Dialog title={t('people.end.title', name)} onClose={props.onClose}>
      <Show when={isMe}>
        <p>
          <strong>{t('people.end.self')}</strong>
        </p>
      </Show>
      <p>{t('people.end.what', name)}</p>
      <p>{t('people.end.kept')}</p>
      <p>{t('people.end.back')}</p>
      <form
        class="oa-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void end()
        }}
      >
        <FieldError text={failed()} />
        <DialogActions go={t('people.end.go')} isDanger onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
