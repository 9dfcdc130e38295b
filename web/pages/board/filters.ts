import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { isId, type OrganisationId, type ThemeId } from '../../../shared/ids.ts'
import { type Duty, duties, type Priority, priorities, type Status, statuses } from '../../../shared/item.ts'

export const groupings = ['theme', 'priority', 'status', 'owner'] as const
/** By what the cards within a column stand together. */
export type Grouping = (typeof groupings)[number]

/** What of the agenda is shown. It lives in the address, so that a filtered board can be mailed. */
export type Filters = {
  theme: ThemeId[]
  owner: OrganisationId[]
  status: Status[]
  priority: (Priority | 'none')[]
  duty: Duty[]
  mine: boolean
  late: boolean
  unowned: boolean
  hideStruck: boolean
  /** Only what has comments that I have not read. */
  unread: boolean
  /** Only what changed since I was here before. */
  changed: boolean
  /** Only what is otherwise than in the last version. */
  sinceVersion: boolean
  query: string
}
export type FilterList = 'theme' | 'owner' | 'status' | 'priority' | 'duty'
export type FilterFlag = 'mine' | 'late' | 'unowned' | 'hideStruck' | 'unread' | 'changed' | 'sinceVersion'

const names = {
  mine: 'mine',
  late: 'late',
  unowned: 'unowned',
  hideStruck: 'hidestruck',
  unread: 'unread',
  changed: 'changed',
  sinceVersion: 'sinceversion',
} as const

export function createFilters() {
  const [search, setSearch] = useSearchParams<Record<string, string>>()
  const list = (name: FilterList) => (search[name] ?? '').split(',').filter(Boolean)
  const flag = (name: FilterFlag) => search[names[name]] === '1'
  const filters = createMemo<Filters>(() => ({
    theme: list('theme').filter((id) => isId<ThemeId>(id)),
    owner: list('owner').filter((id) => isId<OrganisationId>(id)),
    status: known(statuses, list('status')),
    priority: known([...priorities, 'none' as const], list('priority')),
    duty: known(duties, list('duty')),
    mine: flag('mine'),
    late: flag('late'),
    unowned: flag('unowned'),
    hideStruck: flag('hideStruck'),
    unread: flag('unread'),
    changed: flag('changed'),
    sinceVersion: flag('sinceVersion'),
    query: search.q ?? '',
  }))
  const grouping = createMemo<Grouping>(() => known(groupings, [search.group ?? ''])[0] ?? 'theme')
  // Replaced, not pushed: "back" leaves the board rather than walking through every filter that was tried.
  const set = (values: Record<string, string | null>) => setSearch(values, { replace: true, scroll: false })
  return {
    filters,
    grouping,
    setGrouping: (by: Grouping) => set({ group: by === 'theme' ? null : by }),
    setFlag: (name: FilterFlag, on: boolean) => set({ [names[name]]: on ? '1' : null }),
    setInList: (name: FilterList, value: string, on: boolean) => {
      const rest = list(name).filter((other) => other !== value)
      set({ [name]: (on ? [...rest, value] : rest).join(',') || null })
    },
    setQuery: (query: string) => set({ q: query.trim() || null }),
    clear: () =>
      set({
        theme: null,
        owner: null,
        status: null,
        priority: null,
        duty: null,
        mine: null,
        late: null,
        unowned: null,
        hidestruck: null,
        unread: null,
        changed: null,
        sinceversion: null,
        q: null,
      }),
    /** How many choices narrow what is shown. */
    count: createMemo(() => {
      const { theme, owner, status, priority, duty, ...rest } = filters()
      const flags = [
        rest.mine,
        rest.late,
        rest.unowned,
        rest.hideStruck,
        rest.unread,
        rest.changed,
        rest.sinceVersion,
        rest.query !== '',
      ]
      return theme.length + owner.length + status.length + priority.length + duty.length + flags.filter(Boolean).length
    }),
  }
}
export type FilterState = ReturnType<typeof createFilters>

function known<Value extends string>(values: readonly Value[], asked: string[]): Value[] {
  return values.filter((value) => asked.includes(value))
}
