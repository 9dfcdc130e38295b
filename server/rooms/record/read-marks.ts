import type { ReadMark, Visit } from '../../../shared/comment.ts'
import { itemMap } from '../../../shared/document/layout.ts'
import type { CommentScene } from './comments.ts'
import { type Decision, done, invalid } from './decision.ts'
import { momentOf } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** Coming back within this time, in ms, is still the same visit. */
const visitLasts = 30 * 60_000

/** Notes how far somebody has read the comments of an item. It never goes back: another window may have read further. */
export function markRead({ store, doc, me }: CommentScene, turn: RecordTurn, { item, seq }: ReadMark): Decision {
  if (!itemMap(doc, item)) return invalid([{ path: 'item', message: 'Not an item of this agenda' }])
  // What is yet to come cannot have been read.
  const upTo = Math.min(seq, store.comments.lastSeq())
  if (upTo <= (store.comments.readMarks(me.person)[item] ?? 0)) return done(undefined)
  store.comments.setReadMark(me.person, item, upTo)
  turn.post({ kind: 'read', person: me.person, item })
  turn.unreadChanged()
  return done(undefined)
}

/** Notes that somebody is here, and says when they were here before this visit. */
export function noteVisit({ store, me }: CommentScene, turn: RecordTurn): Decision<Visit> {
  const last = store.comments.visit(me.person)
  const isSameVisit = last !== undefined && turn.at - last.at < visitLasts
  const before = (isSameVisit ? last.before : last?.at) ?? null
  store.comments.setVisit(me.person, turn.at, before)
  return done(before === null ? {} : { before: momentOf(before) })
}
