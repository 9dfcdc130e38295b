import { and, asc, desc, eq, lt, lte, min, ne } from 'drizzle-orm'
import type { Database, Mail } from '../ports.ts'
import { mails } from './directory-schema.ts'

export type MailState = typeof mails.$inferSelect.state
/** A mail as it is kept: when it was written, and until when it is of use. */
export type KeptMail = Mail & { until: number }
export type WaitingMail = { seq: number; tries: number; mail: KeptMail }

export type MailStore = ReturnType<typeof makeMailStore>

/** Mails that wait to be sent, or are shown on this machine. The content of the others is gone. */
export function makeMailStore(database: Database) {
  return {
    add: (mail: KeptMail | undefined, state: MailState, at: number): void => {
      database
        .insert(mails)
        .values({ at, mail: mail ? JSON.stringify(mail) : '', tries: 0, nextAt: at, state })
        .run()
    },

    /** The oldest that is due. */
    due: (now: number): WaitingMail | undefined => {
      const row = database
        .select()
        .from(mails)
        .where(and(eq(mails.state, 'waiting'), lte(mails.nextAt, now)))
        .orderBy(asc(mails.nextAt), asc(mails.seq))
        .limit(1)
        .get()
      // Written by ourselves, above.
      return row && { seq: row.seq, tries: row.tries, mail: JSON.parse(row.mail) as KeptMail }
    },

    nextAt: (): number | undefined =>
      database
        .select({ nextAt: min(mails.nextAt) })
        .from(mails)
        .where(eq(mails.state, 'waiting'))
        .get()?.nextAt ?? undefined,

    retry: (seq: number, tries: number, nextAt: number): void => {
      database.update(mails).set({ tries, nextAt }).where(eq(mails.seq, seq)).run()
    },

    /** It was sent, or never will be: nobody needs to read it here any more. */
    end: (seq: number, state: 'sent' | 'failed', tries: number): void => {
      database.update(mails).set({ state, tries, mail: '' }).where(eq(mails.seq, seq)).run()
    },

    local: (): { at: number; mail: KeptMail }[] =>
      database
        .select()
        .from(mails)
        .where(eq(mails.state, 'local'))
        .orderBy(desc(mails.seq))
        .all()
        // Written by ourselves, above.
        .map(({ at, mail }) => ({ at, mail: JSON.parse(mail) as KeptMail })),

    removeAll: (): void => {
      database.delete(mails).run()
    },

    /** What is not waiting any more is forgotten after a while. */
    removeBefore: (at: number): void => {
      database
        .delete(mails)
        .where(and(lt(mails.at, at), ne(mails.state, 'waiting')))
        .run()
    },
  }
}
