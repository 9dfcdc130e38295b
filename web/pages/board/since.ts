import { type Accessor, createEffect, createMemo, createSignal, getOwner, onCleanup, runWithOwner } from 'solid-js'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import type { Since } from './since-version.tsx'

/** What changed since the last version: found out when the board is there, which does not wait for it. */
export function createSince(agenda: OpenAgenda): Accessor<Since | undefined> {
  const [since, setSince] = createSignal<Since>()
  const owner = getOwner()
  let isOver = false
  onCleanup(() => {
    isOver = true
  })
  const isThere = createMemo(() => agenda.saved().state !== 'loading')
  createEffect(() => {
    if (!isThere()) return
    void import('./since-version.tsx').then(({ openSince }) => {
      if (!isOver && !since()) runWithOwner(owner, () => setSince(() => openSince(agenda)))
    })
  })
  return since
}
