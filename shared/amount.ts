/**
 * A value of an indicator: a number, or `masked` for one of 1 to 4. A count that small could point at a child, so nothing
 * here ever holds which of these it was (rule P1).
 */
export type Amount = number | typeof marker

const marker = 'masked'
const [least, most] = [1, 4]

export function isMasked(value: Amount): boolean {
  return value === marker || (value >= least && value <= most)
}

/** The value as it may be kept, shown and sent. */
export function masked(value: Amount): Amount {
  return isMasked(value) ? marker : value
}

/** What stands where an amount should, written by anyone; undefined when it is none. */
export function readAmount(value: unknown): Amount | undefined {
  if (value === marker) return marker
  return typeof value === 'number' && Number.isFinite(value) ? masked(value) : undefined
}

/** Where a value stands among others: nothing else lies between 1 and 4, so a masked one can be told from each of them. */
export function placeOf(value: Amount): number {
  const kept = masked(value)
  return kept === marker ? (least + most) / 2 : kept
}

/** Between which numbers a value lies. What is said of a masked one must hold for all of these. */
export function boundsOf(value: Amount): { low: number; high: number } {
  const kept = masked(value)
  return kept === marker ? { low: least, high: most } : { low: kept, high: kept }
}
