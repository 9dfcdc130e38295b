import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import type { Happened } from './arrangement.ts'
import type { Since } from './since-version.tsx'

/** What happened on an item since I was here before. What changed is found out when the board shows just that. */
export function createHappened(
  agenda: OpenAgenda,
  isShown: Accessor<boolean>,
  since: Accessor<Since | undefined>,
): Happened {
  const [changed, setChanged] = createSignal<ReadonlySet<ItemId>>()
  createEffect(() => {
    if (!isShown()) return
    const watching = import('./changed-items.ts').then(({ watchChangedItems }) => watchChangedItems(agenda, setChanged))
    onCleanup(() => void watching.then((stop) => stop()))
  })
  return {
    isUnread: (id) => (agenda.comments()?.unread(id) ?? 0) > 0,
    isChanged: (id) => changed()?.has(id) === true,
    isSinceVersion: (id) => since()?.isOther(id) === true,
  }
}
