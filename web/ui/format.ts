import type { Amount } from '../../shared/amount.ts'
import { type Day, daysBetween } from '../../shared/date.ts'
import { type Language, useLanguage } from './language.tsx'
import { today } from './today.ts'

/** Days and numbers as the chosen language writes them. Days are read as UTC, so that no time zone can shift them. */
export function useFormat() {
  const { t, language } = useLanguage()
  const formats = () => formatsOf(language())
  return {
    /** 1 februari 2027 */
    day: (day: Day) => formats().day.format(new Date(day)),
    /** 1 feb, with its year when that is not the present one */
    shortDay: (day: Day) =>
      formats()[day.slice(0, 4) === today().slice(0, 4) ? 'shortDay' : 'shortDayAndYear'].format(new Date(day)),
    /** A moment as the server wrote it, in the reader's own time zone. */
    moment: (at: string) => formats().moment.format(new Date(at)),
    number: (value: number) => formats().number.format(value),
    /** What was measured: a count of 1 to 4 reads "< 5" everywhere (rule P1). */
    measured: (value: Amount) => (value === 'masked' ? '< 5' : formats().number.format(value)),
    /** 3 dagen te laat */
    late: (due: Day) => t('board.daysLate', daysBetween(due, today())),
    /** 2027 tot en met 2030, or whole days when the period does not follow calendar years */
    period: (from: Day | undefined, to: Day | undefined) => {
      if (!from || !to) return ''
      const years = from.endsWith('-01-01') && to.endsWith('-12-31')
      const write = (day: Day) => (years ? day.slice(0, 4) : formats().day.format(new Date(day)))
      return t('board.period', write(from), write(to))
    },
    compare: (a: string, b: string) => formats().collator.compare(a, b),
    list: (words: string[]) => formats().list.format(words),
  }
}

type Formats = ReturnType<typeof makeFormats>
const known: Partial<Record<Language, Formats>> = {}

/** Made once a language: making one costs more than drawing a card. */
function formatsOf(language: Language): Formats {
  known[language] ??= makeFormats(language === 'en' ? 'en-GB' : 'nl-NL')
  return known[language]
}

function makeFormats(locale: string) {
  const days = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  return {
    day: days({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: days({ day: 'numeric', month: 'short' }),
    shortDayAndYear: days({ day: 'numeric', month: 'short', year: 'numeric' }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    collator: new Intl.Collator(locale, { numeric: true }),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
  }
}
