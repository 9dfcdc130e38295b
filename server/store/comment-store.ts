import { and, asc, desc, eq, gt, inArray, isNull, max, ne, sql } from 'drizzle-orm'
import type { CommentId, ItemId, PersonId } from '../../shared/ids.ts'
import type { Database } from '../ports.ts'
import { answers, commentStates, comments, commentTexts, reactions, readMarks, visits } from './comment-schema.ts'
import { members } from './room-schema.ts'

export type CommentRow = typeof comments.$inferSelect
export type CommentTextRow = typeof commentTexts.$inferSelect
export type CommentStateRow = typeof commentStates.$inferSelect
export type ReactionRow = typeof reactions.$inferSelect
export type AnswerRow = typeof answers.$inferSelect

export type CommentReader = ReturnType<typeof makeCommentReader>
export type CommentWriter = ReturnType<typeof makeCommentWriter>
export type CommentStore = CommentReader & CommentWriter

/** Reads what was said on one agenda. */
export function makeCommentReader(database: Database) {
  const changedSince = (seq: number) => database.select({ id: comments.id }).from(comments).where(gt(comments.seq, seq))
  const isNews = and(eq(comments.state, 'shown'), sql`${comments.news} > coalesce(${readMarks.seq}, 0)`)

  return {
    comment: (id: CommentId): CommentRow | undefined =>
      database.select().from(comments).where(eq(comments.id, id)).get(),

    /** Those that changed after a change, in the order of their last changes. */
    comments: (since: number): CommentRow[] =>
      database.select().from(comments).where(gt(comments.seq, since)).orderBy(asc(comments.seq)).all(),

    /** The reactions to those, the first one first. */
    reactions: (since: number): ReactionRow[] =>
      database
        .select()
        .from(reactions)
        .where(inArray(reactions.comment, changedSince(since)))
        .orderBy(asc(reactions.at), asc(reactions.comment), asc(reactions.person), asc(reactions.kind))
        .all(),

    /** The answers to those, earlier ones too, the first one first. */
    answers: (since: number): AnswerRow[] =>
      database
        .select()
        .from(answers)
        .where(inArray(answers.comment, changedSince(since)))
        .orderBy(asc(answers.seq))
        .all(),

    reactionsTo: (comment: CommentId): ReactionRow[] =>
      database
        .select()
        .from(reactions)
        .where(eq(reactions.comment, comment))
        .orderBy(asc(reactions.at), asc(reactions.person), asc(reactions.kind))
        .all(),

    /** The answer that counts. */
    answerTo: (comment: CommentId): AnswerRow | undefined =>
      database.select().from(answers).where(eq(answers.comment, comment)).orderBy(desc(answers.seq)).limit(1).get(),

    /** What a comment said before, the first text first. */
    texts: (comment: CommentId): CommentTextRow[] =>
      database.select().from(commentTexts).where(eq(commentTexts.comment, comment)).orderBy(asc(sql`rowid`)).all(),

    /** What was done about a comment, the first thing first. */
    states: (comment: CommentId): CommentStateRow[] =>
      database
        .select()
        .from(commentStates)
        .where(eq(commentStates.comment, comment))
        .orderBy(asc(commentStates.seq))
        .all(),

    everyText: (): CommentTextRow[] => database.select().from(commentTexts).orderBy(asc(sql`rowid`)).all(),

    /** Of every comment, also of one that is not there: what is changed from outside must be seen. */
    everyReaction: (): ReactionRow[] =>
      database
        .select()
        .from(reactions)
        .orderBy(asc(reactions.at), asc(reactions.comment), asc(reactions.person), asc(reactions.kind))
        .all(),

    everyAnswer: (): AnswerRow[] => database.select().from(answers).orderBy(asc(answers.seq)).all(),

    everyState: (): CommentStateRow[] => database.select().from(commentStates).orderBy(asc(commentStates.seq)).all(),

    /** Who wrote in a thread. */
    authors: (item: ItemId, thread: CommentId): PersonId[] =>
      database
        .selectDistinct({ person: comments.person })
        .from(comments)
        .where(and(eq(comments.item, item), eq(comments.thread, thread), ne(comments.state, 'withdrawn')))
        .orderBy(asc(comments.person))
        .all()
        .map(({ person }) => person),

    /** The number of the last change of all. */
    lastSeq: (): number =>
      database
        .select({ seq: max(comments.seq) })
        .from(comments)
        .get()?.seq ?? 0,

    /** How far this person has read, per item. */
    readMarks: (person: PersonId): Record<ItemId, number> =>
      Object.fromEntries(
        database
          .select()
          .from(readMarks)
          .where(eq(readMarks.person, person))
          .all()
          .map(({ item, seq }) => [item, seq]),
      ),

    /** How many comments of others this person has not read: see `isUnread` in shared/comment.ts. */
    unreadOf: (person: PersonId): number =>
      database
        .select({ count: sql<number>`count(*)` })
        .from(comments)
        .leftJoin(readMarks, and(eq(readMarks.item, comments.item), eq(readMarks.person, person)))
        .where(and(isNews, ne(comments.person, person)))
        .get()?.count ?? 0,

    /**
     * The same for everyone who is on the agenda; who has read everything is not in it. Each comment is read once, and not
     * once for everyone: of 5,000 comments and 100 people that took most of a second.
     */
    unread(): Map<PersonId, number> {
      const shown = database
        .select({ item: comments.item, person: comments.person, news: comments.news })
        .from(comments)
        .where(and(eq(comments.state, 'shown'), gt(comments.news, 0)))
        .orderBy(asc(comments.news))
        .all()
      const byItem = Map.groupBy(shown, ({ item }) => item)
      const byPerson = Map.groupBy(shown, ({ person }) => person)
      const own = Map.groupBy(shown, ({ item, person }) => `${item} ${person}`)
      const here = database.select({ person: members.person }).from(members).where(isNull(members.endedAt)).all()
      const unread = new Map(
        here.map(({ person }) => [person, shown.length - (byPerson.get(person)?.length ?? 0)] as const),
      )
      for (const { person, item, seq } of database.select().from(readMarks).all()) {
        const read = newsUpTo(byItem.get(item), seq) - newsUpTo(own.get(`${item} ${person}`), seq)
        const before = unread.get(person)
        if (before !== undefined) unread.set(person, before - read)
      }
      return new Map([...unread].filter(([, count]) => count > 0))
    },

    /** When this person was here last, and the time before that. */
    visit: (person: PersonId): { at: number; before: number | null } | undefined =>
      database.select({ at: visits.at, before: visits.before }).from(visits).where(eq(visits.person, person)).get(),
  }
}

