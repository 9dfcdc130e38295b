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
