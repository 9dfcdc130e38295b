import { type Accessor, batch, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { readItem, readItemIds } from '../../shared/document/read.ts'
import { type ItemId, isId } from '../../shared/ids.ts'
import type { Item } from '../../shared/item.ts'
import { isSameContent, readContent } from '../../shared/version/content.ts'
import type { Contents } from '../../shared/version/difference.ts'
import type { AgendaVersions } from './versions.ts'

/** What became of an item since the last version was frozen. */
export type ChangeSince = 'added' | 'changed' | 'struck' | 'same'

export type SinceVersion = {
  /** The last version; undefined where there is none yet, or it is not known. */
  number: Accessor<number | undefined>
  /** Reactive per item; undefined where that is not known, or nobody agreed to it and it was struck. */
  change: (item: ItemId) => ChangeSince | undefined
  /** Looks whether another version was frozen. */
  ask: () => Promise<void>
}

/** Items are compared for at most so long at a time, in ms: the page stays quick whatever there is to compare. */
const sliceMs = 8
/** Who types changes an item with every key; it is compared after so long, in ms. */
const restMs = 300

/**
 * Holds each item against what was agreed of it last (rule V9). An item is compared when it changes, and all of them when
 * a version is frozen.
 */
export function createSinceVersion(
  doc: Y.Doc,
  door: Pick<AgendaVersions, 'versions' | 'version'>,
  now: () => number = () => performance.now(),
): SinceVersion {
  const [number, setNumber] = createSignal<number>()
  const [changes, setChanges] = createStore<Record<ItemId, ChangeSince | undefined>>({})
  const waiting = new Set<ItemId>()
  let agreed: Contents | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const onItems = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    if (!agreed) return
    for (const { target, path, changes } of events) {
      for (const id of target === itemsMap(doc) ? changes.keys.keys() : [String(path[0])])
        if (isId<ItemId>(id)) waiting.add(id)
    }
    compareAfter(restMs)
  }
  itemsMap(doc).observeDeep(onItems)
  onCleanup(() => {
    itemsMap(doc).unobserveDeep(onItems)
    clearTimeout(timer)
    timer = undefined
  })

  function compareAfter(ms: number): void {
    timer ??= setTimeout(compareSome, ms)
  }

  function compareSome(): void {
    timer = undefined
    const contents = agreed
    if (!contents) return
    const end = now() + sliceMs
    batch(() => {
      for (const id of waiting) {
        waiting.delete(id)
        setChanges(id, changeOf(doc, id, contents))
        if (now() > end) break
      }
    })
    if (waiting.size > 0) compareAfter(0)
  }

  async function ask(): Promise<void> {
    const found = await door.versions()
    const last = found.ok ? found.value.versions[0]?.number : undefined
    if (last === undefined || last === number()) return
    const version = await door.version(last)
    if (!version.ok) return
    agreed = new Map(version.value.items.map(({ item, content }) => [item, content]))
    batch(() => {
      setChanges(reconcile({}))
      setNumber(last)
    })
    for (const id of readItemIds(doc)) waiting.add(id)
    compareAfter(0)
  }

  return { number, change: (item) => changes[item], ask }
}

function changeOf(doc: Y.Doc, id: ItemId, agreed: Contents): ChangeSince | undefined {
  const before = agreed.get(id)
  if (readItem(doc, id)?.status === 'struck') return before && 'struck'
  const content = readContent(doc, id)
  if (!content) return undefined
  if (!before) return 'added'
  return isSameContent(before, content) ? 'same' : 'changed'
}

/**
 * What is shown as the status of an item: agreed, when the last version holds it and nothing of it changed since, until
 * somebody works on it.
 */
export function shownStatus(status: Item['status'], change: ChangeSince | undefined): Item['status'] | 'agreed' {
  return change === 'same' && (status === 'proposed' || status === 'discussing') ? 'agreed' : status
}
