import { lastAdopted } from '../../../shared/adoption.ts'
import type { OpenStep } from '../../ports.ts'
import type { RoomReader } from '../../store/room-store.ts'
import { partiesByVersion } from './adoption.ts'

/** They go to the directory as one message, and a Durable Object keeps no value of more than 2 MB. */
const mostOpen = 1_500

/**
 * Which steps wait for whom by some day, those of the last versions first: not those of a version after which the party
 * adopted a later one (rule V20).
 */
export function openStepsOf(store: RoomReader): OpenStep[] {
  const { members, organisations } = store.seat()
  const here = new Set(members.map(({ person }) => person))
  const mandates = members.flatMap(({ person, mandates = [] }) => mandates.map((mandate) => ({ ...mandate, person })))
  if (mandates.length === 0) return []
  const versions = partiesByVersion(store)
  const open = versions.flatMap(({ version, parties }) =>
    parties.flatMap(({ organisation, steps }) => {
      if ((lastAdopted(versions, organisation) ?? 0) > version) return []
      const party = organisations.find(({ id }) => id === organisation)?.name ?? ''
      const pending = steps.filter(({ state }) => state.outcome === 'pending' && state.due !== undefined)
      const held = mandates.filter((mandate) => mandate.organisation === organisation)
      return pending.flatMap(({ id, body, name = null, capacity, state: { due } }) =>
        held.flatMap(({ person, deputy, from, until = null }) =>
          [person, deputy]
            .filter((who) => who !== undefined && here.has(who))
            .flatMap((who) => {
              if (who === undefined || due === undefined) return []
              return [{ person: who, from, until, version, organisation, party, step: id, body, name, capacity, due }]
            }),
        ),
      )
    }),
  )
  return open.slice(0, mostOpen)
}
