import {
  type Accessor,
  createContext,
  createMemo,
  createSelector,
  createSignal,
  type ParentProps,
  useContext,
} from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { type Duty, duties } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useAddresses } from '../agenda/addresses.ts'
import { createParties } from '../agenda/parties.ts'
import { arrange, createEntries, type Entry, type Group, type GroupKey, groupOrder, passes } from './arrangement.ts'
import { createFilters } from './filters.ts'
import { createHappened } from './happened.ts'
import { createSearch } from './search.ts'
import { createSince } from './since.ts'

/** What board, table and top bar share: who is who, what is shown, and where it stands. */
function createBoardState() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const parties = createParties()
  const filtering = createFilters()
  const found = createSearch(agenda, parties, () => filtering.filters().query)
  const all = createEntries(agenda)
  const since = createSince(agenda)
  const happened = createHappened(agenda, () => filtering.filters().changed, since)
  const shown = createMemo(() => {
    const [filters, mine, isFound] = [filtering.filters(), agenda.record.me.organisation, found()]
    return all().filter((entry) => passes(entry, filters, mine, happened, isFound))
  })
  const owners = createMemo(() =>
    [...agenda.record.organisations].sort((a, b) => format.compare(a.short || a.name, b.short || b.name)),
  )
  const order = createMemo(() =>
    groupOrder(
      filtering.grouping(),
      agenda.text.themes,
      owners().map(({ id }) => id),
    ),
  )
  const placed = createMemo(() => arrange(shown(), filtering.grouping(), order()))
  const [draggedItem, setDraggedItem] = createSignal<ItemId>()
  const addresses = useAddresses()
  /** Where the open item was opened from: closing it goes back there. */
  const view = createMemo<'board' | 'table'>(
    (before) => (addresses.openItem() !== undefined ? before : addresses.isTable() ? 'table' : 'board'),
    'board',
  )
  // Selectors, so that opening or dragging an item touches its card alone and not every card on the board.
  const isOpen = createSelector<string | undefined, string>(addresses.openItem)
  const [menuItem, setMenuItem] = createSignal<ItemId>()
  const isMenuOpen = createSelector<ItemId | undefined, ItemId>(menuItem)
  const isDragged = createSelector<ItemId | undefined, ItemId>(draggedItem)

  const itemName = (id: ItemId) => {
    const number = agenda.number(id)
    return number === undefined ? t('board.card.newItem') : t('board.card.item', number)
  }
  const themeName = (id: string) => agenda.text.themes.find((theme) => theme.id === id)?.name
  const groupName = (key: GroupKey): string => {
    switch (filtering.grouping()) {
      case 'theme':
        return themeName(key) ?? t('board.group.noTheme')
      case 'priority':
        return t(`words.priority.${key as 'none'}`)
      case 'status':
        return t(`words.status.${key as Entry['status']}`)
      case 'owner': {
        const owner = owners().find(({ id }) => id === key)
        return owner ? owner.short || owner.name : t('board.card.nobody')
      }
    }
  }
  const groups = (duty: Duty): Group[] => placed()[duty]
  const group = (duty: Duty, key: GroupKey): ItemId[] => groups(duty).find((other) => other.key === key)?.ids ?? []

  return {
    parties,
    filtering,
    /** What changed since the last version; undefined until that is known. */
    since,
    /** Every item. */
    all,
    /** The items that the filters let through. */
    shown,
    /** How many comments I have not read, on all items together. */
    unreadCount: () => agenda.comments()?.unreadInAll() ?? 0,
    lateCount: createMemo(() => all().filter(({ late }) => late).length),
    /** How many items of a column are shown; struck ones do not count. */
    counts: createMemo(() => {
      const count = (duty: Duty) => shown().filter((entry) => entry.duty === duty && entry.status !== 'struck').length
      return Object.fromEntries(duties.map((duty) => [duty, count(duty)])) as Record<Duty, number>
    }),
    owners,
    groups,
    group,
    groupName,
    groupOrder: order,
    itemName,
    themeName,
    isOpen,
    isDragged,
    view,
    /** The address of that view, with its filters. */
    viewHref: () => addresses[view()](),
    /** The item whose move menu is open. */
    menuItem,
    setMenuItem,
    isMenuOpen,
    draggedItem,
    setDraggedItem,
  }
}
export type BoardState = ReturnType<typeof createBoardState>

const BoardStateContext = createContext<BoardState>()

export function BoardStateProvider(props: ParentProps) {
  const state = createBoardState()
  return <BoardStateContext.Provider value={state}>{props.children}</BoardStateContext.Provider>
}

export function useBoard(): BoardState {
  const state = useContext(BoardStateContext)
  if (!state) throw new Error('useBoard outside a BoardStateProvider')
  return state
}

/** A memo that only tells when the list it holds is another list. */
export function createList<Value extends string>(list: () => Value[]): Accessor<Value[]> {
  return createMemo(list, [], {
    equals: (a, b) => a.length === b.length && a.every((value, at) => value === b[at]),
  })
}
