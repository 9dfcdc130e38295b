import { asc, desc, eq } from 'drizzle-orm'
import type { PersonId } from '../../shared/ids.ts'
import type { Database } from '../ports.ts'
import { audit } from './audit-schema.ts'

export type AuditRow = {
  at: number
  person: PersonId
  kind: string
  subject: string
  contentHash: string | null
  salt: string | null
  hash: string
}

export type AuditStore = ReturnType<typeof makeAuditStore>
export type AuditReader = Omit<AuditStore, 'add'>

/** The audit trail of one room. Lines are added, never changed. */
export function makeAuditStore(database: Database) {
  return {
    /** The hash of the last line; empty when there is none. */
    lastHash: (): string =>
      database.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1).get()?.hash ?? '',

    /** The ids of the last line of a kind. */
    lastSubject: (kind: string): Record<string, string | number> | undefined => {
      const last = database
        .select({ subject: audit.subject })
        .from(audit)
        .where(eq(audit.kind, kind))
        .orderBy(desc(audit.seq))
        .limit(1)
        .get()
      // Only turns write there.
      return last && (JSON.parse(last.subject) as Record<string, string | number>)
    },

    add: (row: AuditRow): void => {
      database.insert(audit).values(row).run()
    },

    lines: (): (AuditRow & { seq: number })[] => database.select().from(audit).orderBy(asc(audit.seq)).all(),
  }
}
