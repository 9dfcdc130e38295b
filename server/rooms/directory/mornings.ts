/** The people of the board live by this clock. */
const zone = 'Europe/Amsterdam'
const hourOfMails = 7
const hour = 3_600_000
const monday = 1

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', hourCycle: 'h23', weekday: 'short' })
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** The first full hour after a moment (in ms since 1970) at which it is seven in the morning in the Netherlands. */
export function nextMorning(after: number): number {
  return nextHour(after, () => true)
}

/** The same, on a Monday. */
export function nextMonday(after: number): number {
  return nextHour(after, (weekday) => weekday === monday)
}

/** In steps that end an hour early, so that it is right also in the nights in which the clock is moved. */
function nextHour(after: number, isDay: (weekday: number) => boolean): number {
  for (let at = (Math.floor(after / hour) + 1) * hour; ; ) {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    const left = (hourOfMails - Number(parts.get('hour')) + 24) % 24
    if (left === 0 && isDay(weekdays.indexOf(parts.get('weekday') ?? ''))) return at
    at += Math.max(1, (left || 24) - 1) * hour
  }
}
