import { type AgendaId, makeId, type PublicationId } from '../../../shared/ids.ts'
import { type Publication, type PublicationChoice, publicationPath } from '../../../shared/publication.ts'
import type { PublicationRow } from '../../store/publication-store.ts'
import type { RoomReader, RoomStore } from '../../store/room-store.ts'
import { type Decision, done, refused } from './decision.ts'
import { momentOf } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** Where a version is published now; undefined when it is not, or not any more. */
export function publicationOf(
  { publications }: RoomReader,
  agenda: AgendaId,
  version: number,
): Publication | undefined {
  const row = publications.of(version)
  return row && row.withdrawn === null ? toPublication(row, agenda) : undefined
}

/** Lets everyone read a version, in one way or another (rule V21). Asked once more, it stays as it is. */
export function publishVersion(
  { versions, publications }: RoomStore,
  turn: RecordTurn,
  { agenda, version }: { agenda: AgendaId; version: number },
  { person, names, indexed }: PublicationChoice & Pick<PublicationRow, 'person'>,
): Decision<Publication> {
  if (!versions.head(version)) return refused('not-found')
  const known = publications.of(version)
  const how = { names: Number(names), indexed: Number(indexed) }
  if (known?.withdrawn === null && known.names === how.names && known.indexed === how.indexed)
    return done(toPublication(known, agenda))
  const row = { id: known?.id ?? makeId<PublicationId>(), version, ...how, person, at: turn.at, withdrawn: null }
  publications.put(row)
  turn.audit('published', { publication: row.id, version, ...how })
  turn.tell({ kind: 'version', number: version })
  return done(toPublication(row, agenda))
}

/** Takes it back: from now on its address says that it was there (rule V24). */
export function withdrawPublication(
  { versions, publications }: RoomStore,
  turn: RecordTurn,
  version: number,
): Decision {
  if (!versions.head(version)) return refused('not-found')
  const known = publications.of(version)
  if (!known || known.withdrawn !== null) return done(undefined)
  publications.put({ ...known, withdrawn: turn.at })
  turn.audit('publication-withdrawn', { publication: known.id, version })
  turn.tell({ kind: 'version', number: version })
  return done(undefined)
}

function toPublication({ id, names, indexed, at }: PublicationRow, agenda: AgendaId): Publication {
  return { path: publicationPath(agenda, id), names: names === 1, indexed: indexed === 1, at: momentOf(at) }
}
