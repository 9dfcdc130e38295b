import { eq } from 'drizzle-orm'
import type { PersonId } from '../../shared/ids.ts'
import type { Database } from '../ports.ts'
import { calendars } from './calendar-schema.ts'

export type CalendarRow = typeof calendars.$inferSelect
export type CalendarReader = ReturnType<typeof makeCalendarReader>
export type CalendarStore = CalendarReader & ReturnType<typeof makeCalendarWriter>

/** Reads the addresses by which calendars ask for the days of this agenda. */
export function makeCalendarReader(database: Database) {
  return {
    of: (person: PersonId): CalendarRow | undefined =>
      database.select().from(calendars).where(eq(calendars.person, person)).get(),

    byHash: (hash: string): CalendarRow | undefined =>
      database.select().from(calendars).where(eq(calendars.hash, hash)).get(),
  }
}

export function makeCalendarWriter(database: Database) {
  return {
    /** A person has one: the address of before is forgotten. */
    put: (row: CalendarRow): void => {
      database
        .insert(calendars)
        .values(row)
        .onConflictDoUpdate({ target: calendars.person, set: { hash: row.hash, at: row.at } })
        .run()
    },

    remove: (person: PersonId): void => {
      database.delete(calendars).where(eq(calendars.person, person)).run()
    },
  }
}
