import { and, count, eq, gt, isNull, lt, min } from 'drizzle-orm'
import type { AgendaId, InvitationId } from '../../shared/ids.ts'
import type { Database } from '../ports.ts'
import { openInvitations, tokens } from './directory-schema.ts'

export type Token = typeof tokens.$inferSelect
export type TokenKind = Token['kind']
export type NewToken = Pick<Token, 'hash' | 'kind' | 'until' | 'madeAt'> & Partial<Token>
export type OpenInvitation = typeof openInvitations.$inferSelect

export type DoorStore = ReturnType<typeof makeDoorStore>

/** The ways in: tokens by their hash, and the invitations that are open. */
export function makeDoorStore(database: Database) {
  return {
    addToken: (token: NewToken): void => {
      database
        .insert(tokens)
        .values({ tries: 0, ...token })
        .run()
    },

    token: (hash: string): Token | undefined => database.select().from(tokens).where(eq(tokens.hash, hash)).get(),

    /** What was asked for with this address in this window, whatever became of it. */
    askedIn: (window: string, email: string): Token[] =>
      database
        .select()
        .from(tokens)
        .where(and(eq(tokens.window, window), eq(tokens.email, email), eq(tokens.kind, 'sign-in')))
        .all(),

    /** How often a mail was asked for with this address since then, and when first. */
    asked: (kind: TokenKind, email: string, since: number): { times: number; first: number } => {
      const found = database
        .select({ times: count(), first: min(tokens.madeAt) })
        .from(tokens)
        .where(and(eq(tokens.email, email), eq(tokens.kind, kind), gt(tokens.madeAt, since)))
        .get()
      return { times: found?.times ?? 0, first: found?.first ?? since }
    },

    /** When the newest of a kind that still works was made. */
    newest: (kind: TokenKind, now: number): number | undefined =>
      database
        .select()
        .from(tokens)
        .where(and(eq(tokens.kind, kind), gt(tokens.until, now), isNull(tokens.usedAt)))
        .all()
        .reduce<number | undefined>((newest, { madeAt }) => Math.max(newest ?? 0, madeAt), undefined),

    countTry: (hash: string, tries: number): void => {
      database.update(tokens).set({ tries }).where(eq(tokens.hash, hash)).run()
    },

    useToken: (hash: string, at: number): void => {
      database.update(tokens).set({ usedAt: at, name: null }).where(eq(tokens.hash, hash)).run()
    },

    /** They are of no use any more; that they were mailed still counts. */
    endTokensOf: (agenda: AgendaId, subject: string, at: number): void => {
      database
        .update(tokens)
        .set({ usedAt: at })
        .where(and(eq(tokens.agenda, agenda), eq(tokens.subject, subject), isNull(tokens.usedAt)))
        .run()
    },

    removeTokens: (kind: TokenKind): void => {
      database.delete(tokens).where(eq(tokens.kind, kind)).run()
    },

    removeAllTokens: (): void => {
      database.delete(tokens).run()
    },

    removeTokensBefore: (until: number): void => {
      database.delete(tokens).where(lt(tokens.until, until)).run()
    },

    setInvitation: (invitation: OpenInvitation): void => {
      const { email, until } = invitation
      database
        .insert(openInvitations)
        .values(invitation)
        .onConflictDoUpdate({
          target: [openInvitations.agenda, openInvitations.invitation],
          set: { email, until },
        })
        .run()
    },

    removeInvitation: (agenda: AgendaId, invitation: InvitationId): void => {
      database
        .delete(openInvitations)
        .where(and(eq(openInvitations.agenda, agenda), eq(openInvitations.invitation, invitation)))
        .run()
    },

    /** By which somebody with this address comes in. */
    invitationsOf: (email: string, now: number): OpenInvitation[] =>
      database
        .select()
        .from(openInvitations)
        .where(and(eq(openInvitations.email, email), gt(openInvitations.until, now)))
        .all(),
  }
}
