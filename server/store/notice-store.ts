import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { DigestRhythm, NoticeKind } from '../../shared/account.ts'
import type { AgendaId, CommentId, ItemId, PersonId } from '../../shared/ids.ts'
import { rights } from '../../shared/rights.ts'
import type { Database } from '../ports.ts'
import { agendas, memberships, notices, people } from './directory-schema.ts'

export type Notice = typeof notices.$inferSelect
export type NewNotice = Omit<Notice, 'seq' | 'readAt' | 'mailedAt'>

/** What a notice tells is of the living agenda: only for who may see that now, whatever they were when it happened. */
const maySee = and(
  eq(memberships.person, notices.person),
  eq(memberships.agenda, notices.agenda),
  inArray(memberships.role, [...rights['read-draft']]),
)

export type NoticeStore = ReturnType<typeof makeNoticeStore>

/** What happened for somebody, until it was told or read. */
export function makeNoticeStore(database: Database) {
  return {
    add: (notice: NewNotice): void => {
      database.insert(notices).values(notice).run()
    },

    /** Nothing may quote this comment any more. */
    removeComment: (agenda: AgendaId, comment: CommentId): void => {
      database
        .delete(notices)
        .where(and(eq(notices.agenda, agenda), eq(notices.comment, comment)))
        .run()
    },

    /** Its author corrected a comment: what no mail told yet quotes what it says now. */
    requote: (agenda: AgendaId, comment: CommentId, excerpt: string): void => {
      database
        .update(notices)
        .set({ excerpt })
        .where(
          and(
            eq(notices.agenda, agenda),
            eq(notices.comment, comment),
            inArray(notices.kind, ['mention', 'reply', 'comment']),
          ),
        )
        .run()
    },

    markRead: (person: PersonId, agenda: AgendaId, item: ItemId, at: number): void => {
      database
        .update(notices)
        .set({ readAt: at })
        .where(
          and(eq(notices.person, person), eq(notices.agenda, agenda), eq(notices.item, item), isNull(notices.readAt)),
        )
        .run()
    },

    /** What this person has not read, on the agendas that they are still on, the newest first. */
    unread: (person: PersonId, most: number): Notice[] =>
      database
        .select(getTableColumns(notices))
        .from(notices)
        .innerJoin(memberships, maySee)
        .where(and(eq(notices.person, person), isNull(notices.readAt)))
        .orderBy(desc(notices.at), desc(notices.seq))
        .limit(most)
        .all(),

    /** Who has something that no mail told yet and that they did not read, and since when: of all of it, and of what cannot wait. */
    waitingPeople: (): { person: PersonId; rhythm: DigestRhythm; oldest: number; oldestUrgent: number | undefined }[] =>
      database
        .select({
          person: notices.person,
          rhythm: people.digest,
          oldest: sql<number>`min(${notices.at})`,
          oldestUrgent: sql<number | null>`min(case when ${notices.kind} <> 'comment' then ${notices.at} end)`,
        })
        .from(notices)
        .innerJoin(people, eq(people.id, notices.person))
        .innerJoin(memberships, maySee)
        .where(
          and(isNull(notices.readAt), isNull(notices.mailedAt), isNotNull(people.email), ne(people.digest, 'none')),
        )
        .groupBy(notices.person)
        .all()
        .map(({ oldestUrgent, ...row }) => ({ ...row, oldestUrgent: oldestUrgent ?? undefined })),

    /** What no mail told this person yet, of these kinds if they are given, the oldest first. */
    pending: (person: PersonId, kinds?: readonly NoticeKind[]): Notice[] =>
      database
        .select(getTableColumns(notices))
        .from(notices)
        .innerJoin(memberships, maySee)
        .where(
          and(
            eq(notices.person, person),
            isNull(notices.readAt),
            isNull(notices.mailedAt),
            kinds && inArray(notices.kind, [...kinds]),
          ),
        )
        .orderBy(asc(notices.at), asc(notices.seq))
        .all(),

    markMailed: (seqs: readonly number[], at: number): void => {
      for (const seq of seqs) database.update(notices).set({ mailedAt: at }).where(eq(notices.seq, seq)).run()
    },

    /** What happened long ago is no news any more, read or not. */
    removeBefore: (at: number): void => {
      database.delete(notices).where(lt(notices.at, at)).run()
    },

    /** The agendas on which this person has comments to read. */
    unreadAgendas: (person: PersonId): { agenda: AgendaId; title: string; unread: number }[] =>
      database
        .select({ agenda: agendas.id, title: agendas.title, unread: memberships.unread })
        .from(memberships)
        .innerJoin(agendas, eq(memberships.agenda, agendas.id))
        .where(eq(memberships.person, person))
        .orderBy(desc(agendas.createdAt))
        .all()
        .filter(({ unread }) => unread > 0),
  }
}
