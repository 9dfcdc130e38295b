import type * as Y from 'yjs'
import type { Member } from '../../../shared/agenda.ts'
import { hasBsn } from '../../../shared/bsn.ts'
import type { Anchor, Comment, Correction, Mentions, NewComment } from '../../../shared/comment.ts'
import { itemMap } from '../../../shared/document/layout.ts'
import type { CommentId } from '../../../shared/ids.ts'
import type { CommentRow } from '../../store/comment-store.ts'
import type { RoomStore } from '../../store/room-store.ts'
import { type Decision, done, invalid, isSame, type Mistake, refused } from './decision.ts'
import { actsFor } from './members.ts'
import { idsOfMentions, mistakesInMentions } from './mentions.ts'
import { noticesOfComment, noticesOfMentions, requoteNotices } from './notices.ts'
import { shownComment } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** What a command about comments is carried out on, and who gives it. */
export type CommentScene = { store: RoomStore; doc: Y.Doc; me: Member }

const nobody: Mentions = { people: [], organisations: [] }

/** Writes a comment, once: the same again finds it there (rule C1). What holds a citizen service number is not taken in. */
export function writeComment(
  scene: CommentScene,
  turn: RecordTurn,
  wanted: NewComment,
): Decision<{ comment: Comment; isNew: boolean }> {
  const { store, me } = scene
  const { id, item, text, organisation, anchor, mentions = nobody } = wanted
  if ([text, ...wordsOf(anchor)].some(hasBsn)) return refused('bsn')
  const known = store.comments.comment(id)
  if (known) {
    const isTheSame = known.person === me.person && isSame(contentOf(store, known), contentWanted(wanted))
    return isTheSame ? done({ comment: shownComment(store.comments, known, me), isNew: false }) : refused('conflict')
  }
  const mistakes = [...mistakesInPlace(scene, wanted), ...mistakesInMentions(store, mentions)]
  if (!actsFor(me, organisation)) mistakes.push({ path: 'organisation', message: 'Not an organisation of yours' })
  if (mistakes.length > 0) return invalid(mistakes)
  const seq = store.comments.lastSeq() + 1
  const row: CommentRow = {
    id,
    thread: wanted.thread ?? id,
    item,
    person: me.person,
    organisation,
    text,
    at: turn.at,
    editedAt: null,
    state: 'shown',
    stateAt: null,
    stateBy: null,
    stateReason: null,
    anchor: anchor ? JSON.stringify(anchor) : null,
    mentions: JSON.stringify(mentions),
    seq,
    news: seq,
  }
  store.comments.addComment(row)
  turn.audit(
    'comment',
    { comment: id, thread: row.thread, item, organisation, seq, ...idsOfMentions(mentions) },
    { text, anchor: anchor ?? null },
  )
  turn.unreadChanged()
  noticesOfComment(scene, turn, row, mentions)
  return done({ comment: tellComment(scene, turn, id), isNew: true })
}

/** Its author corrects a comment; what it said before is kept. */
export function correctComment(
  scene: CommentScene,
  turn: RecordTurn,
  id: CommentId,
  { text, mentions }: Correction,
): Decision<Comment> {
  const { store, me } = scene
  if (hasBsn(text)) return refused('bsn')
  const row = store.comments.comment(id)
  if (!row) return refused('not-found')
  if (row.person !== me.person) return refused('not-allowed')
  if (row.state === 'withdrawn') return refused('other-state')
  const before = JSON.parse(row.mentions) as Mentions
  const after = mentions ?? before
  if (row.text === text && isSame(before, after)) return done(shownComment(store.comments, row, me))
  const mistakes = mentions ? mistakesInMentions(store, mentions) : []
  if (mistakes.length > 0) return invalid(mistakes)
  const seq = store.comments.lastSeq() + 1
  store.comments.addText({ comment: id, until: turn.at, text: row.text })
  store.comments.changeComment(id, { text, mentions: JSON.stringify(after), editedAt: turn.at, seq })
  turn.audit('comment-corrected', { comment: id, seq, ...idsOfMentions(after) }, { text })
  if (row.state === 'shown') {
    requoteNotices(turn, { id, text })
    noticesOfMentions(scene, turn, { ...row, text }, after, before)
  }
  return done(tellComment(scene, turn, id))
}

/** Tells everyone who is here how a comment stands now, and gives it as its author's own screen shows it. */
export function tellComment({ store, me }: CommentScene, turn: RecordTurn, id: CommentId): Comment {
  const row = store.comments.comment(id)
  if (!row) throw new Error('A comment that was just changed is gone')
  turn.tell({ kind: 'comment', comment: shownComment(store.comments, row, 'everybody') })
  return shownComment(store.comments, row, me)
}

function wordsOf(anchor: Anchor | undefined): string[] {
  return anchor ? [anchor.before + anchor.quote + anchor.after, anchor.before, anchor.quote, anchor.after] : []
}

function mistakesInPlace({ store, doc }: CommentScene, { item, thread, anchor }: NewComment): Mistake[] {
  const mistakes: Mistake[] = []
  if (!itemMap(doc, item)) mistakes.push({ path: 'item', message: 'Not an item of this agenda' })
  if (thread === undefined) return mistakes
  const first = store.comments.comment(thread)
  // Replies hang on the comment that began the thread, and never on each other.
  if (!first || first.item !== item || first.thread !== first.id)
    mistakes.push({ path: 'thread', message: 'Not a comment that began a thread on this item' })
  if (anchor) mistakes.push({ path: 'anchor', message: 'A reply is about what its thread is about' })
  return mistakes
}

/** What a comment was when it was written, to be compared with what is sent again. */
function contentOf(store: RoomStore, row: CommentRow): unknown {
  const [first] = store.comments.texts(row.id)
  const { id, thread, item, organisation, anchor } = row
  return { id, thread, item, organisation, anchor: anchor && JSON.parse(anchor), text: first?.text ?? row.text }
}

function contentWanted({ id, thread, item, organisation, anchor, text }: NewComment): unknown {
  return { id, thread: thread ?? id, item, organisation, anchor: anchor ?? null, text }
}
