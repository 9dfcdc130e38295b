import { and, asc, desc, eq, lt, or } from 'drizzle-orm'
import type { AgendaSummary } from '../../shared/agenda.ts'
import type { DemoPerson, Me } from '../../shared/api.ts'
import type { Day } from '../../shared/date.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { Database } from '../ports.ts'
import { agendas, directoryMigrations, memberships, people, sessions } from './directory-schema.ts'
import { migrate } from './migrate.ts'

/** What a room tells the directory of itself whenever it changes. */
export type AgendaNews = {
  agenda: AgendaId
  title: string
  region: string
  from?: Day
  to?: Day
  parties: number
  members: { person: PersonId; role: Role }[]
}

export type DirectoryStore = ReturnType<typeof openDirectoryStore>

/** The directory's database: people, sessions and the index of agendas. */
export function openDirectoryStore(database: Database) {
  migrate(database, directoryMigrations)

  return {
    person: (id: PersonId): Me | undefined => {
      const row = database.select().from(people).where(eq(people.id, id)).get()
      return (
        row && {
          person: row.id,
          name: row.name,
          initials: row.initials,
          organisation: row.organisation,
          organisationKind: row.organisationKind,
          demo: row.demo,
        }
      )
    },

    demoPeople: (): DemoPerson[] =>
      database
        .select()
        .from(people)
        .where(eq(people.demo, true))
        .orderBy(asc(people.position))
        .all()
        .map(({ id, name, initials, organisation, organisationKind, demoRole }) => ({
          person: id,
          name,
          initials,
          organisation,
          organisationKind,
          role: demoRole ?? 'reader',
        })),

    setDemoPeople(list: DemoPerson[]): void {
      database.transaction(() => {
        list.forEach(({ person, role, ...rest }, position) => {
          const row = { ...rest, demo: true, demoRole: role, position }
          database
            .insert(people)
            .values({ id: person, ...row })
            .onConflictDoUpdate({ target: people.id, set: row })
            .run()
        })
      })
    },

    addSession: (hash: string, person: PersonId, at: number): void => {
      database.insert(sessions).values({ hash, person, createdAt: at, seenAt: at }).run()
    },

    session: (hash: string): { person: PersonId; createdAt: number; seenAt: number } | undefined =>
      database.select().from(sessions).where(eq(sessions.hash, hash)).get(),

    touchSession: (hash: string, at: number): void => {
      database.update(sessions).set({ seenAt: at }).where(eq(sessions.hash, hash)).run()
    },

    removeSession: (hash: string): void => {
      database.delete(sessions).where(eq(sessions.hash, hash)).run()
    },

    /** Forgets the sessions that were last seen, or began, before these moments. */
    removeOldSessions: (seenBefore: number, createdBefore: number): void => {
      database
        .delete(sessions)
        .where(or(lt(sessions.seenAt, seenBefore), lt(sessions.createdAt, createdBefore)))
        .run()
    },

    hasAgenda: (id: AgendaId): boolean =>
      database.select({ id: agendas.id }).from(agendas).where(eq(agendas.id, id)).get() !== undefined,

    agendasOf: (person: PersonId): AgendaSummary[] =>
      database
        .select()
        .from(memberships)
        .innerJoin(agendas, eq(memberships.agenda, agendas.id))
        .where(eq(memberships.person, person))
        .orderBy(desc(agendas.createdAt))
        .all()
        .map(({ agendas: { start, end, createdAt, ...agenda }, memberships: { role } }) => ({
          ...agenda,
          role,
          ...(start && { from: start }),
          ...(end && { to: end }),
        })),

    /** Takes in what a room says of itself. The same news twice changes nothing. */
    takeNews(news: AgendaNews, at: number): void {
      const { agenda, title, region, from, to, parties, members } = news
      const row = { title, region, start: from ?? null, end: to ?? null, parties, people: members.length }
      database.transaction(() => {
        database
          .insert(agendas)
          .values({ id: agenda, ...row, createdAt: at })
          .onConflictDoUpdate({ target: agendas.id, set: row })
          .run()
        database
          .delete(memberships)
          .where(and(eq(memberships.agenda, agenda)))
          .run()
        for (const { person, role } of members) database.insert(memberships).values({ agenda, person, role }).run()
      })
    },
  }
}
