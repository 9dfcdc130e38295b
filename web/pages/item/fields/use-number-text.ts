import { useLanguage } from '../../../ui/language.tsx'

/** A number as it is typed: with the decimal sign of the language, without thousands, in full. */
export function useNumberText(): (value: number | undefined) => string {
  const { language } = useLanguage()
  return (value) => {
    if (value === undefined) return ''
    const text = String(value)
    return language() === 'nl' ? text.replace('.', ',') : text
  }
}
