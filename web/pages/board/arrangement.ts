import { createMemo, mapArray } from 'solid-js'
import type { Theme } from '../../../shared/agenda.ts'
import type { ItemId, OrganisationId, ThemeId } from '../../../shared/ids.ts'
import { type Duty, isOverdue, type Priority, priorities, type Status, statuses } from '../../../shared/item.ts'
import { compareRanked, type Rank } from '../../../shared/rank.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import { today } from '../../ui/today.ts'
import type { Filters, Grouping } from './filters.ts'

/** Of an item only what decides where it stands and whether it is shown: writing its title or text touches none of it. */
export type Entry = {
  id: ItemId
  duty: Duty
  rank: Rank
  status: Status
  theme: ThemeId | undefined
  priority: Priority | undefined
  owner: OrganisationId | undefined
  late: boolean
}

/** The key of a group; `none` for what has no theme, priority or owner yet. */
export type GroupKey = string
export type Group = { key: GroupKey; ids: ItemId[] }
export type Placed = Record<Duty, Group[]>

/** One memo an item, so that a change of one item reads that item alone. */
export function createEntries(agenda: OpenAgenda) {
  const memos = createMemo(
    mapArray(agenda.itemIds, (id) => createMemo(() => readEntry(agenda, id), undefined, { equals: sameEntry })),
  )
  return createMemo(() => memos().flatMap((entry) => entry() ?? []))
}

function readEntry(agenda: OpenAgenda, id: ItemId): Entry | undefined {
  const item = agenda.text.items[id]
  if (!item) return undefined
  const { duty, rank, status, theme, priority } = item
  return { id, duty, rank, status, theme, priority, owner: item.owner.organisation, late: isOverdue(item, today()) }
}

function sameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  if (!a || !b) return a === b
  return (Object.keys(a) as (keyof Entry)[]).every((key) => a[key] === b[key])
}

/** What of an item only the record knows, asked only when a filter wants it. */
export type Happened = {
  isUnread: (id: ItemId) => boolean
  isChanged: (id: ItemId) => boolean
  isSinceVersion: (id: ItemId) => boolean
}

/** Whether the filters let an item through; the search is asked last, since it costs most. */
export function passes(
  entry: Entry,
  filters: Filters,
  mine: OrganisationId,
  happened: Happened,
  found: (id: ItemId) => boolean,
): boolean {
  return (
    isAmong(filters.theme, entry.theme) &&
    isAmong(filters.owner, entry.owner) &&
    isAmong(filters.status, entry.status) &&
    isAmong(filters.priority, entry.priority ?? 'none') &&
    isAmong(filters.duty, entry.duty) &&
    (!filters.mine || entry.owner === mine) &&
    (!filters.late || entry.late) &&
    (!filters.unowned || (!entry.owner && entry.status !== 'struck')) &&
    (!filters.hideStruck || entry.status !== 'struck') &&
    (!filters.unread || happened.isUnread(entry.id)) &&
    (!filters.changed || happened.isChanged(entry.id)) &&
    (!filters.sinceVersion || happened.isSinceVersion(entry.id)) &&
    found(entry.id)
  )
}

function isAmong(chosen: readonly string[], value: string | undefined): boolean {
  return chosen.length === 0 || (value !== undefined && chosen.includes(value))
}

/** Sets the items in their columns and groups, each group in order of rank. */
export function arrange(entries: readonly Entry[], grouping: Grouping, order: readonly GroupKey[]): Placed {
  const sorted = [...entries].sort(compareRanked)
  const place = (duty: Duty): Group[] => {
    const groups = new Map<GroupKey, ItemId[]>()
    for (const entry of sorted) {
      if (entry.duty !== duty) continue
      const key = groupKey(entry, grouping)
      const ids = groups.get(key)
      if (ids) ids.push(entry.id)
      else groups.set(key, [entry.id])
    }
    const position = (key: GroupKey) => (order.includes(key) ? order.indexOf(key) : order.length)
    return [...groups].map(([key, ids]) => ({ key, ids })).sort((a, b) => position(a.key) - position(b.key))
  }
  return { municipality: place('municipality'), joint: place('joint'), 'school-boards': place('school-boards') }
}

export function groupKey(entry: Pick<Entry, Grouping>, grouping: Grouping): GroupKey {
  return entry[grouping] ?? 'none'
}

/**
 * The order of groups. What has no theme yet comes first, under the place where new items are written; what has no
 * priority or owner comes last.
 */
export function groupOrder(
  grouping: Grouping,
  themes: readonly Theme[],
  owners: readonly OrganisationId[],
): GroupKey[] {
  switch (grouping) {
    case 'theme':
      return ['none', ...themes.map(({ id }) => id)]
    case 'priority':
      return [...priorities, 'none']
    case 'status':
      return [...statuses]
    case 'owner':
      return [...owners, 'none']
  }
}
