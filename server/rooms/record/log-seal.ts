import { logHash } from '../../../shared/audit.ts'
import { asId, type PersonId } from '../../../shared/ids.ts'
import type { RoomStore } from '../../store/room-store.ts'
import { beginTurn } from './turn.ts'

/** In whose name the room itself writes in the audit trail. */
export const roomItself = asId<PersonId>('room')

/** As many as lie between two checkpoints. A log of before it was chained is read piece by piece. */
const mostRows = 1_000

/**
 * Chains what was added to the log since the last time (rule K3): the audit trail gets a line that covers every byte of
 * these rows. Belongs in a transaction.
 */
export function sealLog(store: RoomStore, at: number): void {
  const { turn } = beginTurn(roomItself, at, store.trail)
  for (let sealed = lastSealed(store); ; ) {
    const rows = store.logAfter(sealed, mostRows)
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return
    turn.audit('log', { from: first.seq, to: last.seq }, logHash(rows))
    sealed = last.seq
  }
}

/** Up to which row of the log the audit trail covers it. */
export function lastSealed({ trail }: Pick<RoomStore, 'trail'>): number {
  return Number(trail.lastSubject('log')?.to ?? 0)
}
