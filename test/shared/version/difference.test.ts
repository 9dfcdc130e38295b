import { describe, expect, it } from 'vitest'
import { titleText } from '../../../shared/document/read.ts'
import * as write from '../../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../../shared/ids.ts'
import { readContents } from '../../../shared/version/content.ts'
import { changedSince, difference } from '../../../shared/version/difference.ts'
import { entry, fullAgenda, item } from '../full-agenda.ts'

const other = asId<ItemId>('punt-2')

describe('[V6] the difference between two moments', () => {
  it('is nothing when nothing was agreed otherwise', () => {
    const doc = fullAgenda()
    const before = readContents(doc)
    write.setItemValues(doc, item, { priority: 'low', rank: 'b1' })
    expect(difference(before, readContents(doc))).toEqual([])
  })

  it('names what was added and what was struck', () => {
    const doc = fullAgenda()
    const before = readContents(doc)
    write.createItem(doc, { id: other, title: 'Nieuw', duty: 'joint', rank: 'a2' })
    write.strikeItem(doc, item, 'Vervallen')
    const found = difference(before, readContents(doc))
    expect(found).toMatchObject([
      { kind: 'added', item: other, after: { title: 'Nieuw' } },
      { kind: 'struck', item, before: { title: 'Naar school' } },
    ])
    expect(difference(readContents(doc), before).map(({ kind }) => kind)).toEqual(['added', 'struck'])
    expect(changedSince(before, readContents(doc)).get(other)).toBe('added')
  })

  it('gives each field before and after, in the order in which an item is read, entries one by one', () => {
    const doc = fullAgenda()
    const before = readContents(doc)
    const fresh = asId<EntryId>('deel-2')
    titleText(doc, item)?.insert(0, 'Samen ')
    write.setItemValues(doc, item, { duty: 'municipality' })
    write.setEntry(doc, item, 'agreements', entry, { due: undefined })
    write.addAgreement(doc, item, { id: fresh, text: 'Schrijven', rank: 'a1' })
    write.setEntryRemoved(doc, item, 'deadlines', entry, true)
    const [found] = difference(before, readContents(doc))
    if (found?.kind !== 'changed') throw new Error('It was changed')
    expect(found.isMoved).toBe(true)
    expect(found.fields).toEqual([
      { field: 'title', before: 'Naar school', after: 'Samen Naar school', isText: true },
      { field: 'duty', before: 'joint', after: 'municipality', isText: false },
      {
        field: 'agreements',
        entry,
        before: expect.objectContaining({ due: '2027-01-01' }),
        after: expect.not.objectContaining({ due: '2027-01-01' }),
        isText: true,
      },
      { field: 'agreements', entry: fresh, before: undefined, after: { text: 'Schrijven' }, isText: true },
      { field: 'deadlines', entry, before: { name: 'Besluit', date: '2027-05-01' }, after: undefined, isText: false },
    ])
  })
})
