import * as Y from 'yjs'
import { contentHash, logHash } from '../../../shared/audit.ts'
import type { RoomReader } from '../../store/room-store.ts'
import type { Finding } from './finding.ts'
import { type AuditLines, subjectOf } from './verify-trail.ts'

/**
 * Whether every byte of the log is what the audit trail covers (rule K3), and whether replaying it gives the checkpoint.
 * The newest rows are not covered yet.
 */
export function* verifyLog(store: Pick<RoomReader, 'log' | 'document'>, lines: AuditLines): Iterable<Finding> {
  const log = store.log()
  yield* verifySeals(log, lines)
  yield* verifyCheckpoint(store, log)
}

type Log = ReturnType<RoomReader['log']>

/** Whether every row of the log that the audit trail covers is there, byte for byte. */
export function* verifySeals(log: Log, lines: AuditLines): Iterable<Finding> {
  for (const [index, { seq }] of log.entries())
    if (seq !== index + 1) yield { table: 'updates', row: seq, what: 'a row before it is missing' }
  let next = 1
  for (const line of lines.filter(({ kind }) => kind === 'log')) {
    const { from, to } = subjectOf(line)
    if (from !== next) yield { table: 'audit', row: line.seq, what: 'does not go on where the log was covered' }
    next = Number(to) + 1
    const rows = log.slice(indexOf(log, Number(from)), indexOf(log, Number(to) + 1))
    // What was purged has no salt any more, and cannot be told from its hash.
    if (line.salt !== null && contentHash(line.salt, logHash(rows)) !== line.contentHash)
      yield { table: 'updates', row: `${from} to ${to}`, what: 'not what the audit trail covers' }
  }
}

/** Where the first row with this number or a higher one stands. */
function indexOf(log: Log, seq: number): number {
  let [low, high] = [0, log.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((log[middle]?.seq ?? seq) < seq) low = middle + 1
    else high = middle
  }
  return low
}

function* verifyCheckpoint(store: Pick<RoomReader, 'document'>, log: Log): Iterable<Finding> {
  const wrong = (what: string): Finding => ({ table: 'checkpoints', row: 'last', what })
  let stored: ReturnType<RoomReader['document']>
  try {
    stored = store.document()
  } catch (error) {
    yield wrong(error instanceof Error ? error.message : String(error))
    return
  }
  const { checkpoint, checkpointSeq } = stored
  const covered = log.filter(({ seq }) => seq <= checkpointSeq)
  const replayed = stateOf(covered.map(({ bytes }) => bytes))
  if (replayed === undefined) yield { table: 'updates', row: `1 to ${checkpointSeq}`, what: 'cannot be replayed' }
  if (checkpoint) {
    const state = stateOf([checkpoint])
    if (state === undefined) yield wrong('cannot be read')
    else if (replayed && !isEqual(state, replayed)) yield wrong('not what replaying the log gives')
  }
  const tail = log.filter(({ seq }) => seq > checkpointSeq)
  if (tail.length > 0 && stateOf(log.map(({ bytes }) => bytes)) === undefined)
    yield { table: 'updates', row: `${checkpointSeq + 1} to ${log.length}`, what: 'cannot be replayed' }
}

/** What updates make of an empty document, in the one form that loading it gives. */
function stateOf(updates: readonly Uint8Array[]): Uint8Array | undefined {
  const [doc, loaded] = [new Y.Doc(), new Y.Doc()]
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    if (doc.store.pendingStructs || doc.store.pendingDs) return undefined
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc))
    return Y.encodeStateAsUpdate(loaded)
  } catch {
    // What Yjs throws says nothing to a person: that it cannot be read is the finding.
    return undefined
  } finally {
    doc.destroy()
    loaded.destroy()
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
