import { customAlphabet } from 'nanoid'
import { codeLength, codeTries, type JoinRequest, signInLasts, type TokenMeaning } from '../../../shared/account.ts'
import { sha256Hex } from '../../../shared/hash.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import type { Clock, OutboxMessage, Refusal, Visit } from '../../ports.ts'
import type { DirectoryStore } from '../../store/directory-store.ts'
import type { Token, TokenKind } from '../../store/door-store.ts'
import { invitationMail, joinMail, signInMail } from './letters.ts'
import type { Post } from './post.ts'
import { Visits } from './visits.ts'

const hour = 3_600_000
const day = 24 * hour
const mostMailsAnHour = 5
const invitationLasts = 14 * day
const joinLasts = day
const firstLasts = day

const digits = '0123456789'
const makeCode = customAlphabet(digits, codeLength)
/** 256 bits, in letters and digits only: mail programs take other signs at the end of a link for the end of a sentence. */
const makeToken = customAlphabet(`${digits}abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ`, 43)

export type DoorOptions = {
  store: DirectoryStore
  clock: Clock
  post: Post
  /** Under which address people reach the board; undefined as long as nobody knows. */
  origin: () => string | undefined
}

/**
 * The ways in. What leads in is unguessable, kept by its hash, of use once and for a while. What a stranger hears and how
 * long it takes does not tell whether an address is known: the same is counted and written either way.
 */
export class Doors {
  readonly #store: DirectoryStore
  readonly #clock: Clock
  readonly #post: Post
  readonly #origin: () => string | undefined
  readonly #visits = new Visits()

  constructor({ store, clock, post, origin }: DoorOptions) {
    this.#store = store
    this.#clock = clock
    this.#post = post
    this.#origin = origin
  }

