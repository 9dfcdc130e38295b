import { and, asc, eq, inArray, isNull, max, min } from 'drizzle-orm'
import type { Member, Organisation } from '../../shared/agenda.ts'
import type { CommentLinkId, InvitationId, MandateId, OrganisationId, PersonId } from '../../shared/ids.ts'
import type { Mandate } from '../../shared/people.ts'
import type { Database } from '../ports.ts'
import { capacities, commentLinks, invitations, mandateOf, mandates } from './people-schema.ts'
import { members, organisations, updates } from './room-schema.ts'

export type InvitationRow = typeof invitations.$inferSelect
export type CommentLinkRow = typeof commentLinks.$inferSelect
export type MandateRow = typeof mandates.$inferSelect
export type ContactRow = { person: PersonId; email: string | null; since: number; endedAt: number | null }

/** A member with all that is on record of them save their address, also of who is no longer on the agenda. */
export type MemberRecord = Omit<Member, 'mandates'> & {
  mandates?: (Mandate & { endedAt?: number })[]
  since: number
  endedAt?: number
}

export type PeopleReader = ReturnType<typeof makePeopleReader>
export type PeopleWriter = ReturnType<typeof makePeopleWriter>

/** Reads who is on an agenda, and the ways in. */
export function makePeopleReader(database: Database) {
  /** Of who was there before this was written down it is known only that they were not there before the first edit. */
  const firstEdit = () =>
    database
      .select({ at: min(updates.at) })
      .from(updates)
      .get()?.at ?? 0

  return {
    /** When somebody came, and where they get mail; also of who is no longer on the agenda. */
    contact: (person: PersonId): ContactRow | undefined =>
      database
        .select({ person: members.person, email: members.email, since: members.since, endedAt: members.endedAt })
        .from(members)
        .where(eq(members.person, person))
        .get(),

    contacts(): ContactRow[] {
      const began = firstEdit()
      return database
        .select({ person: members.person, email: members.email, since: members.since, endedAt: members.endedAt })
        .from(members)
        .where(isNull(members.endedAt))
        .orderBy(asc(members.position))
        .all()
        .map((row) => ({ ...row, since: row.since || began }))
    },

    memberByEmail: (email: string): PersonId | undefined =>
      database
        .select({ person: members.person })
        .from(members)
        .where(and(eq(members.email, email), isNull(members.endedAt)))
        .get()?.person,

    /** Everyone who ever was on the agenda, with the mandates that ended as well. */
    memberRecords(): MemberRecord[] {
      const others = Map.groupBy(database.select().from(capacities).all(), ({ person }) => person)
      const held = Map.groupBy(database.select().from(mandates).all(), ({ person }) => person)
      return database
        .select()
        .from(members)
        .orderBy(asc(members.position))
        .all()
        .map(({ person, name, initials, organisation, role, since, endedAt }) => {
          const alsoFor = others.get(person)?.map((capacity) => capacity.organisation)
          const mandatesOf = held
            .get(person)
            ?.map((row) => ({ ...mandateOf(row), ...(row.endedAt !== null && { endedAt: row.endedAt }) }))
          return {
            person,
            name,
            initials,
            organisation,
            ...(alsoFor && { alsoFor }),
            ...(mandatesOf && { mandates: mandatesOf }),
            role,
            since,
            ...(endedAt !== null && { endedAt }),
          }
        })
    },

    mandate: (id: MandateId): MandateRow | undefined =>
      database.select().from(mandates).where(eq(mandates.id, id)).get(),

    invitation: (id: InvitationId): InvitationRow | undefined =>
      database.select().from(invitations).where(eq(invitations.id, id)).get(),

    invitations: (): InvitationRow[] =>
      database.select().from(invitations).orderBy(asc(invitations.invitedAt), asc(invitations.email)).all(),

    /** Those to an address by which somebody may come in yet, unless their time is over. */
    unansweredTo: (email: string): InvitationRow[] =>
      database
        .select()
        .from(invitations)
        .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
        .all(),

    commentLink: (id: CommentLinkId): CommentLinkRow | undefined =>
      database.select().from(commentLinks).where(eq(commentLinks.id, id)).get(),

    commentLinks: (): CommentLinkRow[] => database.select().from(commentLinks).orderBy(asc(commentLinks.madeAt)).all(),
  }
}

/** Writes who is on an agenda, and the ways in. Belongs in a transaction. */
export function makePeopleWriter(database: Database) {
  const last = (table: typeof members | typeof organisations) =>
    database
      .select({ position: max(table.position) })
      .from(table)
      .get()?.position ?? -1

  const writer = {
    addMember(record: MemberRecord, email?: string): void {
      const { alsoFor = [], mandates: held = [], ...member } = record
      database
        .insert(members)
        .values({ ...member, ...(email !== undefined && { email }), position: last(members) + 1 })
        .run()
      writer.setCapacities(member.person, alsoFor)
      for (const { endedAt, ...mandate } of held) writer.putMandate(member.person, mandate, endedAt)
    },

    changeMember: (
      person: PersonId,
      change: Partial<Pick<typeof members.$inferInsert, 'name' | 'initials' | 'organisation' | 'role' | 'email'>> &
        Partial<Pick<typeof members.$inferInsert, 'since' | 'endedAt'>>,
    ): void => {
      database.update(members).set(change).where(eq(members.person, person)).run()
    },

    /** The other organisations for which a member may act, in this order. */
    setCapacities(person: PersonId, others: readonly OrganisationId[]): void {
      database.delete(capacities).where(eq(capacities.person, person)).run()
      for (const organisation of others) database.insert(capacities).values({ person, organisation }).run()
    },

    putMandate(person: PersonId, mandate: Mandate, endedAt?: number): void {
      const { id, ...terms } = mandate
      const row = { ...terms, until: terms.until ?? null, deputy: terms.deputy ?? null, endedAt: endedAt ?? null }
      database
        .insert(mandates)
        .values({ id, person, ...row })
        .onConflictDoUpdate({ target: mandates.id, set: row })
        .run()
    },

    endMandates(ids: readonly MandateId[], at: number): void {
      if (ids.length === 0) return
      database
        .update(mandates)
        .set({ endedAt: at })
        .where(inArray(mandates.id, [...ids]))
        .run()
    },

    addOrganisation: (organisation: Organisation): void => {
      database
        .insert(organisations)
        .values({ ...organisation, position: last(organisations) + 1 })
        .run()
    },

    /** `null` takes a code or website away. */
    changeOrganisation: (
      id: OrganisationId,
      change: Partial<Pick<typeof organisations.$inferInsert, 'name' | 'short' | 'kind' | 'code' | 'website'>>,
    ): void => {
      database.update(organisations).set(change).where(eq(organisations.id, id)).run()
    },

    addInvitation: (row: InvitationRow): void => {
      database.insert(invitations).values(row).run()
    },

    changeInvitation: (
      id: InvitationId,
      change: Partial<Pick<InvitationRow, 'sentAt' | 'until' | 'person' | 'acceptedAt' | 'withdrawnAt'>>,
    ): void => {
      database.update(invitations).set(change).where(eq(invitations.id, id)).run()
    },

    addCommentLink: (row: CommentLinkRow): void => {
      database.insert(commentLinks).values(row).run()
    },

    changeCommentLink: (id: CommentLinkId, change: Partial<Pick<CommentLinkRow, 'used' | 'withdrawnAt'>>): void => {
      database.update(commentLinks).set(change).where(eq(commentLinks.id, id)).run()
    },
  }
  return writer
}
