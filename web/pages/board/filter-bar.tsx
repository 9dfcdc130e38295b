import { createEffect, createSignal, For, lazy, on, onCleanup, Show, Suspense } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useBoard } from './board-state.tsx'
import { groupings } from './filters.ts'

const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel }))

/** What is shown and how it is grouped: the most used choices at hand, the rest in a panel. */
export function FilterBar(props: { grouped: boolean }) {
  const board = useBoard()
  const { t } = useLanguage()
  const { filtering } = board
  return (
    <fieldset class="oa-filters" aria-label={t('board.filter.label')}>
      <Show when={props.grouped}>
        <Menu
          class="oa-chip oa-filters__wide"
          label={t('board.group.label')}
          button={
            <>
              <Icon name="group" small />
              {t('board.group.by', t(`board.group.${filtering.grouping()}`))}
            </>
          }
        >
          <GroupingChoices />
        </Menu>
      </Show>
      <button
        type="button"
        class="oa-chip oa-filters__wide"
        aria-pressed={filtering.filters().mine}
        onClick={() => filtering.setFlag('mine', !filtering.filters().mine)}
      >
        {t('board.filter.ours')}
      </button>
      <button
        type="button"
        class="oa-chip oa-filters__wide"
        aria-pressed={filtering.filters().late}
        onClick={() => filtering.setFlag('late', !filtering.filters().late)}
      >
        {t('board.filter.late', board.lateCount())}
      </button>
      <Show when={board.unreadCount() > 0 || filtering.filters().unread}>
        <button
          type="button"
          class="oa-chip oa-filters__wide"
          aria-pressed={filtering.filters().unread}
          onClick={() => filtering.setFlag('unread', !filtering.filters().unread)}
        >
          {t('board.filter.unread', board.unreadCount())}
        </button>
      </Show>
      <Popover
        class="oa-chip"
        label={t('board.filter.title')}
        pressed={filtering.count() > 0}
        button={
          <>
            <Icon name="filter" small />
            {filtering.count() > 0 ? t('board.filter.moreCount', filtering.count()) : t('board.filter.more')}
          </>
        }
      >
        <Suspense>
          <FilterPanel grouped={props.grouped} />
        </Suspense>
      </Popover>
      <SearchField />
    </fieldset>
  )
}

function GroupingChoices() {
  const { filtering } = useBoard()
  const { t } = useLanguage()
  return (
    <For each={groupings}>
      {(by) => (
        <MenuItem checked={filtering.grouping() === by} onChoose={() => filtering.setGrouping(by)}>
          {t(`board.group.${by}`)}
        </MenuItem>
      )}
    </For>
  )
}

/** How long somebody may pause between two letters before the search runs. */
const pauseMs = 150

function SearchField() {
  const { filtering } = useBoard()
  const { t } = useLanguage()
  const [query, setQuery] = createSignal(filtering.filters().query)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  // Also when the address changes by "back" or by clearing the filters.
  createEffect(
    on(
      () => filtering.filters().query,
      (inAddress) => {
        if (inAddress !== query().trim()) setQuery(inAddress)
      },
    ),
  )
  const type = (value: string) => {
    setQuery(value)
    clearTimeout(timer)
    timer = setTimeout(() => filtering.setQuery(value), pauseMs)
  }
  return (
    <span class="oa-search">
      <Icon name="search" small />
      <input
        class="oa-input"
        type="search"
        aria-label={t('board.filter.search')}
        placeholder={t('board.filter.searchShort')}
        value={query()}
        data-search
        onInput={(event) => type(event.currentTarget.value)}
      />
    </span>
  )
}
