/**
 * How long texts may be, in UTF-16 units: far beyond what anyone writes, so that only a broken or hostile client ever
 * meets them.
 */
export const longest = {
  /** A plain value: a name, a reason, an address. */
  value: 10_000,
  /** A live text of one line: a title, an agreement. */
  line: 10_000,
  /** The words between two elements of a rich text: mostly those of one paragraph. */
  paragraph: 200_000,
} as const
