import { type Amount, masked } from '../../../../shared/amount.ts'

/**
 * The value that somebody wrote: a number, or what a masked one reads as. A number of 1 to 4 is masked here, before anything
 * of it is kept (rule P1).
 */
export function amountFromText(text: string, language: 'nl' | 'en'): Amount | undefined {
  if (/^\s*<\s*5\s*$/.test(text)) return 'masked'
  const number = numberFromText(text, language)
  return number === undefined ? undefined : masked(number)
}

/** Whether keeping this masks it: then its writer is told beforehand. */
export function isMaskedWhenKept(text: string, language: 'nl' | 'en'): boolean {
  return numberFromText(text, language) !== undefined && amountFromText(text, language) === 'masked'
}

/**
 * The number that somebody wrote, as people in both languages write it: 1.200, 1200, 3,5 and 3.5. A point with exactly
 * three digits after it separates thousands in Dutch, and in English only a comma does so.
 */
export function numberFromText(text: string, language: 'nl' | 'en'): number | undefined {
  const [thousands, decimal] = language === 'nl' ? ['.', ','] : [',', '.']
  const compact = text.replace(/[\s\u00a0]/g, '').replace('−', '-')
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`)
  const plain = grouped.test(compact) ? compact.replaceAll(thousands, '') : compact
  if (!/^-?\d{1,12}([.,]\d{1,6})?$/.test(plain)) return undefined
  return Number(plain.replace(',', '.'))
}
