import { nanoid } from 'nanoid'
import type { DigestRhythm, NoticeKind } from '../../../shared/account.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { mail as texts } from '../../../shared/messages/nl/mail.ts'
import type { Clock, Mail } from '../../ports.ts'
import type { DirectoryStore } from '../../store/directory-store.ts'
import type { Notice } from '../../store/notice-store.ts'
import { oneLine } from './letters.ts'
import { nextMonday, nextMorning } from './mornings.ts'
import type { Post } from './post.ts'

/** What somebody waits for: it goes out at once to who wants that. */
const urgent: readonly NoticeKind[] = ['mention', 'reply', 'answer', 'reported']
/** A few of those in a row are one mail. */
const gatherFor = 60_000
/** A digest is of use for so long. */
const usefulFor = 3 * 86_400_000
/** News is kept for half a year. */
const keptFor = 183 * 86_400_000
/** So many items a mail names; the rest is counted. */
const mostNotices = 50

/**
 * Tells people by mail what happened for them, at the rhythm that each chose (rule M2): one mail, grouped by item, with a
 * way to stop them. What somebody has read by then is not in it.
 */
export class Digests {
  readonly #store: DirectoryStore
  readonly #clock: Clock
  readonly #post: Post
  readonly #origin: () => string | undefined

  constructor(options: { store: DirectoryStore; clock: Clock; post: Post; origin: () => string | undefined }) {
    this.#store = options.store
    this.#clock = options.clock
    this.#post = options.post
    this.#origin = options.origin
  }

  /** When the next digest is due; undefined when there is nothing to tell, or no link that it could hold. */
  get nextAt(): number | undefined {
    if (this.#origin() === undefined) return undefined
    const moments = this.#waiting().map(({ at }) => at)
    return moments.length > 0 ? Math.min(...moments) : undefined
  }

  /** Writes the digests that are due; the post sends them. */
  writeDue(): void {
    const origin = this.#origin()
    if (origin === undefined) return
    const now = this.#clock()
    const due = this.#waiting().filter(({ at }) => at <= now)
    if (due.length > 0) this.#store.notices.removeBefore(now - keptFor)
    for (const { person, rhythm, at } of due) {
      this.#store.transaction(() => {
        const kinds = isOnlyUrgent(rhythm, at, this.#store.notices.pending(person), now) ? urgent : undefined
        this.#write(person, origin, this.#store.notices.pending(person, kinds), now)
      })
    }
  }

  #write(person: PersonId, origin: string, notices: readonly Notice[], now: number): void {
    const email = this.#store.personRow(person)?.email
    if (email && notices.length > 0) {
      const stop = `${origin}/stop/${this.#stopToken(person)}`
      const oneClick = `${origin}/api/v1/stop/${this.#stopToken(person)}`
      this.#post.write(digestMail(email, notices, { origin, stop, oneClick }), now + usefulFor)
    }
    this.#store.notices.markMailed(
      notices.map(({ seq }) => seq),
      now,
    )
  }

  /** Whoever has something to be told, and when. */
  #waiting(): { person: PersonId; rhythm: DigestRhythm; at: number }[] {
    return this.#store.notices.waitingPeople().map(({ person, rhythm, oldest, oldestUrgent }) => ({
      person,
      rhythm,
      at: dueAt(rhythm, oldest, oldestUrgent),
    }))
  }

  #stopToken(person: PersonId): string {
    const known = this.#store.personRow(person)?.stopToken
    if (known) return known
    const token = nanoid(32)
    this.#store.setStopToken(person, token)
    return token
  }
}

function dueAt(rhythm: DigestRhythm, oldest: number, oldestUrgent: number | undefined): number {
  switch (rhythm) {
    case 'at-once':
      return Math.min(
        nextMorning(oldest),
        oldestUrgent === undefined ? Number.POSITIVE_INFINITY : oldestUrgent + gatherFor,
      )
    case 'daily':
      return nextMorning(oldest)
    case 'weekly':
      return nextMonday(oldest)
    case 'none':
      return Number.POSITIVE_INFINITY
    default:
      return rhythm satisfies never
  }
}

/** Whether what is due is only what cannot wait: the rest has its morning. */
function isOnlyUrgent(rhythm: DigestRhythm, at: number, pending: readonly Notice[], now: number): boolean {
  const oldest = Math.min(...pending.map((notice) => notice.at))
  return rhythm === 'at-once' && at <= now && nextMorning(oldest) > now
}

/** One mail about all of it, grouped by agenda and item, in the order in which it happened. In Dutch, the board's first language. */
function digestMail(
  to: string,
  notices: readonly Notice[],
  { origin, stop, oneClick }: { origin: string; stop: string; oneClick: string },
): Mail {
  const shown = notices.slice(0, mostNotices)
  const items = Map.groupBy(shown, ({ agenda, item }) => `${origin}/agenda/${agenda}/punt/${item}`)
  const parts = [...items].map(([link, about]) => ({
    title: oneLine(about[0]?.itemTitle ?? ''),
    link,
    lines: about.map(({ kind, by, excerpt }) => texts.digest.line(kind, oneLine(by), oneLine(excerpt))),
  }))
  const only = new Set(shown.map(({ itemTitle }) => itemTitle)).size === 1 ? parts[0]?.title : undefined
  return {
    to,
    ...texts.digest.mail({ parts, only, left: notices.length - shown.length, stop }),
    headers: {
      // RFC 8058: a mail program can stop them with one press, without signing in.
      'List-Unsubscribe': `<${oneClick}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
