import './dialog-texts.ts'
import { createSignal, Show } from 'solid-js'
import { Dialog } from '../ui/dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.tsx'
import { createAsked } from './asked.ts'
import { useSession } from './session.tsx'

/** Asks before signing out: what is not saved yet, and whether the copies on this device may go. */
export function SignOutDialog(props: { onClose: () => void }) {
  const { t } = useLanguage()
  const { session } = useSession()
  const format = useFormat()
  const copies = createAsked(() => session.localCopies())
  const [removing, setRemoving] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const unsent = () => (copies() ?? []).filter((copy) => copy.hasUnsentEdits).map((copy) => copy.title)
  const signOut = async () => {
    const answer = await session.signOut({ removeCopies: removing() })
    // A full load, so that nothing of this person stays in the memory of the page.
    if (answer.ok) location.assign('/')
    else setFailed(true)
  }
  return (
    <Dialog title={t('board.signOut.title')} onClose={props.onClose}>
      <p>{t('board.signOut.plain')}</p>
      <Show when={unsent().length > 0}>
        <p class="oa-notice oa-notice--caution">
          <Icon name="late" />
          {t('board.signOut.unsent', format.list(unsent()))}
        </p>
      </Show>
      <label class="oa-check">
        <input type="checkbox" checked={removing()} onChange={(event) => setRemoving(event.currentTarget.checked)} />
        <span>
          {t('board.signOut.remove')}{' '}
          <span class="oa-subtle">
            {removing() && unsent().length > 0 ? t('board.signOut.removeUnsent') : t('board.signOut.removeHint')}
          </span>
        </span>
      </label>
      <Show when={failed()}>
        <p class="oa-field__error" role="alert">
          <Icon name="late" />
          {t('board.signOut.failed')}
        </p>
      </Show>
      <p class="oa-row">
        <button type="button" class="oa-button oa-button--primary" onClick={() => void signOut()}>
          {t('board.signOut.go')}
        </button>
        <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onClose()}>
          {t('board.cancel')}
        </button>
      </p>
    </Dialog>
  )
}
