import type { Database } from '../../../server/ports.ts'

/**
 * One promise of the storage, as a function that runs where the database is and tells what it saw. What that must be is
 * compared in the test, so that nothing of a test runner has to run inside a Durable Object.
 */
export type StorageRule = {
  name: string
  /** Every call of `open` gives what is stored as a program that has just started finds it. Answers with plain JSON. */
  see: (open: () => Database) => unknown
  is: unknown
}

/** What a function throws: its message, and the reason behind it if there is one. */
export function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Error)) return String(error)
    return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
  }
  return nothing
}

const nothing = 'nothing is thrown'

/** Whether a function is refused, for whatever reason: the words for it differ per runtime. */
export function isRefused(act: () => unknown): boolean {
  return messageOf(act) !== nothing
}

/** Bytes that are easy to know again, and differ all along. */
export function someBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let index = 0; index < length; index++) bytes[index] = (index * 31 + (index >> 8)) & 255
  return bytes
}

export function areEqual(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && other.every((byte, index) => one[index] === byte)
}
