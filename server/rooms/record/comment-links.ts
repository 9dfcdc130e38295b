import { nanoid } from 'nanoid'
import { type Day, daysBetween, isDay } from '../../../shared/date.ts'
import { sha256Hex } from '../../../shared/hash.ts'
import type { AgendaId, CommentLinkId, PersonId } from '../../../shared/ids.ts'
import type { CommentLink, NewCommentLink } from '../../../shared/people.ts'
import type { CommentLinkRow } from '../../store/people-store.ts'
import type { RoomReader, RoomStore } from '../../store/room-store.ts'
import { type Decision, done, invalid, type Mistake, refused } from './decision.ts'
import type { RecordTurn } from './turn.ts'

const secretLength = 32
/** How far ahead a link may reach, in days. */
const longestOpen = 366

/** Makes a link by which members of one parent organisation become commenters. */
export function makeCommentLink(
  store: RoomStore,
  turn: RecordTurn,
  { agenda, by }: { agenda: AgendaId; by: PersonId },
  wanted: NewCommentLink,
): Decision<CommentLink> {
  const { id, organisation, until, places } = wanted
  const known = store.people.commentLink(id)
  if (known?.organisation === organisation && known.until === until && known.places === places)
    return done(commentLinkOf(known, agenda))
  const party = store.seat().organisations.find((other) => other.id === organisation)
  const ahead = daysBetween(dayOf(turn.at), until)
  const mistakes: Mistake[] = []
  if (known) mistakes.push({ path: 'id', message: 'This id is taken' })
  if (!party) mistakes.push({ path: 'organisation', message: 'Not a party of this agenda' })
  else if (party.kind !== 'parent-organisation')
    mistakes.push({ path: 'organisation', message: 'Not a parent organisation' })
  if (ahead < 0) mistakes.push({ path: 'until', message: 'Is over already' })
  if (ahead > longestOpen) mistakes.push({ path: 'until', message: 'A year ahead at most' })
  if (mistakes.length > 0) return invalid(mistakes)
  const row: CommentLinkRow = {
    ...wanted,
    // Kept as it is, since the coordinator must be able to see the link again.
    secret: nanoid(secretLength),
    used: 0,
    madeBy: by,
    madeAt: turn.at,
    withdrawnAt: null,
  }
  store.people.addCommentLink(row)
  turn.audit('comment-link-made', { link: id, organisation }, { until, places })
  turn.tell({ kind: 'people' })
  return done(commentLinkOf(row, agenda))
}

/** Takes a link back: nobody comes in by it any more. Who came in stays. */
export function withdrawCommentLink(store: RoomStore, turn: RecordTurn, id: CommentLinkId): Decision {
  const row = store.people.commentLink(id)
  if (!row) return refused('not-found')
  if (row.withdrawnAt !== null) return done(undefined)
  store.people.changeCommentLink(id, { withdrawnAt: turn.at })
  turn.audit('comment-link-withdrawn', { link: id })
  turn.tell({ kind: 'people' })
  return done(undefined)
}

/** Whether somebody can come in by this link now, apart from knowing its secret. */
export function isOpen(store: RoomReader, row: CommentLinkRow, now: number): boolean {
  if (row.withdrawnAt !== null || row.used >= row.places || dayOf(now) > row.until) return false
  // What it is for may have changed since.
  const party = store.seat().organisations.find(({ id }) => id === row.organisation)
  return party?.kind === 'parent-organisation'
}

/** Of hashes the first difference tells nothing about the secret, however long the comparison takes. */
export function isSecretOf({ secret }: CommentLinkRow, claimed: string): boolean {
  return sha256Hex(secret) === sha256Hex(claimed)
}

/** A row as the contract has it. */
export function commentLinkOf(row: CommentLinkRow, agenda: AgendaId): CommentLink {
  const { id, organisation, until, places, used, withdrawnAt, secret } = row
  const path = `/reageren/${agenda}/${id}/${secret}`
  return { id, organisation, until, places, used, withdrawn: withdrawnAt !== null, path }
}

function dayOf(now: number): Day {
  const day = new Date(now).toISOString().slice(0, 10)
  if (!isDay(day)) throw new RangeError('the clock shows no day')
  return day
}
