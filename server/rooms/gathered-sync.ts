/** What a sync is for: `cover` notes what is written by now, `covered` hears that it is on the disk. */
type Options<Covered> = {
  durable: () => Promise<void>
  /** How long commits are gathered before they are synced together, in ms. */
  gatherFor: number
  cover: () => Covered
  covered: (covered: Covered) => void
  /** After a failed sync nobody knows what is on the disk; trying again could report what was lost as saved. */
  failed: (error: unknown) => void
}

/**
 * Syncs to the disk, one at a time; each covers the commits made before it began. A sync waits a moment first, so that it
 * covers what several people type at once: it costs more than all the rest of an edit.
 */
export class GatheredSync<Covered> {
  readonly #options: Options<Covered>
  #state: 'idle' | 'syncing' | 'over' = 'idle'
  #isAskedAgain = false

  constructor(options: Options<Covered>) {
    this.#options = options
  }

  /** Something was written that should be on the disk. */
  ask(): void {
    this.#isAskedAgain = true
    if (this.#state !== 'idle') return
    this.#state = 'syncing'
    const { gatherFor } = this.#options
    if (gatherFor === 0) this.#sync()
    else setTimeout(() => this.#sync(), gatherFor)
  }

  /** Nobody is there to be told any more. */
  stop(): void {
    this.#state = 'over'
  }

  #sync(): void {
    if (this.#state === 'over') return
    this.#isAskedAgain = false
    const { durable, cover, covered, failed } = this.#options
    const written = cover()
    durable().then(
      () => {
        if (this.#state === 'syncing') this.#state = 'idle'
        covered(written)
        if (this.#isAskedAgain) this.ask()
      },
      (error: unknown) => {
        this.#state = 'over'
        failed(error)
      },
    )
  }
}
