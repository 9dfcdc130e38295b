import { expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import { openStepsOf } from '../../server/rooms/record/open-steps.ts'
import { openRoomStore } from '../../server/store/room-store.ts'
import {
  asId,
  type MandateId,
  type OrganisationId,
  type PersonId,
  type StepId,
  type VersionId,
} from '../../shared/ids.ts'

it('[V20] tells the directory of no more open steps than fit in one message: those of the last versions', () => {
  const { database, close } = openDatabase(':memory:', { checkpoint: () => {} })
  const store = openRoomStore(database)
  const [person, organisation] = [asId<PersonId>('anna'), asId<OrganisationId>('dordrecht')]
  const party = { id: organisation, name: 'Gemeente Dordrecht', short: 'Dordrecht', kind: 'municipality' as const }
  const mandate = { id: asId<MandateId>('m'), organisation, from: '2020-01-01' as const, ground: 'Collegebesluit' }
  const member = { person, name: 'Anna', initials: 'A', organisation, role: 'editor' as const, mandates: [mandate] }
  store.setSeat({ organisations: [party], members: [member], plans: [] })
  const steps = Array.from({ length: 12 }, (_, index) => ({
    id: asId<StepId>(`stap-${index}`),
    body: 'college' as const,
    capacity: 'adopts' as const,
  }))
  const [frozen, last] = [{ title: '', region: '', themes: [], plans: [], parties: [party] }, 130]
  store.transaction(() => {
    store.versions.setAdoptionSettings({ organisation, steps, person, ground: null, at: 1 })
    for (let number = 1; number <= last; number++) {
      const metadata = { ...frozen, number, at: '2026-11-22T10:00:00.000Z' }
      const id = asId<VersionId>(`v${number}`)
      store.versions.addVersion({ number, id, at: 1, person, metadata, positions: {}, hash: 'a' }, [])
      const state = { outcome: 'pending' as const, due: '2026-12-01' as const }
      for (const { id: step } of steps)
        store.versions.addAdoptionState({ version: number, organisation, step, state, person, ground: null, at: 1 })
    }
  })
  const open = openStepsOf(store)
  expect(open).toHaveLength(1_500)
  expect([open[0]?.version, open.at(-1)?.version]).toEqual([last, last - 1_500 / 12 + 1])
  close()
})
