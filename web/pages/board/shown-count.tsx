import { Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from './board-state.tsx'

/** Says that filters are on, how much they leave, and how to be rid of them. */
export function ShownCount() {
  const board = useBoard()
  const { t } = useLanguage()
  return (
    <Show when={board.filtering.count() > 0}>
      <p class="oa-shown">
        <span aria-live="polite">{t('board.filter.shown', board.shown().length, board.all().length)}</span>
        <Show when={board.shown().length > 0}>
          <button type="button" class="oa-link-button" onClick={() => board.filtering.clear()}>
            {t('board.filter.clear')}
          </button>
        </Show>
      </p>
    </Show>
  )
}
