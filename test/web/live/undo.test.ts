import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asMap, itemMap } from '../../../shared/document/layout.ts'
import { readItem, titleText } from '../../../shared/document/read.ts'
import {
  addIndicator,
  createItem,
  putItemBack,
  setInSet,
  setItemValues,
  setMeasurement,
  setText,
  strikeItem,
} from '../../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../../shared/ids.ts'
import { createUndo } from '../../../web/live/undo.ts'

const item = asId<ItemId>('item')

/** My document with an undo of its own, and a colleague's; both have one item. */
function two(): { mine: Y.Doc; theirs: Y.Doc; undo: ReturnType<typeof createUndo> } {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  mine.on('update', (update, origin) => origin !== 'remote' && Y.applyUpdate(theirs, update, 'remote'))
  theirs.on('update', (update, origin) => origin !== 'remote' && Y.applyUpdate(mine, update, 'remote'))
  createItem(theirs, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
  return { mine, theirs, undo: createUndo(mine) }
}

describe('undo', () => {
  it('takes back my own change and leaves my colleague’s', () => {
    const { mine, theirs, undo } = two()
    setItemValues(mine, item, { priority: 'high' })
    setItemValues(theirs, item, { status: 'in-progress' })

    undo.undo()

    expect(readItem(theirs, item)).toMatchObject({ status: 'in-progress' })
    expect(readItem(theirs, item)).not.toHaveProperty('priority')
    expect(undo.canUndo()).toBe(false)
    undo.redo()
    expect(readItem(theirs, item)).toMatchObject({ status: 'in-progress', priority: 'high' })
  })

  it('takes my letters out of a text and leaves those of a colleague in it', () => {
    const { mine, theirs, undo } = two()
    const [text, same] = [titleText(mine, item), titleText(theirs, item)]
    if (!text || !same) throw new Error('no title')
    setText(text, 'Leerlingenvervoer')
    setText(same, 'Leerlingenvervoer op tijd')

    undo.undo()

    expect(readItem(theirs, item)?.title).toBe('Vervoer op tijd')
  })

  it('has nothing to take back when only others changed something', () => {
    const { theirs, undo } = two()
    setItemValues(theirs, item, { priority: 'low' })
    expect(undo.canUndo()).toBe(false)
  })

  it('does not take back what a colleague set after me', () => {
    const { mine, theirs, undo } = two()
    setItemValues(mine, item, { priority: 'high' })
    setItemValues(theirs, item, { priority: 'low' })

    undo.undo()

    expect(readItem(mine, item)?.priority).toBe('low')
  })

  it('[D3] never deletes an entry of a map: what was not there before is emptied', () => {
    const { mine, undo } = two()
    setItemValues(mine, item, { priority: 'high' })
    setInSet(mine, item, 'involved', 'dordrecht', true)
    addIndicator(mine, item, { id: asId<EntryId>('count'), name: 'Thuiszitters', unit: '', direction: 'down' })
    setMeasurement(mine, item, asId<EntryId>('count'), '2026-01-01', { value: 12, source: 'telling' })

    undo.undo()

    const map = itemMap(mine, item)
    expect(map?.get('priority')).toBeNull()
    expect(asMap(map?.get('involved'))?.get('dordrecht')).toBe(false)
    expect(readItem(mine, item)).toMatchObject({ involved: [], indicators: [{ measurements: [] }] })
    undo.redo()
    expect(readItem(mine, item)).toMatchObject({
      priority: 'high',
      involved: ['dordrecht'],
      indicators: [{ measurements: [{ value: 12 }] }],
    })
  })

  it('undoes the making of something by flagging it, in its place among the edits', () => {
    const { mine, theirs, undo } = two()
    const made = asId<ItemId>('made')
    setItemValues(mine, item, { priority: 'high' })
    createItem(mine, { id: made, title: '', duty: 'joint', rank: 'b0' })
    undo.made(
      () => strikeItem(mine, made, ''),
      () => putItemBack(mine, made),
    )
    setItemValues(mine, made, { priority: 'low' })

    undo.undo()
    expect(readItem(theirs, made)).not.toHaveProperty('priority')
    expect(readItem(theirs, made)?.status).toBe('proposed')
    undo.undo()
    expect(readItem(theirs, made)?.status).toBe('struck')
    expect(readItem(theirs, item)?.priority).toBe('high')
    undo.undo()
    expect(readItem(theirs, item)).not.toHaveProperty('priority')
    expect(undo.canUndo()).toBe(false)

    for (let step = 0; step < 3; step++) undo.redo()
    expect(undo.canRedo()).toBe(false)
    expect(readItem(theirs, item)?.priority).toBe('high')
    expect(readItem(theirs, made)).toMatchObject({ status: 'discussing', priority: 'low' })
    for (let step = 0; step < 3; step++) undo.undo()
    expect(readItem(theirs, made)?.status).toBe('struck')
  })

  it('forgets what could be redone as soon as something new is made or changed', () => {
    const { mine, undo } = two()
    setItemValues(mine, item, { priority: 'high' })
    undo.undo()
    expect(undo.canRedo()).toBe(true)
    setItemValues(mine, item, { priority: 'low' })
    expect(undo.canRedo()).toBe(false)

    undo.undo()
    undo.made(
      () => {},
      () => {},
    )
    expect(undo.canRedo()).toBe(false)
  })

  it('keeps changes apart that have a boundary between them', () => {
    const { mine, undo } = two()
    setItemValues(mine, item, { priority: 'high' })
    undo.boundary()
    setItemValues(mine, item, { reach: 'local' })

    undo.undo()

    expect(readItem(mine, item)).toMatchObject({ priority: 'high', reach: 'regional' })
  })
})
