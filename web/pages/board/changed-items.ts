import { createEffect, createRoot, createSignal, onCleanup } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { makeApi } from '../../live/api.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import { textsChangedSince } from './changed-texts.ts'

/** Comments come by themselves; about the text the server is asked again after so much time, in ms. */
const askEvery = 60_000

/**
 * Tells of which items the comments changed since my last visit, or others changed the text, until it is stopped. Hands
 * back how to stop it.
 */
export function watchChangedItems(agenda: OpenAgenda, tell: (items: ReadonlySet<ItemId>) => void): () => void {
  return createRoot((stop) => {
    const [texts, setTexts] = createSignal<ReadonlySet<ItemId>>(new Set())
    createEffect(() => {
      const since = agenda.comments()?.lastVisit()
      if (since === undefined) return
      const { id, me } = agenda.record
      const ask = async () => setTexts(await textsChangedSince(makeApi(), { agenda: id, me: me.person, since }))
      void ask()
      const timer = setInterval(ask, askEvery)
      onCleanup(() => clearInterval(timer))
    })
    createEffect(() => {
      const items = new Set(texts())
      const store = agenda.comments()
      const visit = store?.lastVisit()
      for (const { item, at, editedAt, answer } of visit === undefined ? [] : (store?.all() ?? [])) {
        if ([at, editedAt, answer?.at].some((moment) => moment !== undefined && visit && moment > visit))
          items.add(item)
      }
      tell(items)
    })
    return stop
  })
}
