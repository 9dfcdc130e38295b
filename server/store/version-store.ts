import { and, asc, desc, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { PlannedStep, StepState } from '../../shared/adoption.ts'
import type { ItemId, OrganisationId, PersonId, StepId, VersionId } from '../../shared/ids.ts'
import { canonical, type Json } from '../../shared/version/canonical.ts'
import type { ItemContent } from '../../shared/version/content.ts'
import type { FrozenItem, ItemAside, VersionMetadata } from '../../shared/version/version.ts'
import type { Database } from '../ports.ts'
import {
  adoptionReminders,
  adoptionSettings,
  adoptionStates,
  adoptionSteps,
  itemSalts,
  versionContents,
  versionItems,
  versions,
} from './version-schema.ts'

/** A Durable Object stores values of at most 2 MB. */
const pieceBytes = 1 << 20

export type VersionHead = {
  number: number
  id: VersionId
  at: number
  person: PersonId
  metadata: VersionMetadata
  positions: Record<string, string>
  hash: string
}
export type SaltRow = typeof itemSalts.$inferSelect
export type AdoptionSettingRow = {
  organisation: OrganisationId
  steps: PlannedStep[]
  person: PersonId | null
  ground: string | null
  at: number | null
}
export type AdoptionStepsRow = Pick<AdoptionSettingRow, 'organisation' | 'steps'> & { version: number }
export type AdoptionStateRow = {
  version: number
  organisation: OrganisationId
  step: StepId
  state: StepState
  person: PersonId
  ground: string | null
  at: number
}

export type AdoptionReminderRow = {
  version: number
  organisation: OrganisationId
  step: StepId
  person: PersonId
  /** Who got it. */
  people: PersonId[]
  at: number
}

export type VersionReader = ReturnType<typeof makeVersionReader>
export type VersionWriter = ReturnType<typeof makeVersionWriter>
export type VersionStore = VersionReader & VersionWriter

/** Reads what was agreed, and how far its adoption is. */
export function makeVersionReader(database: Database) {
  // Only the writer writes there: what is read is what it says.
  const headOf = ({ metadata, positions, ...row }: typeof versions.$inferSelect): VersionHead => ({
    ...row,
    metadata: JSON.parse(metadata) as VersionMetadata,
    positions: JSON.parse(positions) as Record<string, string>,
  })

  return {
    /** All of them, the first one first. */
    heads: (): VersionHead[] => database.select().from(versions).orderBy(asc(versions.number)).all().map(headOf),

    head(number: number): VersionHead | undefined {
      const row = database.select().from(versions).where(eq(versions.number, number)).get()
      return row && headOf(row)
    },

    headById(id: VersionId): VersionHead | undefined {
      const row = database.select().from(versions).where(eq(versions.id, id)).get()
      return row && headOf(row)
    },

    last(): VersionHead | undefined {
      const row = database.select().from(versions).orderBy(desc(versions.number)).limit(1).get()
      return row && headOf(row)
    },

    /** The items of a version in their order; throws when one is not whole. */
    items(version: number): FrozenItem[] {
      const contents = Map.groupBy(
        database
          .select()
          .from(versionContents)
          .where(eq(versionContents.version, version))
          .orderBy(asc(versionContents.item), asc(versionContents.piece))
          .all(),
        ({ item }) => item,
      )
      return database
        .select()
        .from(versionItems)
        .where(eq(versionItems.version, version))
        .orderBy(asc(versionItems.place))
        .all()
        .map(({ item, salt, hash, aside }) => {
          const pieces = contents.get(item) ?? []
          if (pieces.length === 0 || pieces.some(({ piece }, place) => piece !== place))
            throw new Error('A piece of a version is missing')
          const content = JSON.parse(decode(pieces.map(({ bytes }) => bytes))) as ItemContent
          return { item, salt, hash, content, aside: JSON.parse(aside) as ItemAside }
        })
    },

    /** How many items each version has. */
    sizes(): Map<number, number> {
      const rows = database.select({ version: versionItems.version }).from(versionItems).all()
      return new Map([...Map.groupBy(rows, ({ version }) => version)].map(([version, { length }]) => [version, length]))
    },

    salts: (): SaltRow[] => database.select().from(itemSalts).orderBy(asc(itemSalts.item)).all(),

    adoptionSettings: (): AdoptionSettingRow[] =>
      database
        .select()
        .from(adoptionSettings)
        .orderBy(asc(adoptionSettings.organisation))
        .all()
        .map(({ organisation, steps, ...row }) => ({
          organisation,
          steps: JSON.parse(steps) as PlannedStep[],
          ...row,
        })),

    adoptionSteps: (): AdoptionStepsRow[] =>
      database
        .select()
        .from(adoptionSteps)
        .orderBy(asc(adoptionSteps.version), asc(adoptionSteps.organisation))
        .all()
        .map(({ steps, ...row }) => ({ ...row, steps: JSON.parse(steps) as PlannedStep[] })),

    /** Every state that was recorded, the first one first. */
    adoptionStates: (of?: { version: number; organisation: OrganisationId }): AdoptionStateRow[] =>
      database
        .select()
        .from(adoptionStates)
        .where(of && and(eq(adoptionStates.version, of.version), eq(adoptionStates.organisation, of.organisation)))
        .orderBy(asc(adoptionStates.seq))
        .all()
        .map(({ seq, state, ...row }) => ({ ...row, state: JSON.parse(state) as StepState })),

    /** Every reminder that was sent, the first one first. */
    adoptionReminders: (): AdoptionReminderRow[] =>
      database
        .select()
        .from(adoptionReminders)
        .orderBy(asc(adoptionReminders.seq))
        .all()
        .map(({ seq, people, ...row }) => ({ ...row, people: JSON.parse(people) as PersonId[] })),
  }
}

/** Adds to it; inside a turn of the record. Nothing here changes or takes away what was frozen. */
export function makeVersionWriter(database: Database) {
  return {
    addVersion({ metadata, positions, ...row }: VersionHead, items: readonly FrozenItem[]): void {
      database
        .insert(versions)
        .values({ ...row, metadata: canonical(metadata as Json), positions: canonical(positions) })
        .run()
      items.forEach(({ content, aside, ...item }, place) => {
        database
          .insert(versionItems)
          .values({ ...item, version: row.number, place, aside: canonical(aside as Json) })
          .run()
        const whole = new TextEncoder().encode(canonical(content as Json))
        for (let piece = 0; piece * pieceBytes < whole.length; piece++) {
          const bytes = whole.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)
          database.insert(versionContents).values({ version: row.number, item: item.item, piece, bytes }).run()
        }
      })
    },

    /** The salt of an item; made when it has none yet. */
    saltOf(item: ItemId): string {
      const known = database.select().from(itemSalts).where(eq(itemSalts.item, item)).get()
      if (known) return known.salt
      const salt = nanoid()
      database.insert(itemSalts).values({ item, salt }).run()
      return salt
    },

    addSalt: (row: SaltRow): void => {
      database.insert(itemSalts).values(row).run()
    },

    setAdoptionSettings({ organisation, ...row }: AdoptionSettingRow): void {
      const set = { ...row, steps: canonical(row.steps as unknown as Json) }
      database
        .insert(adoptionSettings)
        .values({ organisation, ...set })
        .onConflictDoUpdate({ target: adoptionSettings.organisation, set })
        .run()
    },

    setAdoptionSteps({ version, organisation, ...row }: AdoptionStepsRow): void {
      const steps = canonical(row.steps as unknown as Json)
      database
        .insert(adoptionSteps)
        .values({ version, organisation, steps })
        .onConflictDoUpdate({ target: [adoptionSteps.version, adoptionSteps.organisation], set: { steps } })
        .run()
    },

    addAdoptionState: ({ state, ...row }: AdoptionStateRow): void => {
      database
        .insert(adoptionStates)
        .values({ ...row, state: canonical(state as Json) })
        .run()
    },

    addAdoptionReminder: ({ people, ...row }: AdoptionReminderRow): void => {
      database
        .insert(adoptionReminders)
        .values({ ...row, people: canonical(people) })
        .run()
    },
  }
}

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
}
