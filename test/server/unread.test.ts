import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import { openRoomStore, type RoomStore } from '../../server/store/room-store.ts'
import { asId, type CommentId, type ItemId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import { Chance } from '../kit/chance.ts'

const people = ['anna', 'bram', 'chris', 'dina'].map((name) => asId<PersonId>(name))
const items = ['een', 'twee', 'drie'].map((name) => asId<ItemId>(name))
const organisation = asId<OrganisationId>('gemeente')

describe('how many comments each person has not read', () => {
  let store: RoomStore
  let close: () => void

  beforeEach(() => {
    const opened = openDatabase(':memory:', { checkpoint: () => {} })
    close = opened.close
    store = openRoomStore(opened.database)
    store.setSeat({
      organisations: [{ id: organisation, name: 'Gemeente', short: 'Gemeente', kind: 'municipality' }],
      members: people.map((person) => ({ person, name: person, initials: 'X', organisation, role: 'commenter' })),
      plans: [],
    })
  })

  afterEach(() => close())

  it('[C5] is for everyone at once what it is for each of them', () => {
    const chance = new Chance(20261122)
    for (let seq = 1; seq <= 200; seq++) {
      const id = asId<CommentId>(`reactie-${seq}`)
      store.comments.addComment({
        ...{
          id,
          thread: id,
          item: chance.oneOf(items),
          person: chance.oneOf(people),
          organisation,
          text: 'Een reactie',
        },
        ...{ at: seq, editedAt: null, stateAt: null, stateBy: null, stateReason: null, anchor: null },
        ...{ state: chance.oneOf(['shown', 'shown', 'shown', 'hidden'] as const), seq, news: seq },
        mentions: JSON.stringify({ people: [], organisations: [] }),
      })
      if (seq % 7 === 0) store.comments.setReadMark(chance.oneOf(people), chance.oneOf(items), seq)
    }
    const each = people.map((person) => [person, store.comments.unreadOf(person)] as const)
    expect(store.comments.unread()).toEqual(new Map(each.filter(([, count]) => count > 0)))
    expect(each.some(([, count]) => count > 0)).toBe(true)
  })
})
