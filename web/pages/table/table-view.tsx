import '../dialog-texts.ts'
import '../../styles/table.css'
import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { createList, useBoard } from '../board/board-state.tsx'
import { NothingFound } from '../board/nothing-found.tsx'
import { ItemRow } from './item-row.tsx'
import { columns, createSorting, sortItems, type TableColumn } from './sorting.ts'

/** Rows that are there at once, and that come with each look further down: a table cannot skip rows as the board skips cards. */
const rowsAtOnce = 100

/** All items for people who think in rows: sorted by any column, edited in place. */
export function TableView() {
  const agenda = useAgenda()
  const board = useBoard()
  const format = useFormat()
  const { t } = useLanguage()
  const { sorting, sortBy } = createSorting()
  const [limit, setLimit] = createSignal(rowsAtOnce)
  const [isHeld, setHeld] = createSignal(false)

  const sorted = createMemo(() => {
    const items = board.shown().flatMap(({ id }) => agenda.text.items[id] ?? [])
    return sortItems(items, sorting(), {
      number: (item) => agenda.number(item.id),
      theme: (item) => item.theme && board.themeName(item.theme),
      owner: (item) => {
        const owner = board.parties.organisation(item.owner.organisation)
        return owner && (owner.short || owner.name)
      },
      compare: format.compare,
    }).map(({ id }) => id)
  })
  // While somebody is in a row no row moves away under their hands; the order is made up for when they leave.
  const ids = createMemo<ItemId[]>((before) => (isHeld() ? inOrderOf(before, sorted()) : sorted()), [])
  const rows = createList(() => ids().slice(0, limit()))

  onMount(() => {
    const all = () => setLimit(Number.POSITIVE_INFINITY)
    addEventListener('beforeprint', all)
    onCleanup(() => removeEventListener('beforeprint', all))
  })

  return (
    <div class="oa-table-page">
      <Show when={board.shown().length > 0} fallback={<NothingFound />}>
        <div class="oa-scroll">
          <table class="oa-table oa-table--items oa-table--cards">
            <caption>{t('board.table.caption')}</caption>
            <thead>
              <tr>
                <For each={columns}>
                  {(column) => <Heading column={column} sorted={direction(column)} onSort={() => sortBy(column)} />}
                </For>
              </tr>
            </thead>
            <tbody
              onFocusIn={() => setHeld(true)}
              onFocusOut={(event) => {
                const to = event.relatedTarget
                if (!(to instanceof Node && event.currentTarget.contains(to))) setHeld(false)
              }}
            >
              <For each={rows()}>{(id) => <ItemRow id={id} />}</For>
            </tbody>
          </table>
        </div>
        <Show when={ids().length > rows().length}>
          <MoreRows
            onNear={() => setLimit((now) => now + rowsAtOnce)}
            onAll={() => setLimit(Number.POSITIVE_INFINITY)}
            count={ids().length}
          />
        </Show>
      </Show>
    </div>
  )

  function direction(column: TableColumn) {
    const now = sorting()
    if (now.by !== column) return undefined
    return now.descending ? ('descending' as const) : ('ascending' as const)
  }
}

function Heading(props: { column: TableColumn; sorted: 'ascending' | 'descending' | undefined; onSort: () => void }) {
  const { t } = useLanguage()
  return (
    <th scope="col" aria-sort={props.sorted}>
      <button type="button" class="oa-table__sort" onClick={() => props.onSort()}>
        {t(`board.table.${props.column}`)}
        <Show when={props.sorted}>{(sorted) => <Icon small name={sorted() === 'ascending' ? 'up' : 'down'} />}</Show>
      </button>
    </th>
  )
}

function MoreRows(props: { onNear: () => void; onAll: () => void; count: number }) {
  const { t } = useLanguage()
  let place!: HTMLParagraphElement
  onMount(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) props.onNear()
      },
      { rootMargin: '800px' },
    )
    watcher.observe(place)
    onCleanup(() => watcher.disconnect())
  })
  return (
    <p ref={place}>
      <button type="button" class="oa-button" onClick={() => props.onAll()}>
        {t('board.table.showAll', props.count)}
      </button>
    </p>
  )
}

/** The ids in the order they had, what is new at the end. */
function inOrderOf(before: readonly ItemId[], now: readonly ItemId[]): ItemId[] {
  const present = new Set(now)
  const known = new Set(before)
  return [...before.filter((id) => present.has(id)), ...now.filter((id) => !known.has(id))]
}
