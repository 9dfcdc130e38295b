import { plainWord } from './table.ts'

const words = new Map<string, boolean>([
  ...['ja', 'j', 'yes', 'y', 'x', 'v', '✓', '✔', '☑', 'waar', 'true', 'klaar', 'gereed', 'gedaan', 'done'].map(
    (word) => [word, true] as const,
  ),
  ...['nee', 'n', 'no', '-', '–', '☐', 'onwaar', 'false', 'niet', 'nog niet', 'not yet', 'open'].map(
    (word) => [word, false] as const,
  ),
])

/** What people tick in a column where a day could stand: whether it is done, not when. */
export function readYesNo(text: string): boolean | undefined {
  return words.get(plainWord(text))
}
