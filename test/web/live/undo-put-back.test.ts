import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemSets } from '../../../shared/document/layout.ts'
import { putBackWholeItem } from '../../../shared/document/put-back-item.ts'
import { bodyFragment, readItem, titleText } from '../../../shared/document/read.ts'
import { readRichText, writeRichText } from '../../../shared/document/rich-text.ts'
import * as write from '../../../shared/document/write.ts'
import { readContents } from '../../../shared/version/content.ts'
import { createUndo } from '../../../web/live/undo.ts'
import { entry, fullAgenda, item } from '../../shared/full-agenda.ts'

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('putting back a whole item', () => {
  it('[H5] [T2] is undone in one step, with what a colleague did meanwhile kept, and done again in one', () => {
    const doc = fullAgenda()
    const past = copyOf(doc)
    const colleague = copyOf(doc)
    write.strikeItem(colleague, item, 'Dubbel')
    write.setOwner(colleague, item, { organisation: undefined, person: undefined })
    for (const set of itemSets) write.setInSet(colleague, item, set, 'iets', false)
    write.setEntryRemoved(colleague, item, 'agreements', entry, true)
    write.setMeasurement(colleague, item, entry, '2026-10-01', { value: 30, source: 'anders' })
    titleText(colleague, item)?.insert(0, 'Samen ')
    bodyFragment(colleague, item)?.delete(0, 1)
    const block = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Anders', marks: {} }] }
    writeRichText(bodyFragment(colleague, item) ?? new Y.XmlFragment(), [block, block])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague))
    const all = (of: Y.Doc) => [readItem(of, item), readRichText(bodyFragment(of, item)), readContents(of).get(item)]
    const before = all(doc)
    const undo = createUndo(doc)

    putBackWholeItem(doc, past, item)
    expect(all(doc)).toEqual(all(past))
    write.setItemValues(colleague, item, { lineage: 'van een collega' })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague), 'remote')
    undo.undo()

    expect(all(doc)[0]).toEqual({ ...before[0], lineage: 'van een collega' })
    expect(all(doc)[1]).toEqual(before[1])
    expect(undo.canUndo()).toBe(false)
    undo.redo()
    expect(all(doc)[1]).toEqual(all(past)[1])
    expect(readItem(doc, item)).toEqual({ ...readItem(past, item), lineage: 'van een collega' })
  })
})
