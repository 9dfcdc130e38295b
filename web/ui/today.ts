import { createSignal } from 'solid-js'
import type { Day } from '../../shared/date.ts'
import { dutchDayOf } from '../../shared/dutch-day.ts'

// What is late is late by Dutch time, wherever the reader's own clock stands.
const [today, setToday] = createSignal(dayNow())

/** Today in the Netherlands. Moves on by itself when a tab stays open over midnight. */
export { today }

export function watchToday(): () => void {
  const timer = setInterval(() => setToday(dayNow()), 60_000)
  return () => clearInterval(timer)
}

function dayNow(): Day {
  return dutchDayOf(Date.now())
}
