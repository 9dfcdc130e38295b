import type { ItemId } from '../../../shared/ids.ts'
import type { Duty, Item } from '../../../shared/item.ts'
import { compareRanked, type Rank, rankAt } from '../../../shared/rank.ts'

type Ranked = Pick<Item, 'id' | 'rank' | 'duty' | 'status'>

/** The items of a column that are not struck, in their order. */
export function columnOf<Entry extends Ranked>(items: Iterable<Entry>, duty: Duty): Entry[] {
  return [...items].filter((item) => item.duty === duty && item.status !== 'struck').sort(compareRanked)
}

/** The rank that moves an item one place up (-1) or down (1) in its column; undefined when it is at the end already. */
export function rankOneFurther(column: readonly Ranked[], item: ItemId, step: -1 | 1): Rank | undefined {
  const place = column.findIndex(({ id }) => id === item)
  const target = place + step
  if (place < 0 || target < 0 || target >= column.length) return undefined
  return rankAt(
    column.filter(({ id }) => id !== item).map(({ rank }) => rank),
    target,
  )
}
