import type { CommentRow } from '../../store/comment-store.ts'
import { type AuditLines, subjectOf } from './verify-trail.ts'

/** A salted hash of something that was said, and when. Without a salt it was purged. */
export type Told = { line: number; at: number; hash: string | null; salt: string | null }

/** A comment as the audit trail tells it. */
export type ToldComment = {
  /** Every column but those that hold words. */
  row: Omit<CommentRow, 'text' | 'anchor' | 'mentions' | 'stateReason'> & { people: string; organisations: string }
  /** What it said, first and after each correction. */
  texts: Told[]
  states: (Told & { state: string; person: string })[]
  reactions: Map<string, number>
}

/** What was done with a comment, as the audit trail tells it. */
export type ToldAnswer = Told & { comment: string; person: string; outcome: string; organisation: string }

/** All comments as the audit trail tells them, and the answers in the order in which they were given. */
export function toldComments(lines: AuditLines): { comments: Map<string, ToldComment>; answers: ToldAnswer[] } {
  const comments = new Map<string, ToldComment>()
  const answers: ToldAnswer[] = []
  for (const line of lines) {
    const subject = subjectOf(line)
    const { comment: id, seq } = subject
    if (typeof id !== 'string') continue
    const told: Told = { line: line.seq, at: line.at, hash: line.contentHash, salt: line.salt }
    if (line.kind === 'comment') {
      comments.set(id, begun(line, id, told))
      continue
    }
    const comment = comments.get(id)
    if (!comment) continue
    comment.row.seq = Number(seq)
    switch (line.kind) {
      case 'comment-corrected':
        comment.texts.push(told)
        comment.row.editedAt = line.at
        comment.row.people = String(subject.people ?? '')
        comment.row.organisations = String(subject.organisations ?? '')
        break
      case 'reaction':
        comment.reactions.set(`${line.person} ${subject.kind}`, line.at)
        break
      case 'reaction-taken-away':
        comment.reactions.delete(`${line.person} ${subject.kind}`)
        break
      case 'answer': {
        const { outcome, organisation } = subject
        const { person } = line
        answers.push({ ...told, comment: id, person, outcome: String(outcome), organisation: String(organisation) })
        break
      }
      default: {
        const state = line.kind.replace(/^comment-/, '') as CommentRow['state']
        const isShown = state === 'shown'
        Object.assign(comment.row, { state, stateAt: isShown ? null : line.at, stateBy: isShown ? null : line.person })
        comment.states.push({ ...told, state, person: line.person })
      }
    }
  }
  return { comments, answers }
}

function begun(line: AuditLines[number], id: string, told: Told): ToldComment {
  const { thread, item, organisation, seq, people = '', organisations = '' } = subjectOf(line)
  const row = {
    ...{ id, thread, item, organisation, person: line.person, at: line.at, seq, news: seq },
    ...{ editedAt: null, state: 'shown', stateAt: null, stateBy: null, people, organisations },
  }
  // Compared with the stored row, value by value: whatever the line says is what is expected there.
  return { row: row as unknown as ToldComment['row'], texts: [told], states: [], reactions: new Map() }
}
