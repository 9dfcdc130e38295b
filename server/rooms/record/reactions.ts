import type { Comment, ReactionChange } from '../../../shared/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { type CommentScene, tellComment } from './comments.ts'
import { type Decision, done, refused } from './decision.ts'
import { shownComment } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** Puts a reaction to a comment, or takes it away; each person has each kind once. */
export function reactToComment(
  scene: CommentScene,
  turn: RecordTurn,
  id: CommentId,
  { kind, on }: ReactionChange,
): Decision<Comment> {
  const { store, me } = scene
  const row = store.comments.comment(id)
  if (!row) return refused('not-found')
  const mine = { comment: id, person: me.person, kind }
  const isOn = store.comments.reactionsTo(id).some((other) => other.person === me.person && other.kind === kind)
  if (isOn === on) return done(shownComment(store.comments, row, me))
  if (row.state !== 'shown') return refused('other-state')
  const seq = store.comments.lastSeq() + 1
  if (on) store.comments.addReaction({ ...mine, at: turn.at })
  else store.comments.removeReaction(mine)
  store.comments.changeComment(id, { seq })
  turn.audit(on ? 'reaction' : 'reaction-taken-away', { comment: id, kind, seq })
  return done(tellComment(scene, turn, id))
}
