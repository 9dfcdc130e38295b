import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { takeInOnce } from '../../server/rooms/dossier.ts'
import { draftModel } from '../../server/rooms/export-model.ts'
import type { Room } from '../../server/rooms/room.ts'
import { seatOfMaker } from '../../server/rooms/seat.ts'
import type { Me } from '../../shared/api.ts'
import { readField } from '../../shared/document/field.ts'
import { asMap, itemMap } from '../../shared/document/layout.ts'
import { readItem } from '../../shared/document/read.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId, type PersonId } from '../../shared/ids.ts'
import { readContent } from '../../shared/version/content.ts'
import { makeMemoryRoom } from '../kit/memory-room.ts'

const [item, entry] = [asId<ItemId>('punt'), asId<EntryId>('thuis')]
const anna: Me = {
  person: asId<PersonId>('anna'),
  name: 'Anna',
  initials: 'A',
  organisation: 'Dordrecht',
  organisationKind: 'municipality',
  demo: false,
}

/** A room in which, before values of 1 to 4 were masked, somebody wrote two of them. */
function roomOfBefore(): Room {
  const room = makeMemoryRoom(() => 1000)
  room.found({
    epoch: 'een',
    region: 'Drechtsteden',
    seat: seatOfMaker(anna),
    author: anna.person,
    at: 0,
    write(doc) {
      write.createItem(doc, { id: item, title: 'Thuiszitters', duty: 'joint', rank: 'a0' })
      write.addIndicator(doc, item, { id: entry, name: 'Thuis', unit: 'kinderen', direction: 'down' })
      const indicator = asMap(asMap(itemMap(doc, item)?.get('indicators'))?.get(entry))
      indicator?.set('target', 2)
      asMap(indicator?.get('measurements'))?.set('2026-10-01', new Y.Map<unknown>([['value', 3]]))
      return [item]
    },
  })
  const row = (value: number) => JSON.stringify([{ id: entry, target: value, measurements: [{ value }] }])
  const change = { at: 0, person: anna.person, item, field: 'indicators' as const }
  room.store.addHistory([{ ...change, before: row(7), after: row(3) }])
  return room
}

const masked = { target: 'masked', measurements: [{ value: 'masked' }] }

describe('a value of 1 to 4 that was written before', () => {
  it('[P1] is masked in every reading: on the board, in history, versions and exports', () => {
    const room = roomOfBefore()
    expect(readItem(room.doc, item)?.indicators).toMatchObject([masked])
    expect(readField(room.doc, item, 'indicators')).toMatchObject([masked])
    expect(readContent(room.doc, item)?.indicators).toMatchObject({ [entry]: { target: 'masked' } })
    expect(draftModel(room, {}, 0).themes[0]?.items[0]?.indicators).toMatchObject([masked])
    const [row] = room.history({ limit: 10 })
    expect([JSON.parse(row?.before ?? ''), JSON.parse(row?.after ?? '')]).toMatchObject([
      [{ target: 7, measurements: [{ value: 7 }] }],
      [masked],
    ])
  })

  it('[P1] [B6] goes along with its agenda, and is masked there', async () => {
    const dossier = roomOfBefore().dossier()
    expect(dossier.history).toMatchObject([{ after: [masked] }])
    const there = makeMemoryRoom(() => 2000)
    expect(await takeInOnce(() => there, dossier, anna)).toEqual({ answer: 'made' })
    expect(readItem(there.doc, item)?.indicators).toMatchObject([masked])
    const { epoch: _here, ...one } = dossier
    const { epoch: _there, ...other } = there.dossier()
    expect({ ...other, agenda: one.agenda }).toEqual(one)
  })
})
