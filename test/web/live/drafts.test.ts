import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Day } from '../../../shared/date.ts'
import { bodyFragment, readAgendaHead, readItem, readThemes, titleText } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import {
  addAgreement,
  createItem,
  createTheme,
  setAgendaTitle,
  setInSet,
  setItemValues,
  setPeriod,
  setText,
  setTheme,
} from '../../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type ThemeId } from '../../../shared/ids.ts'
import { findDrafts } from '../../../web/live/drafts.ts'
import { isOfAgenda, mayPutDraft, putDraft } from '../../../web/pages/agenda/put-draft.ts'

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

    expect(drafts).toEqual([{ id: 'made/title', item: made, field: 'title', text: 'Nieuw punt' }])
  })

  it('holds the title, the period and the theme names of the agenda, and they can be put on it again', () => {
    const { local, fresh } = divided()
    const [known, made] = [asId<ThemeId>('known'), asId<ThemeId>('made')]
    createTheme(fresh, { id: known, name: 'Vervoer', rank: 'a0' })
    Y.applyUpdate(local, Y.encodeStateAsUpdate(fresh))
    setAgendaTitle(local, 'Agenda 2027')
    setPeriod(local, '2027-01-01' as Day, '2030-12-31' as Day)
    setTheme(local, known, { name: 'Naar school', rank: 'a9' })
    createTheme(local, { id: made, name: 'Thuiszitters', rank: 'b0' })

    const drafts = findDrafts(local, fresh, new Set([local.clientID]))

    expect(drafts).toHaveLength(4)
    expect(drafts).toEqual(
      expect.arrayContaining([
        { id: 'agenda/title', field: 'agendaTitle', text: 'Agenda 2027' },
        { id: 'agenda/period', field: 'period', text: '2027-01-01 · 2030-12-31' },
        { id: 'themes/known', theme: known, field: 'themeName', text: 'Naar school' },
        { id: 'themes/made', theme: made, field: 'themeName', text: 'Thuiszitters' },
      ]),
    )
    expect(drafts.every((draft) => mayPutDraft(draft) && isOfAgenda(draft))).toBe(true)
    for (const draft of drafts) putDraft(fresh, draft)
    expect(readAgendaHead(fresh)).toEqual(readAgendaHead(local))
    expect(readThemes(fresh).map(({ id, name }) => [id, name])).toEqual([
      [known, 'Naar school'],
      [made, 'Thuiszitters'],
    ])
  })

  it('holds what was put into a set or taken out of it, and that can be done again', () => {
    const { local, fresh } = divided()
    setInSet(fresh, item, 'involved', 'out', true)
    Y.applyUpdate(local, Y.encodeStateAsUpdate(fresh))
    setInSet(local, item, 'involved', 'out', false)
    setInSet(local, item, 'involved', 'in', true)
    setInSet(local, item, 'sectors', 'primary', true)
    // In and out again: nothing is lost by that.
    setInSet(local, item, 'plans', 'plan', true)
    setInSet(local, item, 'plans', 'plan', false)

    const drafts = findDrafts(local, fresh, new Set([local.clientID]))

    expect(drafts).toHaveLength(3)
    expect(drafts).toEqual(
      expect.arrayContaining([
        { id: 'item/involved/out', item, field: 'involved', text: 'out', isTakenOut: true },
        { id: 'item/involved/in', item, field: 'involved', text: 'in' },
        { id: 'item/sectors/primary', item, field: 'sectors', text: 'primary' },
      ]),
    )
    expect(drafts.every(mayPutDraft)).toBe(true)
    for (const draft of drafts) putDraft(fresh, draft)
    expect(readItem(fresh, item)).toMatchObject({ involved: ['in'], sectors: ['primary'] })
  })

  it('is, of a long text, only what is not on the agenda already', () => {
    const { local, fresh } = divided()
    const paragraph = (text: string) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text, marks: {} }],
    })
    const [there, mine] = [bodyFragment(fresh, item), bodyFragment(local, item)]
    if (!there || !mine) throw new Error('no body')
    writeRichText(there, [paragraph('Dit stond er al.')])
    Y.applyUpdate(local, Y.encodeStateAsUpdate(fresh))
    writeRichText(mine, [paragraph('Dit is nieuw.')])

    expect(findDrafts(local, fresh, new Set([local.clientID]))).toEqual([
      { id: 'item/body', item, field: 'body', text: 'Dit is nieuw.' },
    ])
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
