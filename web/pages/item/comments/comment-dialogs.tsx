import { Match, Switch } from 'solid-js'
import type { Comment, StateChange } from '../../../../shared/comment.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import type { CommentDialog } from './comment-menu.tsx'
import { EarlierTextsDialog } from './earlier-texts-dialog.tsx'
import { useFailure } from './failure.ts'
import { useItemComments } from './item-comments.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** The dialogs of a comment: they come when one is asked for. */
export function CommentDialogs(props: { comment: Comment; dialog: CommentDialog; onClose: () => void }) {
  const { store } = useItemComments()
  const { t } = useLanguage()
  const toast = useToast()
  const failure = useFailure()
  const set = async (change: StateChange, done: string) => {
    const wrong = failure(await store.setState(props.comment.id, change))
    if (wrong === undefined) toast({ text: done })
    return wrong
  }
  const withdraw = async () => {
    const wrong = await set({ state: 'withdrawn' }, t('comment.withdrawn'))
    if (wrong !== undefined) toast({ text: wrong })
    props.onClose()
  }
  return (
    <Switch>
      <Match when={props.dialog === 'answer'}>
        <AnswerDialog comment={props.comment} onClose={props.onClose} />
      </Match>
      <Match when={props.dialog === 'earlier'}>
        <EarlierTextsDialog comment={props.comment.id} onClose={props.onClose} />
      </Match>
      <Match when={props.dialog === 'hide'}>
        <ReasonDialog
          title={t('comment.dialog.hideTitle')}
          explain={t('comment.dialog.hide')}
          label={t('comment.dialog.reason')}
          go={t('comment.hide')}
          isDanger
          onGo={(reason) => set({ state: 'hidden', reason }, t('comment.hidden'))}
          onClose={props.onClose}
        />
      </Match>
      <Match when={props.dialog === 'report'}>
        <ReasonDialog
          title={t('comment.dialog.reportTitle')}
          explain={t('comment.dialog.report')}
          label={t('comment.dialog.reportReason')}
          go={t('comment.report')}
          onGo={(reason) => set({ state: 'reported', reason }, t('comment.reported'))}
          onClose={props.onClose}
        />
      </Match>
      <Match when={props.dialog === 'withdraw'}>
        <Dialog title={t('comment.dialog.withdrawTitle')} onClose={props.onClose}>
          <p>{t('comment.dialog.withdraw')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void withdraw()
            }}
          >
            <DialogActions go={t('comment.withdraw')} isDanger onCancel={props.onClose} />
          </form>
        </Dialog>
      </Match>
    </Switch>
  )
}
