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

/** The words of a file: it is read by people who were not there when it was made, so that its clock is that of the region. */
export function differenceWords(language: ExportLanguage): DifferenceWords {
  if (!known[language]) {
    const moments = new Intl.DateTimeFormat(exportWords(language).locale, {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'long',
      timeStyle: 'short',
    })
    known[language] = differenceWordsOn((at) => moments.format(new Date(at)), language)
  }
  return known[language]
}

/** The same words on another clock: `moment` writes a moment in ISO 8601 as its reader knows it. */
export function differenceWordsOn(moment: (at: string) => string, language: ExportLanguage): DifferenceWords {
  const words = exportWords(language)
  const difference: typeof dutch = language === 'en' ? english : dutch
  return {
    ...words,
    difference,
    moment: (shown, { organisations }) => {
      const party = (id: string) => (Object.hasOwn(organisations, id) ? organisations[id] : '') || difference.unknown
      switch (shown.kind) {
        case 'version': {
          const day = words.dayOf(shown.at)
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
