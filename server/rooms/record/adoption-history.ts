import type { OrganisationId, StepId } from '../../../shared/ids.ts'
import type { StepHistory } from '../../../shared/version/api.ts'
import type { RoomReader } from '../../store/room-store.ts'
import { partyOf, recordedOf } from './adoption.ts'
import { isPartyOf } from './versions.ts'

/** How a step stood, the last first (rule V11); undefined where there is no such step. */
export function readStepHistory(
  store: RoomReader,
  { version, organisation, step }: { version: number; organisation: OrganisationId; step: StepId },
): StepHistory | undefined {
  const head = store.versions.head(version)
  if (!head || !isPartyOf(head, organisation)) return undefined
  const rows = store.versions.adoptionStates({ version, organisation }).filter((row) => row.step === step)
  if (rows.length === 0 && !partyOf(store, version, organisation).steps.some(({ id }) => id === step)) return undefined
  return { states: rows.reverse().map((row) => ({ state: row.state, recorded: recordedOf(row) })) }
}
