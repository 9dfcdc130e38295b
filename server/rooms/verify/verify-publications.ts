import type { PublicationRow } from '../../store/publication-store.ts'
import type { Finding } from './finding.ts'
import { type AuditLines, subjectOf } from './verify-trail.ts'

/**
 * Which versions are public otherwise than the audit trail tells (rule V25). A publication that is told of and is not
 * there is no finding: it does not travel with a dossier, and its address answers nothing.
 */
export function* verifyPublications(rows: readonly PublicationRow[], lines: AuditLines): Iterable<Finding> {
  const about = lines.filter(({ kind }) => kind === 'published' || kind === 'publication-withdrawn')
  const told = Map.groupBy(about, (line) => subjectOf(line).publication)
  for (const { id, version, names, indexed, person, at, withdrawn } of rows) {
    const wrong = (what: string): Finding => ({ table: 'publications', row: id, what })
    const ofThis = told.get(id) ?? []
    const last = ofThis.findLast(({ kind }) => kind === 'published')
    const subject = last && subjectOf(last)
    const isTold =
      last?.person === person &&
      last.at === at &&
      subject?.version === version &&
      subject.names === names &&
      subject.indexed === indexed
    if (!isTold) yield wrong('not what the audit trail tells')
    const end = ofThis.at(-1)
    if (withdrawn !== (end?.kind === 'publication-withdrawn' ? end.at : null))
      yield wrong('not withdrawn when the audit trail tells')
  }
}
