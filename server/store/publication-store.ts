import { asc, eq } from 'drizzle-orm'
import type { PublicationId } from '../../shared/ids.ts'
import type { Database } from '../ports.ts'
import { publications } from './publication-schema.ts'

export type PublicationRow = typeof publications.$inferSelect
export type PublicationReader = ReturnType<typeof makePublicationReader>
export type PublicationStore = PublicationReader & ReturnType<typeof makePublicationWriter>

/** Reads which versions everyone may read, and which they might once. */
export function makePublicationReader(database: Database) {
  return {
    byId: (id: PublicationId): PublicationRow | undefined =>
      database.select().from(publications).where(eq(publications.id, id)).get(),

    of: (version: number): PublicationRow | undefined =>
      database.select().from(publications).where(eq(publications.version, version)).get(),

    all: (): PublicationRow[] => database.select().from(publications).orderBy(asc(publications.version)).all(),
  }
}

export function makePublicationWriter(database: Database) {
  return {
    /** A version has one address, for good: what is published again is found where it was. */
    put: ({ id, version, ...row }: PublicationRow): void => {
      database
        .insert(publications)
        .values({ id, version, ...row })
        .onConflictDoUpdate({ target: publications.version, set: row })
        .run()
    },
  }
}
