import { createSignal, Show } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.tsx'
import { SignOutDialog } from './sign-out-dialog.tsx'

export function SignOutButton() {
  const { t } = useLanguage()
  const [asking, setAsking] = createSignal(false)
  return (
    <>
      <button type="button" class="oa-button oa-button--quiet" onClick={() => setAsking(true)}>
        <Icon name="sign-out" />
        <span class="oa-topbar__word">{t('board.menu.signOut')}</span>
      </button>
      <Show when={asking()}>
        <SignOutDialog onClose={() => setAsking(false)} />
      </Show>
    </>
  )
}
