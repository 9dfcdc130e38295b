import { and, asc, desc, eq, gte, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import type { DigestRhythm } from '../../shared/account.ts'
import type { AgendaSummary, Organisation } from '../../shared/agenda.ts'
import type { DemoPerson, Me } from '../../shared/api.ts'
import type { Day } from '../../shared/date.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import type { AgendaNews, Database, OpenStep } from '../ports.ts'
import {
  agendas,
  directoryMigrations,
  heard,
  memberships,
  openSteps,
  organisations,
  people,
  sessions,
} from './directory-schema.ts'
import { makeDoorStore } from './door-store.ts'
import { makeMailStore } from './mail-store.ts'
import { migrate } from './migrate.ts'
import { makeNoticeStore } from './notice-store.ts'

export type DirectoryStore = ReturnType<typeof openDirectoryStore>
export type Person = typeof people.$inferSelect
export type Session = typeof sessions.$inferSelect

/** The directory's database: people, sessions and the index of agendas. */
export function openDirectoryStore(database: Database) {
  migrate(database, directoryMigrations)

  return {
    doors: makeDoorStore(database),
    mails: makeMailStore(database),
    notices: makeNoticeStore(database),

    /** A person, in the capacity of the organisation that they named or else were first invited for. */
    person: (id: PersonId): Me | undefined => {
      const row = database.select().from(people).where(eq(people.id, id)).get()
      if (!row) return undefined
      const { name, initials, demo } = row
      const seated = row.organisation === '' ? seatOf(id) : undefined
      const organisation = seated?.name ?? row.organisation
      return {
        person: row.id,
        name,
        initials,
        organisation,
        organisationKind: seated?.kind ?? row.organisationKind,
        demo,
      }
    },

    /** Everything that is kept of a person. */
    personRow: (id: PersonId): Person | undefined => database.select().from(people).where(eq(people.id, id)).get(),

    personWith: (email: string): Person | undefined =>
      database.select().from(people).where(eq(people.email, email)).get(),

    /** Whether there is anybody who can come in by mail. */
    hasPeople: (): boolean =>
      database.select({ id: people.id }).from(people).where(isNotNull(people.email)).limit(1).get() !== undefined,

    addPerson: (
      person: Pick<Person, 'id' | 'name' | 'initials' | 'organisation' | 'organisationKind' | 'email'> &
        Partial<Pick<Person, 'founder' | 'region'>>,
    ): void => {
      database
        .insert(people)
        .values({ ...person, demo: false, position: 0 })
        .run()
    },

    setDigest: (person: PersonId, digest: DigestRhythm): void => {
      database.update(people).set({ digest }).where(eq(people.id, person)).run()
    },

    setLanguage: (person: PersonId, language: 'nl' | 'en'): void => {
      database.update(people).set({ language }).where(eq(people.id, person)).run()
    },

    setStopToken: (person: PersonId, stopToken: string): void => {
      database.update(people).set({ stopToken }).where(eq(people.id, person)).run()
    },

    /** Stops the mails of whoever has this in one of them. */
    stopDigest: (stopToken: string): void => {
      database.update(people).set({ digest: 'none' }).where(eq(people.stopToken, stopToken)).run()
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

    addSession: (hash: string, person: PersonId, at: number, browser = { id: '', device: '' }): void => {
      database
        .insert(sessions)
        .values({ hash, person, createdAt: at, seenAt: at, ...browser })
        .run()
    },

    session: (hash: string): Session | undefined =>
      database.select().from(sessions).where(eq(sessions.hash, hash)).get(),

    sessionsOf: (person: PersonId): Session[] =>
      database.select().from(sessions).where(eq(sessions.person, person)).orderBy(desc(sessions.seenAt)).all(),

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
        .map(({ agendas: { start, end, createdAt, ...agenda }, memberships: { role, unread } }) => ({
          ...agenda,
          role,
          unread,
          ...(start && { from: start }),
          ...(end && { to: end }),
        })),

    /** Whether this person leads an agenda. */
    isCoordinator: (person: PersonId): boolean =>
      database
        .select({ agenda: memberships.agenda })
        .from(memberships)
        .where(and(eq(memberships.person, person), eq(memberships.role, 'coordinator')))
        .limit(1)
        .get() !== undefined,

    /** What the mandates of this person, as they hold on a day, ask of them until another, with the agenda's title. */
    openStepsOf: (person: PersonId, today: Day, until: Day): (OpenStep & { agenda: AgendaId; title: string })[] =>
      database
        .select({ step: openSteps, title: agendas.title })
        .from(openSteps)
        .innerJoin(agendas, eq(agendas.id, openSteps.agenda))
        .where(
          and(
            eq(openSteps.person, person),
            lte(openSteps.due, until),
            lte(openSteps.from, today),
            or(isNull(openSteps.until), gte(openSteps.until, today)),
          ),
        )
        .orderBy(asc(openSteps.due), asc(openSteps.seq))
        .all()
        .map(({ step, title }) => ({ ...step, title })),

    titleOf: (id: AgendaId): string | undefined =>
      database.select({ title: agendas.title }).from(agendas).where(eq(agendas.id, id)).get()?.title,

    /** The organisations at the tables that this person leads. */
    organisationsFor: (person: PersonId): Organisation[] =>
      database
        .select({ organisation: organisations })
        .from(organisations)
        .innerJoin(memberships, eq(memberships.agenda, organisations.agenda))
        .where(and(eq(memberships.person, person), eq(memberships.role, 'coordinator')))
        .orderBy(asc(organisations.name))
        .all()
        .map(({ organisation: { id, name, short, kind, code, website } }) => ({
          id,
          name,
          short,
          kind,
          ...(code && { code }),
          ...(website && { website }),
        })),

    /** All or nothing. The callback must not wait for anything. */
    transaction: <Result>(write: () => Result): Result => database.transaction(() => write()),

    /** Up to which letter a room was heard in its present life. */
    heardOf: (agenda: AgendaId, epoch: string): number => {
      const row = database.select().from(heard).where(eq(heard.agenda, agenda)).get()
      return row?.epoch === epoch ? row.seq : 0
    },

    setHeard: (agenda: AgendaId, epoch: string, seq: number): void => {
      database
        .insert(heard)
        .values({ agenda, epoch, seq })
        .onConflictDoUpdate({ target: heard.agenda, set: { epoch, seq } })
        .run()
    },

    /** Takes in what a room says of itself. The same news twice changes nothing. */
    takeNews(news: AgendaNews, at: number): void {
      const { agenda, title, region, from, to, parties, members, organisations: seated, openSteps: open } = news
      const row = { title, region, start: from ?? null, end: to ?? null, parties, people: members.length }
      database.transaction(() => {
        database
          .insert(agendas)
          .values({ id: agenda, ...row, createdAt: at })
          .onConflictDoUpdate({ target: agendas.id, set: row })
          .run()
        database.delete(memberships).where(eq(memberships.agenda, agenda)).run()
        for (const { person, role, unread, organisation } of members)
          database
            .insert(memberships)
            .values({ agenda, person, role, unread, organisation: organisation ?? null })
            .run()
        database.delete(organisations).where(eq(organisations.agenda, agenda)).run()
        for (const organisation of seated)
          database
            .insert(organisations)
            .values({ ...organisation, agenda })
            .run()
        if (open) database.delete(openSteps).where(eq(openSteps.agenda, agenda)).run()
        for (const step of open ?? [])
          database
            .insert(openSteps)
            .values({ ...step, agenda })
            .run()
      })
    },
  }

  function seatOf(person: PersonId) {
    return database
      .select({ name: organisations.name, kind: organisations.kind })
      .from(memberships)
      .innerJoin(
        organisations,
        and(eq(organisations.agenda, memberships.agenda), eq(organisations.id, memberships.organisation)),
      )
      .where(eq(memberships.person, person))
      .limit(1)
      .get()
  }
}
