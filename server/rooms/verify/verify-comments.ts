import { contentHash } from '../../../shared/audit.ts'
import type { Mentions } from '../../../shared/comment.ts'
import type { AnswerRow, CommentReader, CommentRow } from '../../store/comment-store.ts'
import type { Finding } from './finding.ts'
import { type Told, type ToldAnswer, type ToldComment, toldComments } from './told-comments.ts'
import type { AuditLines } from './verify-trail.ts'

/** Everything that was said, from a database or a dossier. */
export type Said = Pick<CommentReader, 'comments' | 'everyText' | 'everyState' | 'everyReaction' | 'everyAnswer'>

/** Whether everything that was said is what the audit trail tells of it, as far as it was not purged (rule K2). */
export function* verifyComments(store: Said, lines: AuditLines): Iterable<Finding> {
  const { comments: told, answers } = toldComments(lines)
  const rows = store.comments(0)
  const stored = new Set<string>(rows.map(({ id }) => id))
  for (const id of told.keys())
    if (!stored.has(id)) yield { table: 'comments', row: id, what: 'missing; the audit trail tells of it' }
  const texts = Map.groupBy(store.everyText(), ({ comment }) => comment)
  const states = Map.groupBy(store.everyState(), ({ comment }) => comment)
  for (const row of rows) {
    const comment = told.get(row.id)
    if (!comment) {
      yield { table: 'comments', row: row.id, what: 'the audit trail does not tell of it' }
      continue
    }
    yield* verifyRow(row, comment)
    yield* verifyTexts(row, texts.get(row.id) ?? [], comment)
    yield* verifyStates(row, states.get(row.id) ?? [], comment)
  }
  yield* verifyReactions(store, told)
  yield* verifyAnswers(store.everyAnswer(), answers)
  for (const [table, all] of [
    ['comment_texts', texts],
    ['comment_states', states],
  ] as const)
    for (const id of all.keys())
      if (!told.has(id)) yield { table, row: id, what: 'the audit trail does not tell of it' }
  for (const [index, { seq }] of store.everyState().entries())
    if (seq !== index + 1) yield { table: 'comment_states', row: seq, what: 'a row before it is missing' }
}

function* verifyRow(row: CommentRow, { row: told, states }: ToldComment): Iterable<Finding> {
  const { text: _text, anchor: _anchor, mentions, stateReason, ...rest } = row
  const found: Record<string, unknown> = { ...rest, ...mentionsOf(mentions) }
  for (const [column, value] of Object.entries(told))
    if (found[column] !== value)
      yield { table: 'comments', row: row.id, what: `${column} is not what the audit trail tells` }
  if (!isStateReasonSaid(row, states.at(-1)))
    yield { table: 'comments', row: row.id, what: 'stateReason is not what was said' }
}

function isStateReasonSaid({ state, stateReason }: CommentRow, last: Told | undefined): boolean {
  if (state === 'shown' || !last) return stateReason === null
  return isSaid(last, stateReason === null ? undefined : { reason: stateReason })
}

function* verifyTexts(
  row: CommentRow,
  earlier: readonly { text: string; until: number }[],
  { texts }: ToldComment,
): Iterable<Finding> {
  if (earlier.length !== texts.length - 1)
    yield { table: 'comment_texts', row: row.id, what: 'there are not as many as there were corrections' }
  for (const [index, told] of texts.entries()) {
    const before = earlier[index]
    const isLast = index === texts.length - 1
    if (!before && !isLast) continue
    const text = isLast ? row.text : before?.text
    const table = isLast ? 'comments' : 'comment_texts'
    if (!isSaid(told, index === 0 ? { text, anchor: parsed(row.anchor) } : { text }))
      yield {
        table: index === 0 && !isLast ? 'comment_texts' : table,
        row: row.id,
        what: 'the text is not what was said',
      }
    if (!isLast && before?.until !== texts[index + 1]?.at)
      yield { table, row: row.id, what: 'until is not what the audit trail tells' }
  }
}

function* verifyStates(
  { id }: CommentRow,
  stored: readonly { state: string; person: string; at: number; reason: string | null }[],
  { states }: ToldComment,
): Iterable<Finding> {
  const wrong = (what: string): Finding => ({ table: 'comment_states', row: id, what })
  if (stored.length !== states.length) yield wrong('there are not as many as the audit trail tells')
  for (const [index, { state, person, at, reason }] of stored.entries()) {
    const told = states[index]
    if (!told || told.state !== state || told.person !== person || told.at !== at)
      yield wrong('not what the audit trail tells')
    else if (!isSaid(told, reason === null ? undefined : { reason })) yield wrong('the reason is not what was said')
  }
}

function* verifyReactions(store: Said, told: Map<string, ToldComment>): Iterable<Finding> {
  const left = new Map(
    [...told].flatMap(([id, { reactions }]) => [...reactions].map(([who, at]) => [`${id} ${who}`, at])),
  )
  for (const { comment, person, kind, at } of store.everyReaction()) {
    const key = `${comment} ${person} ${kind}`
    if (left.get(key) !== at) yield { table: 'reactions', row: key, what: 'not what the audit trail tells' }
    left.delete(key)
  }
  for (const key of left.keys()) yield { table: 'reactions', row: key, what: 'missing; the audit trail tells of it' }
}

function* verifyAnswers(stored: readonly AnswerRow[], told: readonly ToldAnswer[]): Iterable<Finding> {
  const wrong = (row: string | number, what: string): Finding => ({ table: 'answers', row, what })
  if (stored.length !== told.length) yield wrong('all', 'there are not as many as the audit trail tells')
  for (const [index, answer] of stored.entries()) {
    const { seq, comment, outcome, organisation, person, at, reason } = answer
    const line = told[index]
    if (seq !== index + 1) yield wrong(seq, 'a row before it is missing')
    if (
      !line ||
      line.comment !== comment ||
      line.outcome !== outcome ||
      line.organisation !== organisation ||
      line.person !== person ||
      line.at !== at
    )
      yield wrong(seq, 'not what the audit trail tells')
    else if (!isSaid(line, { reason })) yield wrong(seq, 'the reason is not what was said')
  }
}

function isSaid({ hash, salt }: Told, content: unknown): boolean {
  if (content === undefined || hash === null) return content === undefined && hash === null
  return salt === null || contentHash(salt, content) === hash
}

function mentionsOf(mentions: string): { people: string; organisations: string } {
  const value = parsed(mentions) as Partial<Mentions> | null | undefined
  // What cannot be read is told apart from every list of ids.
  if (!Array.isArray(value?.people) || !Array.isArray(value.organisations)) return { people: '?', organisations: '?' }
  return { people: value.people.join(' '), organisations: value.organisations.join(' ') }
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    // No JSON any more: it was changed, and is like nothing that was said.
    return undefined
  }
}
