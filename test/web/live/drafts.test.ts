import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyFragment, titleText } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import { addAgreement, createItem, setItemValues, setText } from '../../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../../shared/ids.ts'
import { findDrafts } from '../../../web/live/drafts.ts'

const item = asId<ItemId>('item')

/** What the server has, and a local copy that went on from there. */
function divided(): { local: Y.Doc; fresh: Y.Doc } {
  const [local, fresh] = [new Y.Doc(), new Y.Doc()]
  createItem(fresh, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
  Y.applyUpdate(local, Y.encodeStateAsUpdate(fresh))
  return { local, fresh }
}

describe('what the server did not take', () => {
  it('comes out as text, field by field', () => {
    const { local, fresh } = divided()
    const [text, body] = [titleText(local, item), bodyFragment(local, item)]
    if (!text || !body) throw new Error('no item')
    setText(text, 'Vervoer op tijd')
    writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: 'Elk kind komt aan.', marks: {} }] }])
    addAgreement(local, item, { id: asId<EntryId>('one'), text: 'Plan schrijven', rank: 'a0', due: '2027-01-01' })
    setItemValues(local, item, { priority: 'high', rank: 'a9' })

    expect(findDrafts(local, fresh, new Set([local.clientID]))).toEqual(
      expect.arrayContaining([
        { id: 'item/title', item, field: 'title', text: 'Vervoer op tijd' },
        { id: 'item/body', item, field: 'body', text: 'Elk kind komt aan.' },
        { id: 'item/agreements/one', item, field: 'agreements', text: 'Plan schrijven · 2027-01-01' },
        { id: 'item/priority', item, field: 'priority', text: 'high' },
      ]),
    )
    expect(findDrafts(local, fresh, new Set([local.clientID]))).toHaveLength(4)
  })

  it('keeps the text of an item that the server never saw', () => {
    const { local, fresh } = divided()
    const made = asId<ItemId>('made')
    createItem(local, { id: made, title: 'Nieuw punt', duty: 'joint', rank: 'b0' })

    const drafts = findDrafts(local, fresh, new Set([local.clientID]))

    expect(drafts).toContainEqual({ id: 'made/title', item: made, field: 'title', text: 'Nieuw punt' })
  })

  it('is not what colleagues wrote, nor what the server has already', () => {
    const { local, fresh } = divided()
    const colleague = new Y.Doc()
    Y.applyUpdate(colleague, Y.encodeStateAsUpdate(local))
    const text = titleText(colleague, item)
    if (text) setText(text, 'Vervoer van een collega')
    Y.applyUpdate(local, Y.encodeStateAsUpdate(colleague))
    setItemValues(local, item, { priority: 'low' })
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(local))
    setItemValues(fresh, item, { status: 'done' })

    expect(findDrafts(local, fresh, new Set([local.clientID]))).toEqual([])
  })
})
