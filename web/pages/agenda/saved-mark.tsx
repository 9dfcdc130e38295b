import { createEffect, createMemo, on } from 'solid-js'
import { type SavedState, useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useLanguage } from '../../ui/language.tsx'

const icons: Record<SavedState['state'], IconName> = {
  loading: 'history',
  saved: 'saved',
  saving: 'history',
  offline: 'offline',
  'server-read-only': 'late',
  closed: 'offline',
}

/** Whether what was written is on the server's disk: never more than is known. */
export function SavedMark() {
  const agenda = useAgenda()
  const announce = useAnnounce()
  const { t } = useLanguage()
  const state = createMemo(() => agenda.saved().state)
  const words = () => {
    const current = state()
    switch (current) {
      case 'server-read-only':
        return t('board.saved.readOnly')
      case 'offline':
        return agenda.mayEdit() ? t('board.saved.offlineLong') : t('board.saved.offline')
      default:
        return t(`board.saved.${current}`)
    }
  }
  // Saving and saved go by with every burst of typing; only what changes what people can do is said. Full and closed say
  // so themselves, as alerts.
  createEffect(
    on(state, (now, before) => {
      if (now === 'offline' && before !== undefined) announce(t('board.notice.offlineTitle'))
      if (now !== 'saved' && now !== 'saving') return
      if (before === 'offline') announce(t('board.saved.connectedAgain'))
      if (before === 'server-read-only') announce(t('board.saved.savesAgain'))
    }),
  )
  const isWrong = () => state() === 'server-read-only' || state() === 'closed'
  return (
    <span
      class="oa-saved"
      classList={{ 'oa-saved--wrong': isWrong() }}
      role="status"
      aria-live="off"
      data-saved={state()}
    >
      <Icon name={icons[state()]} />
      <span>{words()}</span>
    </span>
  )
}
