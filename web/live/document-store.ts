import { type Accessor, batch, createSignal } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { agendaMap, itemsMap, themesMap } from '../../shared/document/layout.ts'
import { readAgendaHead, readItem, readItemIds, readThemes } from '../../shared/document/read.ts'
import { type ItemId, isId } from '../../shared/ids.ts'
import type { Item } from '../../shared/item.ts'
import type { OpenAgenda } from './open-agenda.ts'

export type DocumentStore = {
  text: OpenAgenda['text']
  itemIds: Accessor<ItemId[]>
  /** Shows this document from now on, in place of the one before. Returns how to stop. */
  show: (doc: Y.Doc) => () => void
}

/**
 * The document as a fine-grained store. An event of Yjs names what it touched; only that item is read again, and of it
 * only what differs reaches the screen: an edit costs the same on a board of 2,000 items as on one of 20.
 */
export function createDocumentStore(): DocumentStore {
  const [text, setText] = createStore<OpenAgenda['text']>({ head: { title: '' }, themes: [], items: {} })
  const [itemIds, setItemIds] = createSignal<ItemId[]>([])

  function showAll(doc: Y.Doc): void {
    const ids = readItemIds(doc)
    const items: Record<ItemId, Item> = {}
    for (const id of ids) {
      const item = readItem(doc, id)
      if (item) items[id] = item
    }
    batch(() => {
      // A store that holds nothing takes the plain object as it is: comparing with nothing costs several times as much.
      if (itemIds().length === 0) setText('items', items)
      else setText('items', reconcile(items))
      showHead(doc)
      showThemes(doc)
      if (!isSame(ids, itemIds())) setItemIds(ids)
    })
  }

  const showHead = (doc: Y.Doc) => setText('head', reconcile(readAgendaHead(doc)))
  const showThemes = (doc: Y.Doc) => setText('themes', reconcile(readThemes(doc)))

  function showItems(doc: Y.Doc, touched: Set<string>): void {
    const added: ItemId[] = []
    const gone: ItemId[] = []
    for (const id of touched) {
      if (!isId<ItemId>(id)) continue
      const item = readItem(doc, id)
      if (item && text.items[id]) setText('items', id, reconcile(item))
      else if (item) {
        setText('items', id, item)
        added.push(id)
      } else if (text.items[id]) gone.push(id)
    }
    if (added.length > 0) setItemIds([...itemIds(), ...added])
    // Only a broken client makes an item unreadable; it then shows as absent.
    if (gone.length > 0) showAll(doc)
  }

  function show(doc: Y.Doc): () => void {
    showAll(doc)
    const onItems = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      const touched = new Set<string>()
      for (const event of events) for (const id of touchedItems(event, itemsMap(doc))) touched.add(id)
      batch(() => showItems(doc, touched))
    }
    const onHead = () => showHead(doc)
    const onThemes = () => showThemes(doc)
    itemsMap(doc).observeDeep(onItems)
    agendaMap(doc).observeDeep(onHead)
    themesMap(doc).observeDeep(onThemes)
    return () => {
      itemsMap(doc).unobserveDeep(onItems)
      agendaMap(doc).unobserveDeep(onHead)
      themesMap(doc).unobserveDeep(onThemes)
    }
  }

  return { text, itemIds, show }
}

/** The items whose plain values an event touched. Bodies and annexes are not among those: their editors listen themselves. */
function touchedItems(event: Y.YEvent<Y.AbstractType<unknown>>, items: Y.Map<unknown>): string[] {
  if (event.target === items) return [...event.changes.keys.keys()]
  const [item, field, annex] = event.path
  if (field === 'body' || (field === 'annexes' && annex !== undefined)) return []
  return item === undefined ? [] : [String(item)]
}

function isSame(a: ItemId[], b: ItemId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
