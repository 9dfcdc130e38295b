import type { RoomReader } from '../../store/room-store.ts'
import type { Finding } from './finding.ts'
import { verifyComments } from './verify-comments.ts'
import { verifyLog } from './verify-log.ts'
import { verifyPublications } from './verify-publications.ts'
import { verifyTrail } from './verify-trail.ts'
import { verifyVersions } from './verify-versions.ts'

/** Everything in a room's log, comments, versions and audit trail that is not as it was written (rules K2 and K3). */
export function verifyRoom(store: RoomReader): Finding[] {
  const lines = store.trail.lines()
  return [
    ...verifyTrail(lines),
    ...verifyLog(store, lines),
    ...verifyComments(store.comments, lines),
    ...verifyVersions(store.versions, lines),
    ...verifyPublications(store.publications.all(), lines),
  ]
}
