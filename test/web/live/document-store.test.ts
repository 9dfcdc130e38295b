import { createComputed, createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyFragment, titleText } from '../../../shared/document/read.ts'
import { addAgreement, createItem, setInSet, setItemValues, setText } from '../../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../../shared/ids.ts'
import { createDocumentStore, type DocumentStore } from '../../../web/live/document-store.ts'

/** A colleague's document and mine, which gets every update; mine is on the screen. */
function boardOf(count: number): { theirs: Y.Doc; mine: Y.Doc; store: DocumentStore } {
  const [theirs, mine] = [new Y.Doc(), new Y.Doc()]
  theirs.transact(() => {
    for (let index = 0; index < count; index++) {
      createItem(theirs, { id: itemAt(index), title: `Punt ${index}`, duty: 'joint', rank: `a${index}` })
    }
  })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  theirs.on('update', (update) => Y.applyUpdate(mine, update, 'remote'))
  const store = createDocumentStore()
  store.show(mine)
  return { theirs, mine, store }
}

function itemAt(index: number): ItemId {
  return asId<ItemId>(`item-${index}`)
}

/** Counts how often what a card shows is computed anew, per card. */
function watchCards(store: DocumentStore): { runs: () => Map<ItemId, number>; listRuns: () => number } {
  const runs = new Map<ItemId, number>()
  let listRuns = 0
  createRoot(() => {
    createComputed(() => {
      store.itemIds()
      listRuns++
    })
    for (const id of store.itemIds()) {
      createComputed(() => {
        const item = store.text.items[id]
        JSON.stringify([item?.title, item?.status, item?.priority, item?.owner, item?.agreements, item?.involved])
        runs.set(id, (runs.get(id) ?? 0) + 1)
      })
    }
  })
  runs.clear()
  listRuns = 0
  return { runs: () => runs, listRuns: () => listRuns }
}

describe('the document as a store', () => {
  it.each([20, 2000])('changes one card of %i when a colleague edits one item', (count) => {
    const { theirs, store } = boardOf(count)
    const cards = watchCards(store)

    setItemValues(theirs, itemAt(7), { priority: 'high' })
    expect([...cards.runs()]).toEqual([[itemAt(7), 1]])

    const title = titleText(theirs, itemAt(11))
    if (title) setText(title, 'Vervoer')
    addAgreement(theirs, itemAt(11), { id: asId<EntryId>('one'), text: 'Plan schrijven', rank: 'a0' })
    setInSet(theirs, itemAt(11), 'involved', 'dordrecht', true)
    expect(new Set(cards.runs().keys())).toEqual(new Set([itemAt(7), itemAt(11)]))
    expect(store.text.items[itemAt(11)]).toMatchObject({ title: 'Vervoer', involved: ['dordrecht'] })
    expect(cards.listRuns()).toBe(0)
  })

  it('changes nothing on the board when a colleague writes in a body', () => {
    const { theirs, store } = boardOf(20)
    const cards = watchCards(store)

    bodyFragment(theirs, itemAt(3))?.insert(0, [new Y.XmlText('Aanleiding')])

    expect(cards.runs().size).toBe(0)
  })

  it('changes the list of items only when one is added', () => {
    const { theirs, store } = boardOf(20)
    const cards = watchCards(store)

    createItem(theirs, { id: asId<ItemId>('new'), title: 'Nieuw', duty: 'joint', rank: 'b0' })

    expect(cards.listRuns()).toBe(1)
    expect(store.itemIds()).toHaveLength(21)
    expect(cards.runs().size).toBe(0)
  })

  it('empties a value that a colleague emptied', () => {
    const { theirs, store } = boardOf(1)

    setItemValues(theirs, itemAt(0), { priority: 'low' })
    setItemValues(theirs, itemAt(0), { priority: undefined })

    expect(store.text.items[itemAt(0)]).not.toHaveProperty('priority')
  })

  it('[D1] shows the rest when a broken client overwrites an item', () => {
    const { theirs, store } = boardOf(3)

    theirs.getMap('items').set(itemAt(1), 'broken')

    expect(store.itemIds()).toEqual([itemAt(0), itemAt(2)])
    expect(store.text.items[itemAt(2)]?.title).toBe('Punt 2')
  })

  it('shows another document in its place, and follows only that', () => {
    const { theirs, mine, store } = boardOf(3)
    const other = new Y.Doc()
    createItem(other, { id: itemAt(0), title: 'Anders', duty: 'joint', rank: 'a0' })
    const { store: second } = { store: createDocumentStore() }
    const stop = second.show(mine)

    stop()
    second.show(other)
    setItemValues(theirs, itemAt(1), { priority: 'high' })

    expect(second.itemIds()).toEqual([itemAt(0)])
    expect(second.text.items[itemAt(0)]?.title).toBe('Anders')
    expect(store.text.items[itemAt(1)]?.priority).toBe('high')
  })
})
