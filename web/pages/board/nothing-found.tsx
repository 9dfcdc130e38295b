import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from './board-state.tsx'

export function NothingFound() {
  const board = useBoard()
  const { t } = useLanguage()
  return (
    <div class="oa-paper oa-stack oa-empty">
      <h2>{t('board.filter.nothingTitle')}</h2>
      <p class="oa-text">{t('board.filter.nothing')}</p>
      <button type="button" class="oa-button" onClick={() => board.filtering.clear()}>
        {t('board.filter.clear')}
      </button>
    </div>
  )
}
