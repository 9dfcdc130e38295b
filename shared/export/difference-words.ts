import { difference as english } from '../messages/en/difference.ts'
import { difference as dutch } from '../messages/nl/difference.ts'
import type { Differences, ShownMoment } from '../version/differences.ts'
import type { ExportLanguage } from './formats.ts'
import { type ExportWords, exportWords } from './words.ts'

/** The words of a difference, beside those of every export. */
export type DifferenceWords = ExportWords & {
  difference: typeof dutch
  moment: (moment: ShownMoment, names: Differences['names']) => string
}

const known: Partial<Record<ExportLanguage, DifferenceWords>> = {}

export function differenceWords(language: ExportLanguage): DifferenceWords {
  known[language] ??= makeWords(language)
  return known[language]
}

function makeWords(language: ExportLanguage): DifferenceWords {
  const words = exportWords(language)
  const difference: typeof dutch = language === 'en' ? english : dutch
  // A file is read by people who were not there when it was made: the clock is that of the region.
  const moments = new Intl.DateTimeFormat(words.locale, {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'long',
    timeStyle: 'short',
  })
  const moment = (at: string) => moments.format(new Date(at))
  return {
    ...words,
    difference,
    moment: (shown, { organisations }) => {
      const party = (id: string) => (Object.hasOwn(organisations, id) ? organisations[id] : '') || difference.unknown
      switch (shown.kind) {
        case 'version': {
          const day = words.day(shown.at.slice(0, 10))
          return shown.adoptedBy === undefined
            ? difference.moment.version(shown.number, day)
            : difference.moment.adopted(shown.number, day, party(shown.adoptedBy))
        }
        case 'now':
        case 'past':
          return difference.moment[shown.kind](moment(shown.at))
        case 'nothing':
          return difference.moment.nothing(party(shown.adoptedBy))
      }
    },
  }
}
