import type { PersonId } from '../../shared/ids.ts'

/** What one connection may cost. Handed in, so that tests can make them small or large. */
export type Limits = {
  /** The largest frame, in bytes, from someone who may write the text, and from everyone else. */
  writerFrameBytes: number
  otherFrameBytes: number
  writerBytesPerMinute: number
  otherBytesPerMinute: number
  framesPerSecond: number
  /** How many frames may come at once before the rate counts. */
  frameBurst: number
  /** How often the whole document may be asked for: each answer costs what the document weighs. */
  requestsPerSecond: number
  requestBurst: number
  /** How far a reader may fall behind, in bytes, before it is cut. */
  unsentBytes: number
  /** The largest presence entry that is passed on. */
  presenceBytes: number
}

export const defaultLimits: Limits = {
  writerFrameBytes: 8 << 20,
  otherFrameBytes: 64 << 10,
  writerBytesPerMinute: 64 << 20,
  otherBytesPerMinute: 4 << 20,
  framesPerSecond: 200,
  frameBurst: 1000,
  requestsPerSecond: 1,
  requestBurst: 20,
  unsentBytes: 4 << 20,
  presenceBytes: 2 << 10,
}

/** A token bucket: so much at once, refilled at a steady rate per second. */
export class Budget {
  #left: number
  #at: number
  readonly #size: number
  readonly #perSecond: number

  constructor(size: number, perSecond: number, now: number) {
    this.#left = size
    this.#size = size
    this.#perSecond = perSecond
    this.#at = now
  }

  /** Whether so much may still be spent at this moment (in ms); if so, it is. */
  spend(amount: number, now: number): boolean {
    this.#left = Math.min(this.#size, this.#left + (Math.max(0, now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    if (amount > this.#left) return false
    this.#left -= amount
    return true
  }
}

/** A budget for each person: nobody spends another's. */
export class Budgets {
  readonly #size: number
  readonly #perSecond: number
  readonly #of = new Map<PersonId, Budget>()

  constructor(size: number, perSecond: number) {
    this.#size = size
    this.#perSecond = perSecond
  }

  spend(person: PersonId, amount: number, now: number): boolean {
    const budget = this.#of.get(person) ?? new Budget(this.#size, this.#perSecond, now)
    this.#of.set(person, budget)
    return budget.spend(amount, now)
  }
}
