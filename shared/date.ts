/** A calendar day as 'YYYY-MM-DD'. Days have no time zone: a deadline is the same day for everyone. */
export type Day = `${number}-${number}-${number}`

/** Whether the value is a day that exists: '2027-02-31' is none. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whole days from one day to another; negative when the other lies before it. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
