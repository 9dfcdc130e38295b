import type { SavedState } from '../../live/open-agenda.ts'
import { useAgenda } from '../../live/open-agenda.ts'
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
  const { t } = useLanguage()
  const state = () => agenda.saved().state
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
  const isWrong = () => state() === 'server-read-only' || state() === 'closed'
  return (
    <span class="oa-saved" classList={{ 'oa-saved--wrong': isWrong() }} role="status" data-saved={state()}>
      <Icon name={icons[state()]} />
      <span>{words()}</span>
    </span>
  )
}
