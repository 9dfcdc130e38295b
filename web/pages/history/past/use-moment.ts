import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { type ItemId, isId } from '../../../../shared/ids.ts'
import { momentIn } from './time.ts'

/** The moment that is looked at, and the item. They live in the address, so that they can be mailed. */
export function useMoment() {
  const [search, setSearch] = useSearchParams<{ op?: string; punt?: string }>()
  const at = createMemo(() => momentIn(search.op))
  const item = createMemo(() => (isId<ItemId>(search.punt) ? search.punt : undefined))
  return {
    /** Undefined for now. */
    at,
    item,
    // Replaced, not pushed: "back" leaves the past rather than sliding through every moment again.
    setAt: (at: string | undefined) => setSearch({ op: at ?? null }, { replace: true, scroll: false }),
    setItem: (item: ItemId | undefined) => setSearch({ punt: item ?? null }, { scroll: false }),
  }
}
export type Moment = ReturnType<typeof useMoment>

/** The address of the board at a moment, and of one item in it. */
export function pastSearch(at: string, item?: ItemId): string {
  return `?${new URLSearchParams({ op: at, ...(item && { punt: item }) })}`
}
