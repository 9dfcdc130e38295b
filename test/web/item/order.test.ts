import { describe, expect, it } from 'vitest'
import { asId, type ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'
import { belongsTo } from '../../../web/pages/item/belongs-to.ts'
import { columnOf, rankOneFurther } from '../../../web/pages/item/column-order.ts'
import { nestLists } from '../../../web/pages/item/editor/nest-lists.ts'
import { findItems } from '../../../web/pages/item/find-items.ts'

const item = (id: string, rank: string, change: Partial<Item> = {}) =>
  ({ id: asId<ItemId>(id), rank, duty: 'joint', status: 'proposed', title: id, ...change }) as Item

describe('the order of a column', () => {
  const items = [
    item('c', 'a2'),
    item('a', 'a0'),
    item('b', 'a1'),
    item('x', 'a1', { status: 'struck' }),
    item('m', 'a0', { duty: 'municipality' }),
  ]

  it('holds its own items by rank, without the struck ones', () => {
    expect(columnOf(items, 'joint').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
  it('changes by one place, and not beyond its ends', () => {
    const column = columnOf(items, 'joint')
    const up = rankOneFurther(column, asId('c'), -1)
    expect(up && up > 'a0' && up < 'a1').toBe(true)
    expect(rankOneFurther(column, asId('a'), -1)).toBeUndefined()
    expect(rankOneFurther(column, asId('c'), 1)).toBeUndefined()
  })
})

describe('finding items to relate', () => {
  const numbers = new Map([
    ['warm', 12],
    ['bus', 2],
    ['taal', 21],
  ])
  const numberOf = (id: ItemId) => numbers.get(id)
  const items = [
    item('warm', 'a0', { title: 'Warme overdracht' }),
    item('bus', 'a1', { title: 'Korter in de bus' }),
    item('taal', 'a2', { title: 'Taal in de klas' }),
  ]

  it('goes by the start of the number or by words of the title, in order of number', () => {
    expect(findItems(items, numberOf, '2').map(({ id }) => id)).toEqual(['bus', 'taal'])
    expect(findItems(items, numberOf, 'IN de').map(({ id }) => id)).toEqual(['bus', 'taal'])
    expect(findItems(items, numberOf, '').map(({ id }) => id)).toEqual(['bus', 'warm', 'taal'])
  })
})

describe('lists out of levels', () => {
  const entry = (level: number, ordered = false) => ({ level, ordered, content: [] })
  it('nest what is deeper in the entry before it', () => {
    expect(nestLists([entry(1), entry(3), entry(2), entry(1)])).toEqual([
      {
        type: 'bullet_list',
        items: [
          [
            { type: 'bullet_list', items: [[]] },
            { type: 'bullet_list', items: [[]] },
          ],
          [],
        ],
      },
    ])
  })
  it('begin anew when numbers follow bullets', () => {
    expect(nestLists([entry(2), entry(1), entry(1, true)]).map(({ type }) => type)).toEqual([
      'bullet_list',
      'bullet_list',
      'ordered_list',
    ])
  })
})

describe('where a field is shown', () => {
  it('is with itself and with what it is a part of', () => {
    expect(belongsTo('owner.person', 'owner')).toBe(true)
    expect(belongsTo('owner', 'owner')).toBe(true)
    expect(belongsTo('ownership', 'owner')).toBe(false)
  })
})
