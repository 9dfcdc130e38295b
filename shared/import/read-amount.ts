import { type Amount, masked } from '../amount.ts'

/**
 * A number as people here write it: 1.250,5 or 12,5 or 12.5, perhaps with a unit of its own (%, €); "< 5" and whatever is 1
 * to 4 is masked (rule P1). Undefined when it is none.
 */
export function readAmountText(text: string): Amount | undefined {
  const plain = text.trim().replace(/[\s\u00A0\u202F]+/g, '')
  if (/^<0*5(?:,0+)?$/.test(plain) || /^(?:masked|gemaskeerd)$/i.test(plain)) return 'masked'
  const bare = plain.replace(/^€/, '').replace(/(?:%|€|,-)$/, '')
  const digits = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare
  if (!/^[+-]?\d{1,15}(?:[.,]\d{1,15})?$/.test(digits)) return undefined
  return masked(Number(digits.replace(',', '.')))
}
