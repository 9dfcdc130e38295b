import { createMemo } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import type { Happened } from './arrangement.ts'

/**
 * What happened on an item since I was here before, as far as this window knows. Each source adds its items to the set:
 * now the comments; the history of the text does the same when it can be asked for all items at once.
 */
export function createHappened(agenda: OpenAgenda): Happened {
  const changed = createMemo(() => {
    const items = new Set<ItemId>()
    const store = agenda.comments()
    const visit = store?.lastVisit()
    if (!store || visit === undefined) return items
    for (const { item, at, editedAt, answer } of store.all()) {
      if ([at, editedAt, answer?.at].some((moment) => moment !== undefined && moment > visit)) items.add(item)
    }
    return items
  })
  return {
    isUnread: (id) => (agenda.comments()?.unread(id) ?? 0) > 0,
    isChanged: (id) => changed().has(id),
  }
}
