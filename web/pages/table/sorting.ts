import { useSearchParams } from '@solidjs/router'
import {
  agreementsDone,
  type Duty,
  duties,
  type Item,
  nextDeadline,
  priorities,
  statuses,
} from '../../../shared/item.ts'
import { compareRanked } from '../../../shared/rank.ts'
import { today } from '../../ui/today.ts'

export const columns = [
  'number',
  'title',
  'theme',
  'duty',
  'status',
  'priority',
  'owner',
  'deadline',
  'agreements',
] as const
export type TableColumn = (typeof columns)[number]
export type Sorting = { by: TableColumn; descending: boolean }

/** The sorting lives in the address: `sort=owner`, or `sort=-owner` for the other way round. */
export function createSorting() {
  const [search, setSearch] = useSearchParams<{ sort?: string }>()
  const sorting = (): Sorting => {
    const asked = search.sort ?? ''
    const by = columns.find((column) => column === asked.replace(/^-/, '')) ?? 'number'
    return { by, descending: asked.startsWith('-') }
  }
  const sortBy = (by: TableColumn) => {
    const now = sorting()
    const descending = now.by === by && !now.descending
    setSearch({ sort: `${descending ? '-' : ''}${by}` }, { replace: true, scroll: false })
  }
  return { sorting, sortBy }
}

/** The words by which texts are sorted, as the reader sees them. */
export type SortWords = {
  number: (item: Item) => number | undefined
  theme: (item: Item) => string | undefined
  owner: (item: Item) => string | undefined
  compare: (a: string, b: string) => number
}

/** Sorts as a person expects: what has no value comes last, either way round; equals stay in the order of their numbers. */
export function sortItems(items: readonly Item[], { by, descending }: Sorting, words: SortWords): Item[] {
  const keyed = items.map((item) => ({
    item,
    key: sortKey(item, by, words),
    number: words.number(item) ?? Number.MAX_VALUE,
  }))
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'string' && typeof b === 'string' ? words.compare(a, b) : Number(a) - Number(b)
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) {
        if (a.key !== b.key) return a.key === undefined ? 1 : -1
      } else {
        const order = compare(a.key, b.key)
        if (order !== 0) return descending ? -order : order
      }
      return a.number - b.number || compareRanked(a.item, b.item)
    })
    .map(({ item }) => item)
}

function sortKey(item: Item, by: TableColumn, words: SortWords): string | number | undefined {
  switch (by) {
    case 'number':
      return words.number(item)
    case 'title':
      return item.title
    case 'theme':
      return words.theme(item)
    case 'duty':
      return duties.indexOf(item.duty satisfies Duty)
    case 'status':
      return statuses.indexOf(item.status)
    case 'priority':
      return item.priority && priorities.indexOf(item.priority)
    case 'owner':
      return words.owner(item)
    case 'deadline':
      return nextDeadline(item, today())?.date
    case 'agreements': {
      const { done, total } = agreementsDone(item)
      return total === 0 ? undefined : done / total
    }
  }
}
