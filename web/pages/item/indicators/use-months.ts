import { createMemo } from 'solid-js'
import type { Day } from '../../../../shared/date.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** Months with their year, as the chosen language writes them: "augustus 2027", and "aug 2027" under a plot. */
export function useMonths(): { long: (day: Day) => string; short: (day: Day) => string } {
  const { language } = useLanguage()
  const formats = createMemo(() => {
    const locale = language() === 'en' ? 'en-GB' : 'nl-NL'
    const months = (month: 'long' | 'short') =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month, year: 'numeric' })
    return { long: months('long'), short: months('short') }
  })
  return {
    long: (day) => formats().long.format(new Date(day)),
    short: (day) => formats().short.format(new Date(day)),
  }
}