/** Writes it; inside a turn of the record. */
export function makeCommentWriter(database: Database) {
  return {
    addComment: (row: CommentRow): void => {
      database.insert(comments).values(row).run()
    },

    changeComment: (id: CommentId, change: Partial<Omit<CommentRow, 'id'>> & { seq: number }): void => {
      database.update(comments).set(change).where(eq(comments.id, id)).run()
    },

    addText: (row: CommentTextRow): void => {
      database.insert(commentTexts).values(row).run()
    },

    addState: (row: Omit<CommentStateRow, 'seq'>): void => {
      database.insert(commentStates).values(row).run()
    },

    addReaction: (row: ReactionRow): void => {
      database.insert(reactions).values(row).run()
    },

    removeReaction: ({ comment, person, kind }: Omit<ReactionRow, 'at'>): void => {
      database
        .delete(reactions)
        .where(and(eq(reactions.comment, comment), eq(reactions.person, person), eq(reactions.kind, kind)))
        .run()
    },

    addAnswer: (row: Omit<AnswerRow, 'seq'>): void => {
      database.insert(answers).values(row).run()
    },

    setReadMark: (person: PersonId, item: ItemId, seq: number): void => {
      database
        .insert(readMarks)
        .values({ person, item, seq })
        .onConflictDoUpdate({ target: [readMarks.person, readMarks.item], set: { seq } })
        .run()
    },

    setVisit: (person: PersonId, at: number, before: number | null): void => {
      database
        .insert(visits)
        .values({ person, at, before })
        .onConflictDoUpdate({ target: visits.person, set: { at, before } })
        .run()
    },
  }
}

/** How many of these came with a change up to this one; they are in the order in which they came. */
function newsUpTo(rows: readonly { news: number }[] = [], seq: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.news ?? 0) <= seq) low = middle + 1
    else high = middle
  }
  return low
}