  askLink(email: string, window: string, visit: Visit): Refusal | undefined {
    return this.#store.transaction(() => {
      const refusal = this.refusal(visit) ?? this.#tooManyMails('sign-in', email)
      if (refusal) return refusal
      const [now, token, code] = [this.#clock(), makeToken(), makeCode()]
      this.#tidy(now)
      this.#store.doors.addToken({
        hash: sha256Hex(token),
        kind: 'sign-in',
        email,
        codeHash: codeHashOf(window, code),
        window: sha256Hex(window),
        madeAt: now,
        until: now + signInLasts,
      })
      // Never the address that a request names: whoever asks could have the link lead to a website of their own.
      const origin = this.#origin()
      const mail = signInMail(email, visit.language, {
        origin: origin ?? '',
        token,
        code,
        minutes: signInLasts / 60_000,
      })
      if (origin === undefined) this.#post.writeNowhere()
      else if (this.isKnown(email)) this.#post.write(mail, now + signInLasts)
      else this.#post.writeNone()
      return undefined
    })
  }

  askJoin(join: Omit<JoinRequest, 'secret'>, isOpen: boolean, visit: Visit): Refusal | undefined {
    return this.#store.transaction(() => {
      const { agenda, link, name, email } = join
      const refusal = this.refusal(visit) ?? this.#tooManyMails('join', email)
      if (refusal || !isOpen) return refusal
      const [now, token] = [this.#clock(), makeToken()]
      this.#tidy(now)
      const until = now + joinLasts
      this.#store.doors.addToken({
        hash: sha256Hex(token),
        kind: 'join',
        email,
        agenda,
        subject: link,
        name,
        madeAt: now,
        until,
      })
      const title = this.#store.titleOf(agenda) ?? ''
      const origin = this.#origin()
      if (origin === undefined) this.#post.writeNowhere()
      else this.#post.write(joinMail(email, visit.language, { origin, token }, title), until)
      return undefined
    })
  }

  /** Mails somebody who was invited; once more makes what was mailed before of no use. */
  invite(agenda: AgendaId, letter: OutboxMessage & { kind: 'invited' }): void {
    const { invitation, email, agendaTitle, ...rest } = letter
    const now = this.#clock()
    this.#store.doors.setInvitation({ agenda, invitation, email, until: letter.until })
    this.#store.doors.endTokensOf(agenda, invitation, now)
    // Whoever may invite must not be able to bury somebody in mail. They still come in, by any door of theirs.
    if (this.#tooManyMails('invitation', email)) return this.#post.holdBack()
    const token = makeToken()
    const until = Math.min(letter.until, now + invitationLasts)
    const hash = sha256Hex(token)
    this.#store.doors.addToken({ hash, kind: 'invitation', email, agenda, subject: invitation, madeAt: now, until })
    const origin = this.#origin()
    if (origin === undefined) return this.#post.writeNowhere()
    this.#post.write(invitationMail(email, { origin, token }, { ...rest, agenda: agendaTitle, until }), until)
  }

  invitationOver(agenda: AgendaId, { invitation }: OutboxMessage & { kind: 'invitation-over' }): void {
    this.#store.doors.removeInvitation(agenda, invitation)
    this.#store.doors.endTokensOf(agenda, invitation, this.#clock())
  }

  look(token: string, visit: Visit): TokenMeaning | Refusal {
    const refusal = this.refusal(visit)
    if (refusal) return refusal
    const row = this.byToken(token)
    if ('refused' in row) return row
    const title = row.agenda && this.#store.titleOf(row.agenda)
    return { kind: row.kind, needsName: this.needsName(row), ...(title && { agenda: title }) }
  }

  /** A token for who begins this board; undefined when somebody did. */
  first(): string | undefined {
    if (this.#store.hasPeople()) return undefined
    const [now, token] = [this.#clock(), makeToken()]
    this.#store.doors.addToken({ hash: sha256Hex(token), kind: 'first', madeAt: now, until: now + firstLasts })
    return token
  }

  /** The row of a token that works. */
  byToken(token: string): Token | Refusal {
    const row = this.#store.doors.token(sha256Hex(token))
    return row && this.#works(row) && this.#leadsIn(row) ? row : { refused: 'expired' }
  }

  /** The row of a code that works in this window. What does not match is counted. */
  byCode(email: string, code: string, window: string): Token | Refusal {
    const asked = this.#store.doors.askedIn(sha256Hex(window), email)
    if (asked.length === 0) return { refused: 'wrong-code' }
    const open = asked.filter((row) => this.#works(row) && row.tries < codeTries)
    if (open.length === 0) return { refused: 'expired' }
    const meant = open.find(({ codeHash }) => codeHash === codeHashOf(window, code))
    if (meant && this.#leadsIn(meant)) return meant
    for (const { hash, tries } of open) this.#store.doors.countTry(hash, tries + 1)
    return { refused: 'wrong-code' }
  }

  /** Whether its redemption has to bring a name. */
  needsName({ kind, email, name }: Token): boolean {
    return kind === 'first' || (name === null && (email === null || !this.#store.personWith(email)))
  }

  /** Whether somebody with this address may come in. */
  isKnown(email: string): boolean {
    // Both are asked for in any case: an address that is known must not be answered sooner.
    const [person, invitations] = [this.#store.personWith(email), this.#store.doors.invitationsOf(email, this.#clock())]
    return person !== undefined || invitations.length > 0
  }

  /** Counts who knocks, and refuses who does that too often. */
  refusal(visit: Visit): Refusal | undefined {
    const wait = this.#visits.count(visit.from, this.#clock())
    return wait === undefined ? undefined : tooMany(wait)
  }

  #tooManyMails(kind: TokenKind, email: string): Refusal | undefined {
    const now = this.#clock()
    const { times, first } = this.#store.doors.asked(kind, email, now - hour)
    return times < mostMailsAnHour ? undefined : tooMany(first + hour - now)
  }

  #works({ usedAt, until }: Token): boolean {
    return usedAt === null && until > this.#clock()
  }

  /** Whether what a token leads to is still there. */
  #leadsIn({ kind, email, subject }: Token): boolean {
    switch (kind) {
      case 'sign-in':
        return email !== null && this.isKnown(email)
      case 'invitation':
        return this.#store.doors
          .invitationsOf(email ?? '', this.#clock())
          .some(({ invitation }) => invitation === subject)
      case 'first':
        return !this.#store.hasPeople()
      case 'join':
        return true
      default:
        return kind satisfies never
    }
  }

  #tidy(now: number): void {
    this.#store.doors.removeTokensBefore(now - day)
  }
}

/** The window's own secret salts its code: who reads the database cannot try out a million codes. */
function codeHashOf(window: string, code: string): string {
  return sha256Hex(`${window}:${code}`)
}

function tooMany(wait: number): Refusal {
  return { refused: 'too-many', retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) }
}
