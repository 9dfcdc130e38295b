import type { Clock, Log, SendMail } from '../ports.ts'
import type { Directory } from '../rooms/directory.ts'

/** Timers count in 32 bits; and a clock that was set back must not silence the post for long. */
const longestSleep = 3_600_000

/**
 * Writes and sends the directory's mails: at once when there is news, and again when the next is due. Without a mail server
 * they are only written.
 */
export class Mailing {
  readonly #directory: Directory
  readonly #send: SendMail | undefined
  readonly #clock: Clock
  readonly #log: Log
  #timer: NodeJS.Timeout | undefined
  #isStopped = false
  #round: Promise<void> = Promise.resolve()

  constructor(directory: Directory, send: SendMail | undefined, clock: Clock, log: Log) {
    this.#directory = directory
    this.#send = send
    this.#clock = clock
    this.#log = log
    this.wake()
  }

  /** Sends what is due as soon as whoever wrote it is done. */
  wake(): void {
    this.#sleep(0)
  }

  /** Resolves when what was on its way has gone or failed. What waits is sent after the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#round
  }

  #sleep(time: number): void {
    if (this.#isStopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#work(), time).unref()
  }

  #work(): void {
    this.#round = this.#round
      .then(() => (this.#isStopped ? undefined : this.#directory.sendMails(this.#send)))
      .then(() => {
        const next = this.#directory.nextMailAt
        if (next !== undefined) this.#sleep(Math.min(Math.max(next - this.#clock(), 0), longestSleep))
      })
      .catch((error: unknown) => {
        // The directory could not be read or written. What waits there still waits.
        this.#log('error', 'mails-not-sent', { cause: String(error) })
        this.#sleep(longestSleep)
      })
  }
}
