import { type Day, isDay } from '../date.ts'

const months = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'february'],
  ['maart', 'mrt', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['augustus', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
/** The days that spreadsheets count from 1900 on, as far as an agenda looks: 1954 to 2119. Others are just numbers. */
const [firstSerial, lastSerial] = [20_000, 80_000]

/**
 * A day as people, spreadsheets and our own exports write it: 1-9-2027, 01/09/27, 2027-09-01, 1 september 2027, or as a
 * spreadsheet counts days. The day comes before the month, as everywhere here; undefined when it is none.
 */
export function readDay(text: string): Day | undefined {
  const plain = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/.exec(plain)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const numbers = /^(?:[a-z]+,? )?(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})$/.exec(plain)
  if (numbers) return dayOf(numbers[3], numbers[2], numbers[1])
  const words = /^(?:[a-z]+,? )?(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4}|\d{2})$/.exec(plain)
  if (words) return dayOf(words[3], monthOf(words[2]), words[1])
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(plain) ? Number.parseInt(plain, 10) : 0
  return serial >= firstSerial && serial <= lastSerial ? serialToDay(serial) : undefined
}

/** The day that a spreadsheet counts so: it takes 1900 for a leap year, so that counting begins a day before. */
export function serialToDay(serial: number, from1904 = false): Day | undefined {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const date = new Date(start + Math.floor(serial) * 86_400_000)
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  return isDay(day) ? day : undefined
}

function monthOf(name: string | undefined): string {
  return String(months.findIndex((names) => names.some((known) => known === name)) + 1)
}

function dayOf(year = '', month = '', day = ''): Day | undefined {
  const whole = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(whole) ? whole : undefined
}
