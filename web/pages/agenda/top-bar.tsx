import { Show } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { Logo } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FilterBar } from '../board/filter-bar.tsx'
import { useAddresses } from './addresses.ts'
import { PeopleHere } from './people-here.tsx'
import { SavedMark } from './saved-mark.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { UserMenu } from './user-menu.tsx'

export function TopBar() {
  const { t } = useLanguage()
  const addresses = useAddresses()
  return (
    <header class="oa-topbar oa-topbar--agenda">
      <div class="oa-topbar__row">
        <a class="oa-topbar__logo" href="/" aria-label={t('board.myAgendas')}>
          <Logo />
        </a>
        <AgendaName />
        <div class="oa-topbar__tools">
          <SavedMark />
          <PeopleHere />
          <UndoButtons />
          <UserMenu />
        </div>
      </div>
      <div class="oa-topbar__row oa-topbar__row--views">
        <nav class="oa-tabs" aria-label={t('board.view.label')}>
          <a href={addresses.board()} aria-current={addresses.isBoard() ? 'page' : undefined}>
            {t('board.view.board')}
          </a>
          <a href={addresses.table()} aria-current={addresses.isTable() ? 'page' : undefined}>
            {t('board.view.table')}
          </a>
        </nav>
        <Show when={!addresses.isWholePage()}>
          <FilterBar grouped={!addresses.isTable()} />
        </Show>
      </div>
    </header>
  )
}

/** The agenda's title is the heading of the page, unless an open item's title is. */
function AgendaName() {
  const agenda = useAgenda()
  const addresses = useAddresses()
  const format = useFormat()
  const title = () => agenda.text.head.title || agenda.record.title
  const about = () => {
    const { from, to } = agenda.text.head
    return [agenda.record.region, format.period(from ?? agenda.record.from, to ?? agenda.record.to)]
      .filter(Boolean)
      .join(', ')
  }
  return (
    <div class="oa-topbar__name">
      <Show
        when={addresses.openItem() === undefined && !addresses.isWholePage()}
        fallback={<p class="oa-topbar__title">{title()}</p>}
      >
        <h1>{title()}</h1>
      </Show>
      <p class="oa-small oa-subtle">{about()}</p>
    </div>
  )
}
