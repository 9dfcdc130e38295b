import type { Member } from '../../../shared/agenda.ts'
import { type Anchor, type Comment, type CommentState, type Mentions, reactionKinds } from '../../../shared/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { may } from '../../../shared/rights.ts'
import type { AnswerRow, CommentReader, CommentRow, ReactionRow } from '../../store/comment-store.ts'

/** Who a comment is shown to: one member, or everybody who is here, among whom are those who may not see all of it. */
export type Viewer = Pick<Member, 'person' | 'role'> | 'everybody'

/** Of a comment that is not shown, only its author and those who moderate see what it says (rule C2). */
export function maySeeText(viewer: Viewer, { state, person }: Pick<CommentRow, 'state' | 'person'>): boolean {
  if (state === 'shown') return true
  return viewer !== 'everybody' && (viewer.person === person || may(viewer.role, 'moderate-comments'))
}

/** One comment as it stands now. */
export function shownComment(comments: CommentReader, row: CommentRow, viewer: Viewer): Comment {
  return toComment(row, comments.reactionsTo(row.id), comments.answerTo(row.id), viewer)
}

/** All comments that changed after a change, in the order of their last changes. */
export function shownComments(comments: CommentReader, since: number, viewer: Viewer): Comment[] {
  const reactions = Map.groupBy(comments.reactions(since), ({ comment }) => comment)
  // Of several answers the last one is left in the map.
  const answers = new Map<CommentId, AnswerRow>(comments.answers(since).map((answer) => [answer.comment, answer]))
  return comments.comments(since).map((row) => toComment(row, reactions.get(row.id) ?? [], answers.get(row.id), viewer))
}

function toComment(row: CommentRow, reactions: ReactionRow[], answer: AnswerRow | undefined, viewer: Viewer): Comment {
  const { id, thread, item, person, organisation, text, at, editedAt, anchor, mentions, seq, news } = row
  const isTold = maySeeText(viewer, row)
  return {
    id,
    thread,
    item,
    person,
    organisation,
    text: isTold ? text : '',
    at: momentOf(at),
    ...(editedAt !== null && { editedAt: momentOf(editedAt) }),
    state: stateOf(row),
    // The quote is part of what it says.
    ...(isTold && anchor !== null && { anchor: JSON.parse(anchor) as Anchor }),
    mentions: isTold ? (JSON.parse(mentions) as Mentions) : { people: [], organisations: [] },
    reactions: reactionKinds.flatMap((kind) => {
      const people = reactions.filter((reaction) => reaction.kind === kind).map((reaction) => reaction.person)
      return people.length > 0 ? [{ kind, people }] : []
    }),
    ...(answer && {
      answer: {
        outcome: answer.outcome,
        reason: answer.reason,
        person: answer.person,
        organisation: answer.organisation,
        at: momentOf(answer.at),
      },
    }),
    seq,
    news,
  }
}

function stateOf({ state, stateAt, stateBy, stateReason, person }: CommentRow): CommentState {
  const at = momentOf(stateAt ?? 0)
  switch (state) {
    case 'shown':
      return { state }
    case 'withdrawn':
      return { state, at }
    case 'hidden':
      return { state, at, by: stateBy ?? person, reason: stateReason ?? '' }
    case 'reported':
      return { state, at, by: stateBy ?? person }
    default:
      return state satisfies never
  }
}

export function momentOf(at: number): string {
  return new Date(at).toISOString()
}
