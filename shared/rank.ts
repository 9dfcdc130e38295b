import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A fractional index: ranks are compared as plain strings, and moving an item is one write. */
export type Rank = string

/**
 * A rank between two others; `undefined` stands for the start or the end. A few characters of chance are added, so that
 * two people who insert in the same place at once seldom make equal ranks. A bound that is no rank counts as absent.
 */
export function rankBetween(
  before: Rank | undefined,
  after: Rank | undefined,
  chance: () => number = Math.random,
): Rank {
  const [low, high] = bounds(before, after)
  const middle = generateKeyBetween(low, high)
  const spread = middle + letters(chance)
  // Right after the last of all ranks there is room only within it.
  if (low !== null && !isRank(spread)) return low + letters(chance)
  return high === null || spread < high ? spread : middle
}

/** So many ranks in order, between two others. */
export function ranksBetween(before: Rank | undefined, after: Rank | undefined, count: number): Rank[] {
  const [low, high] = bounds(before, after)
  return generateNKeysBetween(low, high, count)
}

/**
 * The rank that puts something at `index` of a list that is already sorted. Neighbours with equal ranks leave no room
 * between them, so the place is then found just after the last of the equals; what has no rank ('') always goes first.
 */
export function rankAt(sorted: readonly Rank[], index: number, chance: () => number = Math.random): Rank {
  const before = sorted[index - 1] ?? ''
  const after = sorted.slice(Math.max(0, index)).find((rank) => rank > before)
  return rankBetween(before, after, chance)
}

/** Compares by rank, and by id where ranks are equal, so that everyone sees the same order. */
export function compareRanked(a: { rank: Rank; id: string }, b: { rank: Rank; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Whether a value can be a rank that others can be put before and after. The library looks at the first character and the
 * last only; and near its very first and last ranks (those on A and z) it runs out of room.
 */
export function isRank(rank: unknown): rank is Rank {
  if (typeof rank !== 'string' || rank.length > longest || !/^[B-Za-y][0-9A-Za-z]+$/.test(rank)) return false
  try {
    generateKeyBetween(rank, null)
    return true
  } catch {
    // A broken client can write any string as a rank; the library says so by throwing.
    return false
  }
}

function bounds(before: Rank | undefined, after: Rank | undefined): [low: Rank | null, high: Rank | null] {
  const low = isRank(before) ? before : null
  return [low, isRank(after) && (low === null || after > low) ? after : null]
}

const longest = 1000
const alphabet = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function letters(chance: () => number): string {
  let text = ''
  for (let count = 0; count < 3; count++) text += alphabet[Math.floor(chance() * alphabet.length)]
  return text
}
