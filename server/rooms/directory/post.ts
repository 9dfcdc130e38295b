import type { LocalMail } from '../../../shared/account.ts'
import type { Clock, Log, Mail, SendMail } from '../../ports.ts'
import type { MailStore } from '../../store/mail-store.ts'

const minute = 60_000
/** How long to wait after each try that failed; after the last one it is given up. */
const pauses = [1, 5, 30, 60, 120, 240, 480].map((minutes) => minutes * minute)
const kept = 24 * 60 * minute

/**
 * Where mails go: to a mail server; where there is none to the page and terminal of this machine; or, on a public address
 * without a mail server, nowhere, since a terminal that others may read must not hold ways in.
 */
export type MailWay =
  | { to: 'server'; onWaiting: () => void }
  | { to: 'machine'; print: (mail: Mail) => void }
  | { to: 'nowhere' }

/** The mails that are to be sent. Writing one is part of what asked for it; sending comes later, and is tried again. */
export class Post {
  readonly #store: MailStore
  readonly #clock: Clock
  readonly #log: Log
  readonly #way: () => MailWay
  #isSending = false

  constructor(store: MailStore, clock: Clock, log: Log, way: () => MailWay) {
    this.#store = store
    this.#clock = clock
    this.#log = log
    this.#way = way
  }

  /** Writes a mail that is of use until then. */
  write(mail: Mail, until: number): void {
    const now = this.#clock()
    this.#store.removeBefore(now - kept)
    const way = this.#way()
    switch (way.to) {
      case 'server':
        this.#store.add({ ...mail, until }, 'waiting', now)
        return way.onWaiting()
      case 'machine':
        this.#store.add({ ...mail, until }, 'local', now)
        return way.print(mail)
      case 'nowhere':
        return this.writeNowhere()
      default:
        return way satisfies never
    }
  }

  /** Costs what writing a mail costs, and writes none: nobody can tell by the time it takes whom we know. */
  writeNone(): void {
    const now = this.#clock()
    this.#store.removeBefore(now - kept)
    this.#store.add(undefined, 'sent', now)
    const way = this.#way()
    if (way.to === 'server') way.onWaiting()
  }

  /** A mail that cannot go anywhere, for want of a setting. */
  writeNowhere(): void {
    this.#store.add(undefined, 'failed', this.#clock())
    this.#log('error', 'mail-goes-nowhere')
  }

  /** A mail that is not written because its address got so many already. */
  holdBack(): void {
    this.#log('warn', 'mail-held-back')
  }

  /** Whether mails stay on this machine, where who looks after it reads them. */
  get staysHere(): boolean {
    return this.#way().to === 'machine'
  }

  /** When the next mail is to be sent; undefined when none waits, or nothing would take it. */
  get nextAt(): number | undefined {
    return this.#way().to === 'server' ? this.#store.nextAt() : undefined
  }

  /** Sends what is due, one after the other. A mail that its server does not take waits for its next try. */
  async sendDue(send: SendMail): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (let due = this.#store.due(this.#clock()); due; due = this.#store.due(this.#clock())) {
        const { seq, mail, tries } = due
        const { until, ...letter } = mail
        if (until < this.#clock()) {
          this.#store.end(seq, 'failed', tries)
          this.#log('warn', 'mail-too-late', { mail: seq, tries })
          continue
        }
        const failure = await send(letter).then(
          () => undefined,
          (error: unknown) => codeOf(error),
        )
        if (failure === undefined) this.#store.end(seq, 'sent', tries + 1)
        else this.#failed(seq, tries + 1, failure)
      }
    } finally {
      this.#isSending = false
    }
  }

  /** What is shown on this machine: the mails of the last day, the newest first. */
  local(): LocalMail[] {
    this.#store.removeBefore(this.#clock() - kept)
    return this.#store
      .local()
      .map(({ at, mail: { to, subject, text } }) => ({ at: new Date(at).toISOString(), to, subject, text }))
  }

  #failed(seq: number, tries: number, cause: string): void {
    const pause = pauses[tries - 1]
    if (pause === undefined) this.#store.end(seq, 'failed', tries)
    else this.#store.retry(seq, tries, this.#clock() + pause)
    this.#log(pause === undefined ? 'error' : 'warn', 'mail-not-sent', { mail: seq, tries, cause })
  }
}

/** What went wrong, without the words of the server: those may hold the address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  return (
    [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown'
  )
}
