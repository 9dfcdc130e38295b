import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import { openRoomStore } from '../../server/store/room-store.ts'
import { makeVersionWriter, type VersionHead } from '../../server/store/version-store.ts'
import { asId, type ItemId, type OrganisationId, type PersonId, type VersionId } from '../../shared/ids.ts'
import { canonical, type Json } from '../../shared/version/canonical.ts'
import type { ItemContent } from '../../shared/version/content.ts'

const person = asId<PersonId>('coordinator')
const organisation = asId<OrganisationId>('regio')
const item = asId<ItemId>('punt-1')

function emptyStore() {
  const { database } = openDatabase(':memory:', { checkpoint: () => {} })
  const store = openRoomStore(database)
  store.setSeat({
    organisations: [{ id: organisation, name: 'Regio', short: 'Regio', kind: 'other' }],
    members: [{ person, name: 'C', initials: 'C', organisation, role: 'coordinator' }],
    plans: [],
  })
  return store
}

function head(number: number): VersionHead {
  const metadata = { number, at: '2026-11-22T10:00:00.000Z', title: '', region: '', parties: [], themes: [], plans: [] }
  return { number, id: asId<VersionId>(`v${number}`), at: 1, person, metadata, positions: {}, hash: 'a' }
}

describe('[V1] the store of versions', () => {
  it('gives an item of many megabytes back as it was frozen, whatever its characters', () => {
    const store = emptyStore()
    // Characters of two, three and four bytes lie across the pieces.
    for (const shift of [0, 1, 2, 3]) {
      const words = `${'x'.repeat(shift)}${'é€😀'.repeat(400_000)}`
      const content: ItemContent = { title: words, duty: 'joint', reach: 'regional' }
      const aside = { rank: 'a1', kind: 'oogo-subject' as const, status: 'proposed' as const }
      store.versions.addVersion(head(shift + 1), [{ item, salt: 's', hash: 'h', content, aside }])
      const [frozen] = store.versions.items(shift + 1)
      expect(frozen && canonical(frozen.content as Json) === canonical(content as Json)).toBe(true)
    }
    expect(store.versions.heads().map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(store.versions.sizes()).toEqual(new Map([1, 2, 3, 4].map((number) => [number, 1])))
  })

  it('freezes a number once', () => {
    const store = emptyStore()
    store.versions.addVersion(head(1), [])
    expect(() => store.versions.addVersion(head(1), [])).toThrow(/unique/i)
    expect(() => store.versions.addVersion({ ...head(2), id: asId<VersionId>('v1') }, [])).toThrow(/unique/i)
  })

  it('has one salt for an item, for ever', () => {
    const store = emptyStore()
    const salt = store.versions.saltOf(item)
    expect(store.versions.saltOf(item)).toBe(salt)
    expect(store.versions.saltOf(asId<ItemId>('punt-2'))).not.toBe(salt)
  })

  it('knows no way to change what was frozen, or to take it away', () => {
    const { database } = openDatabase(':memory:', { checkpoint: () => {} })
    openRoomStore(database)
    expect(Object.keys(makeVersionWriter(database))).toEqual([
      'addVersion',
      'saltOf',
      'addSalt',
      'setAdoptionSettings',
      'setAdoptionSteps',
      'addAdoptionState',
      'addAdoptionReminder',
    ])
  })
})
