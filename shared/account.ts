import * as v from 'valibot'
import { bodies, capacities } from './adoption.ts'
import { type Organisation, organisationKinds } from './agenda.ts'
import type { Me } from './api.ts'
import { type Day, isDay } from './date.ts'
import {
  type AgendaId,
  type CommentId,
  type CommentLinkId,
  type ItemId,
  isId,
  type OrganisationId,
  type StepId,
} from './ids.ts'
import { emailAddress } from './people.ts'

// Signing in, sessions, and what a person set for themselves. Part of the HTTP contract under /api/v1.

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))

/** How long a link or code works, in ms; and how often a code may be tried. */
export const signInLasts = 15 * 60_000
export const codeTries = 5
export const codeLength = 6

/** POST /session/link: asks for a mail with a link and a code. The answer is 202 whether or not the address is known. */
export const linkRequest = v.strictObject({ email: emailAddress })

/**
 * POST /session: redeems what a mail or the terminal gave. `token`: from the link. `code`: for the window that asked, which
 * is known by a cookie. `name`: asked for when the answer is the problem `name-needed`, and sent with the same token again.
 */
export const redemption = v.union([
  v.strictObject({
    token: line(100),
    name: v.optional(line(100)),
    /** Only for the first link of a new board: what region, and for which organisation this person works. */
    first: v.optional(
      v.strictObject({
        email: emailAddress,
        region: line(100),
        organisation: line(200),
        organisationKind: v.picklist(organisationKinds),
      }),
    ),
  }),
  v.strictObject({
    email: emailAddress,
    code: v.pipe(v.string(), v.trim(), v.regex(/^\d{6}$/)),
    name: v.optional(line(100)),
  }),
])
export type Redemption = v.InferOutput<typeof redemption>

/** POST /session/look: what a token is for, so that its page can say so. Changes nothing. */
export const tokenQuestion = v.strictObject({ token: line(100) })
export const tokenMeaning = v.object({
  kind: v.picklist(['sign-in', 'invitation', 'join', 'first']),
  /** Whether its redemption has to bring a name. */
  needsName: v.boolean(),
  /** The title of the agenda that an invitation or comment link leads to, as far as it is known. */
  agenda: v.optional(v.string()),
})
export type TokenMeaning = v.InferOutput<typeof tokenMeaning>

/**
 * The answer to POST /session. `agenda`: where the invitation or comment link leads; `over`: it ended in the meantime, so
 * that its agenda is not among one's own.
 */
export type Arrival = { me: Me; agenda?: AgendaId; over: boolean }

/** POST /session/join: by a shared comment link. The answer is 202: a mail asks to confirm. */
export const joinRequest = v.strictObject({
  agenda: v.custom<AgendaId>(isId),
  link: v.custom<CommentLinkId>(isId),
  secret: line(100),
  name: line(100),
  email: emailAddress,
})
export type JoinRequest = v.InferOutput<typeof joinRequest>

/** GET /sessions: where this person is signed in. */
export const sessions = v.object({
  sessions: v.array(
    v.object({
      id: v.string(),
      /** The browser and system, as it named itself when it came in. */
      device: v.string(),
      createdAt: v.string(),
      seenAt: v.string(),
      isThis: v.boolean(),
    }),
  ),
})
export type Sessions = v.InferOutput<typeof sessions>

export const digestRhythms = ['at-once', 'daily', 'weekly', 'none'] as const
export type DigestRhythm = (typeof digestRhythms)[number]

/** GET and PATCH /me/settings. `at-once` is for mentions and answers; the rest of the news waits for the day's mail. */
export const personSettings = v.strictObject({ digest: v.picklist(digestRhythms) })
export type PersonSettings = v.InferOutput<typeof personSettings>

export const noticeKinds = ['mention', 'reply', 'answer', 'reported', 'comment'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** GET /me/waiting: what waits for me on my agendas, the newest first. */
export const waiting = v.object({
  /** Steps in adoptions that a mandate of mine asks of me, late or soon due; the earliest first. */
  steps: v.array(
    v.object({
      agenda: v.custom<AgendaId>(isId),
      title: v.string(),
      version: v.number(),
      organisation: v.custom<OrganisationId>(isId),
      party: v.string(),
      step: v.custom<StepId>(isId),
      body: v.picklist(bodies),
      name: v.optional(v.string()),
      capacity: v.picklist(capacities),
      due: v.custom<Day>(isDay),
    }),
  ),
  agendas: v.array(v.object({ agenda: v.custom<AgendaId>(isId), title: v.string(), unread: v.number() })),
  notices: v.array(
    v.object({
      agenda: v.custom<AgendaId>(isId),
      item: v.custom<ItemId>(isId),
      itemTitle: v.string(),
      comment: v.custom<CommentId>(isId),
      kind: v.picklist(noticeKinds),
      by: v.string(),
      at: v.string(),
    }),
  ),
})
export type Waiting = v.InferOutput<typeof waiting>

/** GET /organisations: those at the tables of which I am the coordinator, to choose from at the next. */
export type KnownOrganisations = { organisations: Organisation[] }

/** GET /outbox, on this machine only: the mails of the last day, the newest first. */
export type Outbox = { mails: LocalMail[] }
export type LocalMail = { at: string; to: string; subject: string; text: string }
