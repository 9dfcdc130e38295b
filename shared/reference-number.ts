import { findBsn } from './bsn.ts'

/**
 * The numbers in a text that look like a citizen service number and were not in it before (rule C3), as digits alone.
 * `passed` holds those of which somebody said that they are reference numbers.
 */
export function newNumbers(before: string, after: string, passed: ReadonlySet<string>): string[] {
  const known = numbersIn(before)
  return [...numbersIn(after)].filter((number) => !known.has(number) && !passed.has(number))
}

function numbersIn(text: string): Set<string> {
  return new Set(findBsn(text).map(({ from, to }) => text.slice(from, to).replace(/\D/g, '')))
}
