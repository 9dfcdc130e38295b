import type { Amount } from '../amount.ts'
import { isDay } from '../date.ts'
import { exported as english } from '../messages/en/export.ts'
import { version as englishVersion } from '../messages/en/version.ts'
import { words as englishWords } from '../messages/en/words.ts'
import { exported as dutch } from '../messages/nl/export.ts'
import { version as dutchVersion } from '../messages/nl/version.ts'
import { words as dutchWords } from '../messages/nl/words.ts'
import type { ExportLanguage } from './formats.ts'
import type { ExportedAgenda } from './model.ts'

export type ExportWords = ReturnType<typeof makeWords>

const known: Partial<Record<ExportLanguage, ExportWords>> = {}

/** The words of one language, and how it writes days and numbers. */
export function exportWords(language: ExportLanguage): ExportWords {
  known[language] ??= makeWords(language)
  return known[language]
}

function makeWords(language: ExportLanguage) {
  const locale = language === 'en' ? 'en-GB' : 'nl-NL'
  const text = language === 'en' ? english : dutch
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const day = (value: string) => (isDay(value) ? days.format(new Date(value)) : value)
  // Who reads a file was not there when it was made: the clock is that of the region.
  const clock = { timeZone: 'Europe/Amsterdam' }
  const daysOfMoments = new Intl.DateTimeFormat(locale, { ...clock, dateStyle: 'long' })
  const moments = new Intl.DateTimeFormat(locale, { ...clock, dateStyle: 'medium', timeStyle: 'short' })
  return {
    language,
    locale,
    text,
    words: language === 'en' ? englishWords : dutchWords,
    adoption: (language === 'en' ? englishVersion : dutchVersion).adoption,
    day,
    /** The day of a moment, and the moment itself. */
    dayOf: (at: string) => daysOfMoments.format(new Date(at)),
    timeOf: (at: string) => moments.format(new Date(at)),
    number: (value: Amount) => (value === 'masked' ? text.masked : numbers.format(value)),
    /** Which edition it is, with its day. */
    edition: ({ edition }: ExportedAgenda) =>
      edition.kind === 'draft'
        ? text.draftOf(daysOfMoments.format(new Date(edition.at)))
        : text.version(edition.number, day(edition.date)),
    title: (agenda: ExportedAgenda) => agenda.title || text.untitled,
    itemTitle: (item: { title: string }) => item.title || text.untitledItem,
  }
}
