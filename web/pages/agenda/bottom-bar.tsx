import { Show } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAddresses } from './addresses.ts'

/** The views of an agenda under the thumb, on a phone. */
export function BottomBar() {
  const { t } = useLanguage()
  const addresses = useAddresses()
  return (
    <nav class="oa-bottombar" aria-label={t('board.mainMenu')}>
      <a href={addresses.board()} aria-current={addresses.isBoard() ? 'page' : undefined}>
        <Icon name="board" />
        {t('board.view.board')}
      </a>
      <a href={addresses.table()} aria-current={addresses.isTable() ? 'page' : undefined}>
        <Icon name="table" />
        {t('board.view.table')}
      </a>
      <Show when={!addresses.isWholePage()}>
        <button
          type="button"
          onClick={() => {
            const field = document.querySelector<HTMLInputElement>('[data-search]')
            field?.scrollIntoView({ block: 'center' })
            field?.focus({ preventScroll: true })
          }}
        >
          <Icon name="search" />
          {t('board.filter.searchShort')}
        </button>
      </Show>
      <a href="/">
        <Icon name="document" />
        {t('board.agendas')}
      </a>
    </nav>
  )
}
