const span = 15 * 60_000
/** A town hall is one address: generous. */
const mostVisits = 200
const mostAddresses = 10_000

/** Counts knocks on the door per network address, in memory only: it slows down who tries, it keeps no record of who came. */
export class Visits {
  readonly #most: number
  readonly #counted = new Map<string, { times: number; until: number }>()

  constructor(most: number = mostVisits) {
    this.#most = most
  }

  /** Counts one; gives after how many ms to come back when it was one too many. */
  count(address: string, now: number): number | undefined {
    const from = networkOf(address)
    const known = this.#counted.get(from)
    if (!known || known.until <= now) {
      if (this.#counted.size >= mostAddresses) this.#forget(now)
      this.#counted.set(from, { times: 1, until: now + span })
      return undefined
    }
    known.times += 1
    return known.times > this.#most ? known.until - now : undefined
  }

  #forget(now: number): void {
    for (const [from, { until }] of this.#counted) if (until <= now) this.#counted.delete(from)
    // Whoever has this many addresses is not stopped by counting them.
    if (this.#counted.size >= mostAddresses) this.#counted.clear()
  }
}

/** Whoever has one address of IPv6 has as many as they like: the first 64 bits of it say whose they are. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [before = [], after] = address.split('::').map((part) => (part === '' ? [] : part.split(':')))
  const zeros = after ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0') : []
  return [...before, ...zeros, ...(after ?? [])].slice(0, 4).join(':')
}
