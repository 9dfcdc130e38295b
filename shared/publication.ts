import * as v from 'valibot'
import type { ExportedAgenda } from './export/model.ts'
import { type AgendaId, isId, type PublicationId } from './ids.ts'
import type { Version } from './version/version.ts'

// A version that everyone may read, without signing in: part of the HTTP contract.

const choice = {
  /** Whether the names of persons are in it: who pulls an item, who made an agreement. */
  names: v.boolean(),
  /** Whether search engines may take it up. */
  indexed: v.boolean(),
}

/** PUT …/versions/<number>/publication: publishes it so, or changes how it is published. */
export const publicationChoice = v.strictObject(choice)
export type PublicationChoice = v.InferOutput<typeof publicationChoice>

/** Where everyone may read a version, and since when it is there as it is. */
export const publication = v.strictObject({ ...choice, path: v.string(), at: v.pipe(v.string(), v.isoTimestamp()) })
export type Publication = v.InferOutput<typeof publication>

/** The address says of which agenda it is, so that its room is found without a list of addresses. */
export function publicationPath(agenda: AgendaId, id: PublicationId): string {
  return `/v/${agenda}.${id}`
}

/** What such an address names; undefined when it is none. */
export function readPublicationName(name: string): { agenda: AgendaId; id: PublicationId } | undefined {
  const [agenda, id, ...rest] = name.split('.')
  return rest.length === 0 && isId<AgendaId>(agenda) && isId<PublicationId>(id) ? { agenda, id } : undefined
}

/** What a room gives of a version that is public: what its page and files are made from. */
export type PublishedVersion = PublicationChoice & { since: string; remark?: string; agenda: ExportedAgenda }

/**
 * From which everyone can compute the hash of a version (docs/verify-version.mjs). Where names of persons are left out, an
 * item that tells of one is there by its hash alone.
 */
export type CheckedVersion = Pick<Version, 'number' | 'hash' | 'metadata' | 'positions'> & {
  items: Pick<Version['items'][number], 'item' | 'hash'>[]
}
