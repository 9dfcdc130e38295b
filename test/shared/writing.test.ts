import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { asMap, itemLists, itemMap, itemsMap } from '../../shared/document/layout.ts'
import { readItem, titleText } from '../../shared/document/read.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import { entry, fullAgenda, item, party, person, readEverything, theme } from './full-agenda.ts'

function updatesOf(doc: Y.Doc, change: () => void): number {
  let updates = 0
  const count = () => {
    updates++
  }
  doc.on('update', count)
  change()
  doc.off('update', count)
  return updates
}

describe('writing', () => {
  const again: [string, (doc: Y.Doc) => void][] = [
    ['the title of the agenda', (doc) => write.setAgendaTitle(doc, 'Samen verder')],
    ['its period', (doc) => write.setPeriod(doc, '2026-01-01', '2029-12-31')],
    ['a theme that is there already', (doc) => write.createTheme(doc, { id: theme, name: 'Anders', rank: 'a9' })],
    ['the name of a theme', (doc) => write.setTheme(doc, theme, { name: 'Vervoer', hidden: false })],
    [
      'an item that is there already',
      (doc) => write.createItem(doc, { id: item, title: 'Anders', duty: 'joint', rank: 'a9' }),
    ],
    [
      'the values of an item',
      (doc) =>
        write.setItemValues(doc, item, {
          duty: 'joint',
          rank: 'a1',
          theme,
          transition: { from: 'primary', to: 'secondary' },
        }),
    ],
    [
      'an empty value',
      (doc) => write.setItemValues(doc, asId<ItemId>('leeg'), { priority: undefined, theme: undefined }),
    ],
    ['an item that was not struck, back', (doc) => write.putItemBack(doc, item)],
    ['its owner', (doc) => write.setOwner(doc, item, { organisation: party, person })],
    ['no owner at all', (doc) => write.setOwner(doc, asId<ItemId>('leeg'), { organisation: undefined })],
    ['into a set what is in it', (doc) => write.setInSet(doc, item, 'sectors', 'primary', true)],
    ['out of a set what is not in it', (doc) => write.setInSet(doc, item, 'sectors', 'work', false)],
    [
      'an entry that is there already',
      (doc) => write.addAgreement(doc, item, { id: entry, text: 'Anders', rank: 'a9' }),
    ],
    [
      'the values of an entry',
      (doc) => write.setEntry(doc, item, 'agreements', entry, { due: '2027-01-01', done: undefined }),
    ],
    ['back an entry that was not removed', (doc) => write.setEntryRemoved(doc, item, 'links', entry, false)],
    [
      'a measurement',
      (doc) => write.setMeasurement(doc, item, entry, '2026-10-01', { value: 9, source: 'leerplicht' }),
    ],
    [
      'back a measurement that was not removed',
      (doc) => write.setMeasurementRemoved(doc, item, entry, '2026-10-01', false),
    ],
    ['an annex that is there already', (doc) => write.createAnnex(doc, item, party)],
    [
      'the same words',
      (doc) => titleText(doc, item)?.doc && write.setText(titleText(doc, item) as Y.Text, 'Naar school'),
    ],
    ['in an item that is not there', (doc) => write.strikeItem(doc, asId<ItemId>('nergens'), 'weg')],
  ]

  it.each(again)('[D2] writes nothing when it changes nothing: %s', (_name, change) => {
    const doc = fullAgenda()
    // An item of another client, with nothing in it.
    itemsMap(doc).set('leeg', new Y.Map())
    const whole = readEverything(doc)
    expect(updatesOf(doc, () => change(doc))).toBe(0)
    expect(readEverything(doc)).toEqual(whole)
  })

  const once: [string, (doc: Y.Doc) => void][] = [
    ['an item', (doc) => write.createItem(doc, { id: asId<ItemId>('twee'), title: 'Twee', duty: 'joint', rank: 'a2' })],
    ['several values', (doc) => write.moveItem(doc, item, { duty: 'municipality', rank: 'a5', theme: undefined })],
    ['a strike with its reason', (doc) => write.strikeItem(doc, item, 'Dubbel')],
    [
      'an indicator',
      (doc) => write.addIndicator(doc, item, { id: asId<EntryId>('i2'), name: 'x', unit: 'y', direction: 'up' }),
    ],
    ['words', (doc) => write.setText(titleText(doc, item) as Y.Text, 'Naar huis')],
  ]

  it.each(once)('[D2] is one transaction for %s', (_name, change) => {
    const doc = fullAgenda()
    expect(updatesOf(doc, () => change(doc))).toBe(1)
  })

  it('[D3] keeps what is struck, and puts it back as it was', () => {
    const doc = fullAgenda()
    const whole = readItem(doc, item)
    write.strikeItem(doc, item, 'Gaat op in een ander punt')
    expect(readItem(doc, item)).toEqual({ ...whole, status: 'struck', struckReason: 'Gaat op in een ander punt' })
    write.putItemBack(doc, item)
    expect(readItem(doc, item)).toEqual({ ...whole, status: 'discussing', struckReason: 'Gaat op in een ander punt' })
  })

  it.each(itemLists)('[D3] keeps what is removed from the %s, and puts it back as it was', (list) => {
    const doc = fullAgenda()
    const whole = readItem(doc, item)
    write.setEntryRemoved(doc, item, list, entry, true)
    expect(readItem(doc, item)?.[list]).toEqual([])
    write.setEntryRemoved(doc, item, list, entry, false)
    expect(readItem(doc, item)).toEqual(whole)
  })

  it('[D3] keeps a measurement that is removed, and puts it back', () => {
    const doc = fullAgenda()
    write.setMeasurementRemoved(doc, item, entry, '2026-10-01', true)
    expect(readItem(doc, item)?.indicators[0]?.measurements).toEqual([])
    write.setMeasurementRemoved(doc, item, entry, '2026-10-01', false)
    expect(readItem(doc, item)?.indicators[0]?.measurements).toHaveLength(1)
  })

  it('[D3] never deletes an entry of a map, whatever is emptied', () => {
    const doc = fullAgenda()
    const keys = () =>
      [itemMap(doc, item), asMap(itemMap(doc, item)?.get('owner'))].map((map) => [...(map?.keys() ?? [])])
    const before = keys()
    write.setItemValues(doc, item, { theme: undefined, priority: undefined, transition: undefined })
    write.setOwner(doc, item, { organisation: undefined, person: undefined })
    expect(keys()).toEqual(before)
    expect(readItem(doc, item)?.owner).toEqual({})
  })
})
