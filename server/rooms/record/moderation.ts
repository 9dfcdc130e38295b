import { hasBsn } from '../../../shared/bsn.ts'
import type { Comment, StateChange } from '../../../shared/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import { may } from '../../../shared/rights.ts'
import type { CommentRow } from '../../store/comment-store.ts'
import { type CommentScene, tellComment } from './comments.ts'
import { type Decision, done, refused } from './decision.ts'
import { noticesOfReport } from './notices.ts'
import { shownComment } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** Withdraws, reports, hides or shows a comment (rule C2). Each time stays on record, with who did it and why. */
export function changeState(
  scene: CommentScene,
  turn: RecordTurn,
  id: CommentId,
  change: StateChange,
): Decision<Comment> {
  const { store, me } = scene
  const reason = 'reason' in change ? change.reason : null
  if (reason !== null && hasBsn(reason)) return refused('bsn')
  const row = store.comments.comment(id)
  if (!row) return refused('not-found')
  const verdict = judge(scene, row, change)
  if (verdict === 'as-it-is') return done(shownComment(store.comments, row, me))
  if (verdict !== 'yes') return refused(verdict)
  const { state } = change
  const seq = store.comments.lastSeq() + 1
  const isShown = state === 'shown'
  store.comments.changeComment(id, {
    state,
    stateAt: isShown ? null : turn.at,
    stateBy: isShown ? null : me.person,
    stateReason: isShown ? null : reason,
    seq,
  })
  store.comments.addState({ comment: id, state, person: me.person, at: turn.at, reason })
  turn.audit(`comment-${state}`, { comment: id, seq }, reason === null ? undefined : { reason })
  turn.unreadChanged()
  if (!isShown) turn.post({ kind: 'comment-gone', comment: id })
  if (state === 'reported') noticesOfReport(scene, turn, row)
  return done(tellComment(scene, turn, id))
}

type Verdict = 'yes' | 'as-it-is' | 'not-allowed' | 'other-state'

function judge({ store, me }: CommentScene, row: CommentRow, change: StateChange): Verdict {
  const isAuthor = row.person === me.person
  const moderates = may(me.role, 'moderate-comments')
  switch (change.state) {
    case 'withdrawn':
      if (!isAuthor) return 'not-allowed'
      return row.state === 'withdrawn' ? 'as-it-is' : 'yes'
    case 'reported':
      if (row.state === 'reported') return 'as-it-is'
      return row.state === 'shown' ? 'yes' : 'other-state'
    case 'hidden':
      if (!moderates) return 'not-allowed'
      if (row.state === 'hidden') return row.stateReason === change.reason ? 'as-it-is' : 'yes'
      return row.state === 'withdrawn' ? 'other-state' : 'yes'
    case 'shown':
      if (row.state === 'shown') return moderates || isAuthor ? 'as-it-is' : 'not-allowed'
      // What its author took back is theirs to show again, unless it was not shown when they took it back.
      if (row.state === 'withdrawn') {
        if (!isAuthor) return moderates ? 'other-state' : 'not-allowed'
        const before = store.comments.states(row.id).findLast(({ state }) => state !== 'withdrawn')
        return before === undefined || before.state === 'shown' ? 'yes' : 'other-state'
      }
      return moderates ? 'yes' : 'not-allowed'
    default:
      return change satisfies never
  }
}
