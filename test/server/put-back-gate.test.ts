import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { differingFields, putBackWholeItem } from '../../shared/document/put-back-item.ts'
import { Chance } from '../kit/chance.ts'
import { agenda, copyOf, deed, other } from '../shared/deeds.ts'
import { item } from '../shared/full-agenda.ts'
import { GateRoom } from './gate-room.ts'

describe('putting back a whole item', () => {
  it('[G6] [G7] [H5] is let through for an editor, whatever was done to it, and for a commenter not', () => {
    for (let seed = 0; seed < 120; seed++) {
      const chance = new Chance(seed)
      const room = new GateRoom()
      Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(agenda()))
      for (let count = chance.below(6); count > 0; count--) deed(room.doc, chance, chance.oneOf([item, other]))
      const past = copyOf(room.doc)
      for (let count = 1 + chance.below(12); count > 0; count--) deed(room.doc, chance, item)

      const mine = room.copyFor(2000 + seed)
      const updates: Uint8Array[] = []
      mine.on('update', (update: Uint8Array) => updates.push(update))
      putBackWholeItem(mine, past, item)

      for (const update of updates) {
        expect(room.offer(update, 'commenter'), `seed ${seed}`).not.toBe('accepted')
        expect(room.offer(update, 'editor'), `seed ${seed}`).toBe('accepted')
      }
      expect(differingFields(room.doc, past, item), `seed ${seed}`).toEqual([])
    }
  })
})
