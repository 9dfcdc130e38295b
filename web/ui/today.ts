import { createSignal } from 'solid-js'
import type { Day } from '../../shared/date.ts'

// What is late is late by Dutch time, wherever the reader's own clock stands. 'sv-SE' writes YYYY-MM-DD.
const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
const [today, setToday] = createSignal(dayNow())

/** Today in the Netherlands. Moves on by itself when a tab stays open over midnight. */
export { today }

export function watchToday(): () => void {
  const timer = setInterval(() => setToday(dayNow()), 60_000)
  return () => clearInterval(timer)
}

function dayNow(): Day {
  // The formatter's form is exactly that of a Day.
  return dutchDay.format(new Date()) as Day
}
