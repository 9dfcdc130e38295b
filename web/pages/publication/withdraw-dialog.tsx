import { createSignal } from 'solid-js'
import type { AgendaId } from '../../../shared/ids.ts'
import { makePublications } from '../../live/publications.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'

/** Asks before a version is taken back from the public, and says what that does (rule V24). */
export function WithdrawDialog(props: { agenda: AgendaId; version: number; onDone: () => void; onClose: () => void }) {
  const { t } = useLanguage()
  const toast = useToast()
  const [failed, setFailed] = createSignal('')
  const withdraw = async () => {
    const answer = await makePublications(props.agenda).withdraw(props.version)
    if (!answer.ok) return setFailed(whyNot(answer, t('publication.unreachable')))
    props.onClose()
    props.onDone()
    toast({ text: t('publication.end.done') })
  }
  return (
    <Dialog title={t('publication.end.title', props.version)} onClose={props.onClose}>
      <p>{t('publication.end.what')}</p>
      <p>{t('publication.end.kept')}</p>
      <p>{t('publication.end.back')}</p>
      <form
        class="oa-stack"
        onSubmit={(event) => {
          event.preventDefault()
          void withdraw()
        }}
      >
        <FieldError text={failed()} />
        <DialogActions go={t('publication.end.go')} isDanger onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
