import { type Accessor, createSignal } from 'solid-js'
import * as Y from 'yjs'
import { type ItemList, itemLists, itemsMap } from '../../shared/document/layout.ts'
import { setEntry, setItemValues, setOwner, strikeItem } from '../../shared/document/write.ts'
import { type EntryId, type ItemId, isId } from '../../shared/ids.ts'
import type { Overtaken } from './open-agenda.ts'

export type OvertakenValues = { overtaken: Accessor<Overtaken[]>; close: () => void }

/** A value of mine counts as fresh this long, or for as long as the server has not acknowledged it. */
const freshFor = 10_000

/** Where a single value stands: in an item, in its owner, or in an entry of one of its lists. */
type Spot = { item: ItemId; path: string[]; key: string }
type Mine = { value: unknown; at: number }

/**
 * Notices when a colleague sets a single value to something else just after or at the same moment as I did: texts merge,
 * single values cannot. `isWaiting`: whether the server still has to acknowledge edits of mine.
 */
export function createOvertaken(
  doc: Y.Doc,
  asked: { isWaiting: () => boolean; whoIsIn: (item: ItemId) => string; now: () => number },
): OvertakenValues {
  const [overtaken, setOvertaken] = createSignal<Overtaken[]>([])
  const mine = new Map<string, Mine>()

  function onItems(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    for (const event of events) {
      if (!(event.target instanceof Y.Map)) continue
      const place = spotOf(event.path)
      if (!place) continue
      for (const key of event.changes.keys.keys()) {
        const value: unknown = event.target.get(key)
        if (unimportant.has(key) || value instanceof Y.AbstractType) continue
        const spot = { ...place, key }
        if (transaction.local) set(spot, value)
        else overtake(spot, value)
      }
    }
  }

  function set(spot: Spot, value: unknown): void {
    mine.set(idOf(spot), { value, at: asked.now() })
    setOvertaken((all) => all.filter(({ id }) => id !== idOf(spot)))
  }

  function overtake(spot: Spot, value: unknown): void {
    const id = idOf(spot)
    const own = mine.get(id)
    if (!own || isSame(own.value, value)) return
    mine.delete(id)
    if (!asked.isWaiting() && asked.now() - own.at > freshFor) return
    const dismiss = () => setOvertaken((all) => all.filter((other) => other.id !== id))
    const entry: Overtaken = {
      id,
      item: spot.item,
      field: spot.path[0] ?? spot.key,
      by: asked.whoIsIn(spot.item),
      mine: own.value,
      putBack: () => {
        dismiss()
        putBack(doc, spot, own.value)
      },
      dismiss,
    }
    setOvertaken((all) => [...all.filter((other) => other.id !== id), entry])
  }

  itemsMap(doc).observeDeep(onItems)
  return { overtaken, close: () => itemsMap(doc).unobserveDeep(onItems) }
}

/** Ranks change whenever people drag; the others only make sense beside the value they explain. */
const unimportant = new Set(['rank', 'struckReason', 'lineage'])

/** The place of the map that changed; undefined when it holds no single values (sets, measurements, texts). */
function spotOf(path: (string | number)[]): Pick<Spot, 'item' | 'path'> | undefined {
  const [item, part, entry, ...deeper] = path.map(String)
  if (!isId<ItemId>(item) || deeper.length > 0) return undefined
  if (part === undefined) return { item, path: [] }
  if (part === 'owner' && entry === undefined) return { item, path: [part] }
  return isList(part) && entry !== undefined ? { item, path: [part, entry] } : undefined
}

/** Writes my value again. Every writer checks its own; what comes in here went through one of them before. */
function putBack(doc: Y.Doc, { item, path: [part, entry], key }: Spot, value: unknown): void {
  const written = value ?? undefined
  if (part === 'owner') setOwner(doc, item, { [key]: written })
  else if (isList(part) && isId<EntryId>(entry)) setEntry(doc, item, part, entry, { [key]: written })
  else if (key === 'status' && value === 'struck') strikeItem(doc, item, struckReason(doc, item))
  else setItemValues(doc, item, { [key]: written })
}

function struckReason(doc: Y.Doc, item: ItemId): string {
  const map = itemsMap(doc).get(item)
  const reason: unknown = map instanceof Y.Map ? map.get('struckReason') : undefined
  return typeof reason === 'string' ? reason : ''
}

function isList(part: string | undefined): part is ItemList {
  return itemLists.some((list) => list === part)
}

function idOf({ item, path, key }: Spot): string {
  return [item, ...path, key].join('/')
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
