import type { Amount } from '../../../../shared/amount.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** A value as it is typed: with the decimal sign of the language, without thousands, in full. */
export function useNumberText(): (value: Amount | undefined) => string {
  const { language } = useLanguage()
  return (value) => {
    if (value === undefined) return ''
    if (value === 'masked') return '< 5'
    const text = String(value)
    return language() === 'nl' ? text.replace('.', ',') : text
  }
}
