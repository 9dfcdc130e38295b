import * as v from 'valibot'
import { type CommentId, type ItemId, isId, type OrganisationId, type PersonId } from './ids.ts'

// Comments: what somebody said about an item or a passage. Part of the HTTP contract under /api/v1/agendas/<id>.

/** The longest comment, in UTF-16 units. */
export const longestComment = 5_000
export const reactionKinds = ['thumb', 'heart', 'idea', 'question'] as const
export type ReactionKind = (typeof reactionKinds)[number]
/** What was done with a contribution. */
export const answerOutcomes = ['taken-over', 'partly', 'not'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

const moment = v.string()
const commentText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestComment))
const reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000))
const base64 = v.pipe(v.string(), v.maxLength(400), v.regex(/^[A-Za-z0-9+/]*={0,2}$/))

/**
 * The passage that a comment is about: relative positions in the field's live text, and the words themselves with up to
 * 32 characters on either side, by which it is found again when the positions fail.
 */
export const anchor = v.strictObject({
  field: v.picklist(['title', 'body']),
  start: base64,
  end: base64,
  quote: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  before: v.pipe(v.string(), v.maxLength(32)),
  after: v.pipe(v.string(), v.maxLength(32)),
})
export type Anchor = v.InferOutput<typeof anchor>

export const mentions = v.strictObject({
  people: v.pipe(v.array(v.custom<PersonId>(isId)), v.maxLength(20)),
  organisations: v.pipe(v.array(v.custom<OrganisationId>(isId)), v.maxLength(20)),
})
export type Mentions = v.InferOutput<typeof mentions>

/** POST …/comments. The client makes the id. A reply names the comment that began the thread. */
export const newComment = v.strictObject({
  id: v.custom<CommentId>(isId),
  item: v.custom<ItemId>(isId),
  thread: v.optional(v.custom<CommentId>(isId)),
  text: commentText,
  /** The organisation for which its author speaks: one of their own. */
  organisation: v.custom<OrganisationId>(isId),
  anchor: v.optional(anchor),
  mentions: v.optional(mentions),
})
export type NewComment = v.InferOutput<typeof newComment>

/** PATCH …/comments/<comment>: its author corrects it. The earlier text is kept. */
export const correction = v.strictObject({ text: commentText, mentions: v.optional(mentions) })
export type Correction = v.InferOutput<typeof correction>

/**
 * PUT …/comments/<comment>/state. Withdrawn by its author; hidden, with a reason, or shown again by a coordinator;
 * reported as holding personal data by anyone who may comment.
 */
export const stateChange = v.variant('state', [
  v.strictObject({ state: v.literal('withdrawn') }),
  v.strictObject({ state: v.literal('hidden'), reason }),
  v.strictObject({ state: v.literal('reported'), reason }),
  v.strictObject({ state: v.literal('shown') }),
])
export type StateChange = v.InferOutput<typeof stateChange>

/** PUT …/comments/<comment>/reactions */
export const reactionChange = v.strictObject({ kind: v.picklist(reactionKinds), on: v.boolean() })
export type ReactionChange = v.InferOutput<typeof reactionChange>

/** PUT …/comments/<comment>/answer: on the first comment of a thread, by an editor or coordinator, for an organisation of their own. */
export const newAnswer = v.strictObject({
  outcome: v.picklist(answerOutcomes),
  reason,
  organisation: v.custom<OrganisationId>(isId),
})
export type NewAnswer = v.InferOutput<typeof newAnswer>

/** PUT …/read: this person has read the comments of an item up to this change. */
export const readMark = v.strictObject({
  item: v.custom<ItemId>(isId),
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type ReadMark = v.InferOutput<typeof readMark>

const person = v.custom<PersonId>(isId)
const commentState = v.variant('state', [
  v.object({ state: v.literal('shown') }),
  v.object({ state: v.literal('withdrawn'), at: moment }),
  v.object({ state: v.literal('hidden'), at: moment, by: person, reason: v.string() }),
  v.object({ state: v.literal('reported'), at: moment, by: person }),
])
export type CommentState = v.InferOutput<typeof commentState>

/** A comment as it is shown. Of one that is not shown the text is empty, save for who may see it nonetheless. */
export const comment = v.object({
  id: v.custom<CommentId>(isId),
  /** The comment that began the thread: its own id when it did. */
  thread: v.custom<CommentId>(isId),
  item: v.custom<ItemId>(isId),
  person,
  organisation: v.custom<OrganisationId>(isId),
  text: v.string(),
  at: moment,
  editedAt: v.optional(moment),
  state: commentState,
  anchor: v.optional(anchor),
  mentions,
  reactions: v.array(v.object({ kind: v.picklist(reactionKinds), people: v.array(person) })),
  answer: v.optional(
    v.object({
      outcome: v.picklist(answerOutcomes),
      reason: v.string(),
      person,
      organisation: v.custom<OrganisationId>(isId),
      at: moment,
    }),
  ),
  /** The change of the agenda's comments that made it what it is; each change has the next number. */
  seq: v.number(),
  /** The change with which it came. */
  news: v.optional(v.number()),
})
export type Comment = v.InferOutput<typeof comment>

/** Whether a comment is news to somebody who read those of its item up to a change: a reaction or correction is none. */
export function isUnread({ person, state, seq, news = seq }: Comment, reader: PersonId, read: number): boolean {
  return person !== reader && state.state === 'shown' && news > read
}

/** GET …/comments[?since=<seq>]: all of them, or those that changed since; and how far this person has read, per item. */
export const comments = v.object({
  comments: v.array(comment),
  seq: v.number(),
  read: v.record(v.string(), v.number()),
})
export type Comments = v.InferOutput<typeof comments>

/** GET …/comments/<comment>/texts: what it said before it was corrected, the first text first. */
export const earlierTexts = v.object({ texts: v.array(v.object({ text: v.string(), until: moment })) })
export type EarlierTexts = v.InferOutput<typeof earlierTexts>

/** PUT …/visit: this person is here now; the answer says when they were here before. */
export const visit = v.object({ before: v.optional(moment) })
export type Visit = v.InferOutput<typeof visit>

/** GET …/audit: the audit trail, the first line first. */
export const auditTrail = v.object({
  lines: v.array(
    v.object({
      seq: v.number(),
      at: moment,
      person: v.string(),
      kind: v.string(),
      subject: v.record(v.string(), v.union([v.string(), v.number()])),
      contentHash: v.nullable(v.string()),
      hash: v.string(),
    }),
  ),
})
export type AuditTrail = v.InferOutput<typeof auditTrail>
