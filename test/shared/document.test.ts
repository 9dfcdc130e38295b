import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agendaMap, asMap, itemLists, itemMap, itemSets, itemsMap, themesMap } from '../../shared/document/layout.ts'
import { bodyFragment, readAgendaHead, readItem, readThemes } from '../../shared/document/read.ts'
import { readRichText, richTextToPlain } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId } from '../../shared/ids.ts'
import { entry, fullAgenda, item, party, readEverything, theme } from './full-agenda.ts'
import { cook, garbage, strangeKeys } from './garbage.ts'

const seed = 20261122

describe('reading what a broken client wrote', () => {
  const fields = [
    'title',
    'body',
    'theme',
    'duty',
    'kind',
    'priority',
    'rank',
    'status',
    'struckReason',
    'reach',
    'lineage',
    'transition',
    'owner',
    'annexes',
    ...itemSets,
    ...itemLists,
  ]

  it('[D1] shows every other field of the item when one field holds anything at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), garbage, (field, recipe) => {
        const doc = fullAgenda()
        const whole = readItem(doc, item)
        itemMap(doc, item)?.set(field, cook(recipe))
        readEverything(doc)
        expect({ ...readItem(doc, item), [field]: undefined }).toEqual({ ...whole, [field]: undefined })
      }),
      { seed, numRuns: 600 },
    )
  })

  it('[D1] shows the other entries when one entry, or one value in it, holds anything at all', () => {
    const keys = [
      'name',
      'date',
      'url',
      'kind',
      'text',
      'organisation',
      'person',
      'due',
      'done',
      'rank',
      'unit',
      'baseline',
      'target',
      'targetDate',
      'direction',
      'measurements',
      'removed',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...itemLists),
        fc.constantFrom(...keys),
        garbage,
        garbage,
        (list, key, inside, beside) => {
          const doc = fullAgenda()
          const whole = readItem(doc, item)?.[list]
          const map = asMap(itemMap(doc, item)?.get(list))
          const other = new Y.Map<unknown>()
          map?.set('deel-2', other)
          other.set(key, cook(inside))
          for (const strange of [...strangeKeys, 'deel-3']) map?.set(strange, cook(beside))
          readEverything(doc)
          expect(readItem(doc, item)?.[list]).toEqual(expect.arrayContaining<unknown>(whole ?? []))
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  it('[D1] shows the other items, themes and the head when anything at all lies in the roots', () => {
    fc.assert(
      fc.property(
        garbage,
        garbage,
        garbage,
        fc.constantFrom(...strangeKeys, 'nog-een'),
        (first, second, third, key) => {
          const doc = fullAgenda()
          const whole = readItem(doc, item)
          itemsMap(doc).set(key, cook(first))
          themesMap(doc).set(key, cook(second))
          agendaMap(doc).set('period', cook(third))
          readEverything(doc)
          expect(readItem(doc, item)).toEqual(whole)
          expect(readThemes(doc)).toContainEqual({ id: theme, name: 'Vervoer', rank: 'a0', hidden: false })
          expect(readAgendaHead(doc).title).toBe('Samen verder')
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  it('[D1] keeps the words of a body that is nested a thousand levels deep', () => {
    for (const name of ['bullet_list', 'blockquote', 'table']) {
      const doc = fullAgenda()
      let parent = bodyFragment(doc, item)
      for (let level = 0; level < 1000; level++) {
        const inner = new Y.XmlElement(name)
        parent?.insert(0, [inner])
        parent = inner
      }
      parent?.insert(0, [new Y.XmlText('onderaan')])
      expect(richTextToPlain(readRichText(bodyFragment(doc, item)))).toContain('onderaan')
    }
  })

  it('[D1] takes a day that does not exist, and a number that is none, for absent', () => {
    const doc = fullAgenda()
    const deadline = asMap(asMap(itemMap(doc, item)?.get('deadlines'))?.get(entry))
    deadline?.set('date', '2027-02-31')
    const indicator = asMap(asMap(itemMap(doc, item)?.get('indicators'))?.get(entry))
    indicator?.set('baseline', Number.NaN)
    indicator?.set('target', '0')
    expect(readItem(doc, item)?.deadlines).toEqual([{ id: entry, name: 'Besluit' }])
    expect(readItem(doc, item)?.indicators[0]).not.toHaveProperty('baseline')
    expect(readItem(doc, item)?.indicators[0]).not.toHaveProperty('target')
  })

  it('[D1] takes a rank that leaves no place beside it for absent', () => {
    const doc = fullAgenda()
    for (const rank of ['!', '~', 'a', 'a0'.repeat(900), 'b', 'd   {', 'a0!1', 'a00']) {
      itemMap(doc, item)?.set('rank', rank)
      expect(readItem(doc, item)?.rank).toBe('')
    }
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://example.nl',
    'JAVASCRIPT:x',
    'vbscript:x',
    '//example.nl',
  ])('[D8] does not follow %s', (url) => {
    const doc = fullAgenda()
    write.setEntry(doc, item, 'links', entry, { url })
    expect(readItem(doc, item)?.links[0]?.url).toBe('')
  })

  it('[D1] does not stop the writers: what is malformed can be written over', () => {
    fc.assert(
      fc.property(garbage, (recipe) => {
        const doc = fullAgenda()
        for (const field of ['priority', 'transition', 'owner', 'involved', 'deadlines', 'status'])
          itemMap(doc, item)?.set(field, cook(recipe))
        write.setItemValues(doc, item, { priority: 'low', transition: { from: 'primary', to: 'work' }, status: 'done' })
        write.setOwner(doc, item, { organisation: party })
        write.setInSet(doc, item, 'involved', 'iemand', true)
        write.addDeadline(doc, item, { id: asId<EntryId>('deel-9'), name: 'Nieuw', date: '2027-01-01' })
        const read = readItem(doc, item)
        expect(read).toMatchObject({ priority: 'low', status: 'done', transition: { from: 'primary', to: 'work' } })
        expect(read?.owner.organisation).toBe(party)
        expect(read?.involved).toContain('iemand')
        expect(read?.deadlines).toContainEqual({ id: 'deel-9', name: 'Nieuw', date: '2027-01-01' })
      }),
      { seed, numRuns: 300 },
    )
  })
})
