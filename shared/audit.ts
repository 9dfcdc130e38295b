import { sha256Hex, sha256OfParts } from './hash.ts'

/** What one line of the audit trail says, before it is chained. */
export type AuditLine = {
  at: number
  person: string
  kind: string
  /** JSON: the ids that it is about. */
  subject: string
  contentHash: string | null
}

/** The hash of a line: over the hash of the line before and everything it says. A changed line breaks all that follow. */
export function auditHash(before: string, { at, person, kind, subject, contentHash }: AuditLine): string {
  return sha256Hex(JSON.stringify([before, at, person, kind, subject, contentHash]))
}

/** The hash of what was said: salted, so that nobody can guess short words from it. */
export function contentHash(salt: string, content: unknown): string {
  return sha256Hex(JSON.stringify([salt, content]))
}

/** The hash of rows of the log, each with its number, moment and author. */
export function logHash(rows: Iterable<{ seq: number; at: number; person: string; bytes: Uint8Array }>): string {
  return sha256OfParts(partsOf(rows))
}

function* partsOf(rows: Parameters<typeof logHash>[0]): Iterable<Uint8Array | string> {
  for (const { seq, at, person, bytes } of rows) {
    // The length goes along, so that no byte can move from one row to the next unseen.
    yield JSON.stringify([seq, at, person, bytes.length])
    yield bytes
  }
}
