import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import { itemMap, itemsMap } from '../../../../shared/document/layout.ts'
import { differingFields } from '../../../../shared/document/put-back-item.ts'
import type { ItemId } from '../../../../shared/ids.ts'

/** In which fields an item is otherwise now than it was; it goes along with what is written now, by anyone. */
export function createLiveDifference(live: Y.Doc, past: Accessor<Y.Doc>, item: Accessor<ItemId>): Accessor<string[]> {
  const [turn, setTurn] = createSignal(0)
  const go = () => setTurn((count) => count + 1)
  createEffect(
    on(item, (id) => {
      // An item that is not here yet may still arrive.
      const watched = itemMap(live, id) ?? itemsMap(live)
      watched.observeDeep(go)
      onCleanup(() => watched.unobserveDeep(go))
    }),
  )
  return createMemo(
    () => {
      turn()
      return differingFields(live, past(), item())
    },
    [],
    { equals: (a, b) => a.join() === b.join() },
  )
}
