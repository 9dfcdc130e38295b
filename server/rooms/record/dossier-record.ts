import { hasBsn } from '../../../shared/bsn.ts'
import type { Anchor, Mentions } from '../../../shared/comment.ts'
import type { Dossier } from '../../../shared/dossier.ts'
import type { DossierRecord } from '../../../shared/dossier-record.ts'
import { asId, type CommentId } from '../../../shared/ids.ts'
import type { CommentRow } from '../../store/comment-store.ts'
import type { UpdateRow } from '../../store/log-store.ts'
import type { RoomReader, RoomStore } from '../../store/room-store.ts'
import { verifyComments } from '../verify/verify-comments.ts'
import { verifySeals } from '../verify/verify-log.ts'
import { verifyTrail } from '../verify/verify-trail.ts'
import { verifyVersions } from '../verify/verify-versions.ts'
import type { Mistake } from './decision.ts'
import { agreedOf, canBeHashed, mistakesInAgreed } from './dossier-versions.ts'

/** What was said and agreed, and the audit trail, for a dossier. How far each person has read is nobody else's business. */
export function exportRecord({ comments, versions, trail }: RoomReader): DossierRecord {
  return {
    comments: comments.comments(0).map(({ anchor, mentions, ...row }) => ({
      ...row,
      // Only commands of the record write there.
      anchor: anchor === null ? null : (JSON.parse(anchor) as Anchor),
      mentions: JSON.parse(mentions) as Mentions,
    })),
    commentTexts: comments.everyText(),
    commentStates: comments.everyState().map(({ seq, ...row }) => row),
    reactions: comments.everyReaction(),
    answers: comments.everyAnswer().map(({ seq, ...row }) => row),
    versions: versions.heads().map((head) => ({ ...head, items: versions.items(head.number) })),
    salts: versions.salts(),
    adoptionSettings: versions.adoptionSettings(),
    adoptionSteps: versions.adoptionSteps(),
    adoptionStates: versions.adoptionStates(),
    adoptionReminders: versions.adoptionReminders(),
    audit: trail.lines().map(({ seq, ...line }) => line),
  }
}

/** Writes it into a room that is new, after its members and organisations. Belongs in a transaction. */
export function importRecord({ comments, versions, trail }: RoomStore, record: DossierRecord): void {
  for (const row of rowsOf(record)) comments.addComment(row)
  for (const row of record.commentTexts) comments.addText(row)
  for (const row of record.commentStates) comments.addState(row)
  for (const row of record.reactions) comments.addReaction(row)
  for (const row of record.answers) comments.addAnswer(row)
  for (const { items, ...head } of record.versions) versions.addVersion(head, items)
  for (const row of record.salts) versions.addSalt(row)
  for (const row of record.adoptionSettings) versions.setAdoptionSettings(row)
  for (const row of record.adoptionSteps) versions.setAdoptionSteps(row)
  for (const row of record.adoptionStates) versions.addAdoptionState(row)
  for (const row of record.adoptionReminders) versions.addAdoptionReminder(row)
  for (const line of record.audit) trail.add(line)
}

/**
 * What of the record does not fit together, or is not what its audit trail tells (rule B8). Of a log that is longer than
 * what the trail covers, the rest is covered where it is taken in.
 */
export function* mistakesInSaid(dossier: Dossier, log: readonly UpdateRow[]): Iterable<Mistake> {
  const { comments, commentTexts, commentStates, reactions, answers, audit } = dossier
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const [people, parties, items] = [
    new Set(dossier.members.map(({ person }) => person)),
    new Set(dossier.organisations.map(({ id }) => id)),
    new Set(dossier.items.map(({ item }) => item)),
  ]
  const seqs = new Set<number>()
  for (const [index, { id, thread, item, organisation, seq, anchor, text, stateReason }] of comments.entries()) {
    const at = `comments.${index}`
    if (byId.get(id) !== comments[index]) yield { path: at, message: 'There twice' }
    if (seqs.has(seq)) yield { path: `${at}.seq`, message: 'There twice' }
    seqs.add(seq)
    const first = byId.get(thread)
    if (first?.thread !== thread || first.item !== item)
      yield { path: `${at}.thread`, message: 'Not a comment that began a thread on this item' }
    if (!items.has(item)) yield { path: `${at}.item`, message: 'Not among items' }
    if (!parties.has(organisation)) yield { path: `${at}.organisation`, message: 'Not among organisations' }
    const said = [text, stateReason ?? '', anchor ? anchor.before + anchor.quote + anchor.after : '']
    if (said.some(hasBsn)) yield { path: at, message: 'Holds a citizen service number' }
  }
  for (const [name, list] of Object.entries({ comments, commentStates, reactions, answers }))
    for (const [index, { person }] of list.entries())
      if (!people.has(person)) yield { path: `${name}.${index}.person`, message: 'Not among members' }
  for (const [name, list] of Object.entries({ commentTexts, commentStates, reactions, answers }))
    for (const [index, { comment }] of list.entries())
      if (!byId.has(comment)) yield { path: `${name}.${index}.comment`, message: 'Not among comments' }
  for (const [index, { organisation }] of answers.entries())
    if (!parties.has(organisation)) yield { path: `answers.${index}.organisation`, message: 'Not among organisations' }
  const words = { commentTexts: commentTexts.map(({ text }) => text), answers: answers.map(({ reason }) => reason) }
  for (const [name, texts] of Object.entries(words))
    for (const [index, text] of texts.entries())
      if (hasBsn(text)) yield { path: `${name}.${index}`, message: 'Holds a citizen service number' }

  yield* mistakesInAgreed(dossier, { people, parties })
  if (!canBeHashed(dossier)) return yield { path: 'versions', message: 'Holds half of a character' }
  const lines = audit.map((line, index) => ({ ...line, seq: index + 1 }))
  const numbered = <Row>(rows: readonly Row[]) => rows.map((row, index) => ({ ...row, seq: index + 1 }))
  const store = {
    comments: () => rowsOf(dossier),
    everyText: () => commentTexts,
    everyState: () => numbered(commentStates),
    everyReaction: () => reactions,
    everyAnswer: () => numbered(answers),
  }
  const findings = [
    ...verifyTrail(lines),
    ...verifySeals(numbered(log), lines),
    ...verifyComments(store, lines),
    ...verifyVersions(agreedOf(dossier), lines),
  ]
  for (const { table, row, what } of findings) yield { path: `${table}.${row}`, message: what }
}

function rowsOf({ comments }: DossierRecord): CommentRow[] {
  return comments.map(({ anchor, mentions, id, ...row }) => ({
    ...row,
    id: asId<CommentId>(id),
    anchor: anchor === null ? null : JSON.stringify(anchor),
    mentions: JSON.stringify(mentions),
  }))
}
