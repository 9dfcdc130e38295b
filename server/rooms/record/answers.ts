import { hasBsn } from '../../../shared/bsn.ts'
import type { Comment, NewAnswer } from '../../../shared/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { type CommentScene, tellComment } from './comments.ts'
import { type Decision, done, invalid, isSame, refused } from './decision.ts'
import { actsFor } from './members.ts'
import { noticesOfAnswer } from './notices.ts'
import { shownComment } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** Says what was done with a contribution: on the comment that began its thread. An earlier answer stays on record. */
export function answerComment(
  scene: CommentScene,
  turn: RecordTurn,
  id: CommentId,
  { outcome, reason, organisation }: NewAnswer,
): Decision<Comment> {
  const { store, me } = scene
  if (hasBsn(reason)) return refused('bsn')
  const row = store.comments.comment(id)
  if (!row) return refused('not-found')
  if (row.thread !== row.id)
    return invalid([{ path: 'comment', message: 'An answer goes to the comment that began the thread' }])
  if (!actsFor(me, organisation)) return invalid([{ path: 'organisation', message: 'Not an organisation of yours' }])
  const last = store.comments.answerTo(id)
  const isThere =
    last?.person === me.person &&
    isSame([last.outcome, last.reason, last.organisation], [outcome, reason, organisation])
  if (isThere) return done(shownComment(store.comments, row, me))
  if (row.state !== 'shown') return refused('other-state')
  const seq = store.comments.lastSeq() + 1
  store.comments.addAnswer({ comment: id, outcome, reason, person: me.person, organisation, at: turn.at })
  store.comments.changeComment(id, { seq })
  turn.audit('answer', { comment: id, outcome, organisation, seq }, { reason })
  noticesOfAnswer(scene, turn, row, reason)
  return done(tellComment(scene, turn, id))
}
