import type { NoticeKind } from '../../../shared/account.ts'
import type { Member } from '../../../shared/agenda.ts'
import type { Mentions } from '../../../shared/comment.ts'
import { readItem } from '../../../shared/document/read.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { may } from '../../../shared/rights.ts'
import { mayReadDraft } from '../../../shared/roles.ts'
import type { CommentRow } from '../../store/comment-store.ts'
import type { CommentScene } from './comments.ts'
import { actsFor } from './members.ts'
import type { RecordTurn } from './turn.ts'

/** So much of a comment a mail may quote, in UTF-16 units. */
const longestExcerpt = 200

/**
 * Tells who wants to hear of a new comment, each person once: who is mentioned in it; of a reply, who wrote in the thread;
 * of a new thread, everyone.
 */
export function noticesOfComment(scene: CommentScene, turn: RecordTurn, row: CommentRow, mentions: Mentions): void {
  const { store } = scene
  const mentioned = noticesOfMentions(scene, turn, row, mentions)
  const isReply = row.thread !== row.id
  const others = isReply ? store.comments.authors(row.item, row.thread) : readersOf(scene).map(({ person }) => person)
  const left = others.filter((person) => !mentioned.includes(person))
  notice(scene, turn, row, isReply ? 'reply' : 'comment', left, excerptOf(row.text))
}

/** Tells who is mentioned now and was not before; gives who they are. */
export function noticesOfMentions(
  scene: CommentScene,
  turn: RecordTurn,
  row: CommentRow,
  mentions: Mentions,
  before: Mentions = { people: [], organisations: [] },
): PersonId[] {
  const isIn = (member: Member, { people, organisations }: Mentions) =>
    people.includes(member.person) || organisations.some((organisation) => actsFor(member, organisation))
  const mentioned = readersOf(scene)
    .filter((member) => isIn(member, mentions) && !isIn(member, before))
    .map(({ person }) => person)
  return notice(scene, turn, row, 'mention', mentioned, excerptOf(row.text))
}

/** What nobody was mailed yet of a comment quotes what it says from now on. */
export function requoteNotices(turn: RecordTurn, { id, text }: Pick<CommentRow, 'id' | 'text'>): void {
  turn.post({ kind: 'comment-corrected', comment: id, excerpt: excerptOf(text) })
}

/** Tells the author, and who wrote in the thread, what was done with a contribution. */
export function noticesOfAnswer(scene: CommentScene, turn: RecordTurn, row: CommentRow, reason: string): void {
  const people = new Set([row.person, ...scene.store.comments.authors(row.item, row.thread)])
  notice(scene, turn, row, 'answer', [...people], excerptOf(reason))
}

/** Tells the author and the coordinators at once that a comment was reported; not what is in it. */
export function noticesOfReport(scene: CommentScene, turn: RecordTurn, row: CommentRow): void {
  const coordinators = readersOf(scene).filter(({ role }) => may(role, 'moderate-comments'))
  const people = new Set([row.person, ...coordinators.map(({ person }) => person)])
  notice(scene, turn, row, 'reported', [...people], '')
}

function notice(
  scene: CommentScene,
  turn: RecordTurn,
  { id, item }: CommentRow,
  kind: NoticeKind,
  to: readonly PersonId[],
  excerpt: string,
): PersonId[] {
  const readers = new Set(readersOf(scene).map(({ person }) => person))
  const people = to.filter((person) => person !== scene.me.person && readers.has(person))
  if (people.length === 0) return people
  turn.post({
    kind: 'notice',
    people,
    notice: kind,
    item,
    itemTitle: readItem(scene.doc, item)?.title ?? '',
    comment: id,
    by: scene.me.name,
    excerpt,
    at: turn.at,
  })
  return people
}

function readersOf({ store }: CommentScene): Member[] {
  return store.seat().members.filter(({ role }) => mayReadDraft(role))
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.length <= longestExcerpt) return line
  // A character of two units is not cut in two.
  return `${line.slice(0, longestExcerpt - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
