import { auditHash } from '../../../shared/audit.ts'
import type { AuditReader } from '../../store/audit-store.ts'
import type { Finding } from './finding.ts'

export type AuditLines = ReturnType<AuditReader['lines']>

/** Whether each line of the audit trail follows from the one before it (rule K2). */
export function* verifyTrail(lines: AuditLines): Iterable<Finding> {
  let before = ''
  for (const [index, line] of lines.entries()) {
    const wrong = (what: string): Finding => ({ table: 'audit', row: line.seq, what })
    if (line.seq !== index + 1) yield wrong('a line before it is missing')
    if (auditHash(before, line) !== line.hash) yield wrong('its hash does not follow from what it says')
    if (!isSubject(line.subject)) yield wrong('what it is about cannot be read')
    before = line.hash
  }
}

/** The ids that a line is about; none when that cannot be read, which is a finding of its own. */
export function subjectOf({ subject }: Pick<AuditLines[number], 'subject'>): Record<string, string | number> {
  return isSubject(subject) ? (JSON.parse(subject) as Record<string, string | number>) : {}
}

function isSubject(subject: string): boolean {
  try {
    const value: unknown = JSON.parse(subject)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    // No JSON any more: it was changed.
    return false
  }
}
