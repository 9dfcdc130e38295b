import type { ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'

const mostShown = 30

/** The items whose number begins with, or whose title holds, every word typed; by number, the first thirty. */
export function findItems(
  items: readonly Item[],
  numberOf: (item: ItemId) => number | undefined,
  typed: string,
): Item[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return items
    .filter((item) => {
      const [title, number] = [item.title.toLocaleLowerCase(), String(numberOf(item.id) ?? '')]
      return words.every((word) => title.includes(word) || number.startsWith(word))
    })
    .sort((a, b) => (numberOf(a.id) ?? Infinity) - (numberOf(b.id) ?? Infinity))
    .slice(0, mostShown)
}
