import { hasBsn } from '../bsn.ts'
import { findCaseSigns } from '../case-words.ts'

/** What a text must not or had better not say (rules C3 and C4), whoever brings it in. */
export function privacyOf(text: string): 'bsn' | 'case' | undefined {
  if (hasBsn(text)) return 'bsn'
  return findCaseSigns(text).length > 0 ? 'case' : undefined
}
