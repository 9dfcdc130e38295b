import type { Day } from '../../../../shared/date.ts'
import type { Moments } from '../../../../shared/moments.ts'

/** The moment in an address, as it is asked of the server; undefined for now, and for what is no moment. */
export function momentIn(text: string | undefined): string | undefined {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** At which change the slider stands for a moment: the last one that had come in by then. For now, the last of all. */
export function positionOf({ changes }: Pick<Moments, 'changes'>, at: string | undefined): number {
  if (at === undefined) return Math.max(0, changes.length - 1)
  return Math.max(
    0,
    changes.findLastIndex((change) => change.at <= at),
  )
}

/** Whether everything that is on record had come in by that moment: then it is now. */
export function isNow({ last }: Pick<Moments, 'last'>, at: string): boolean {
  return last === undefined || at >= last
}

/** A day on the clock of who looks, as a date field has it. */
export function localDay(at: string): Day {
  const date = new Date(at)
  const written = (part: number, length: number) => String(part).padStart(length, '0')
  // Written as a Day is.
  return `${written(date.getFullYear(), 4)}-${written(date.getMonth() + 1, 2)}-${written(date.getDate(), 2)}` as Day
}

/** The last moment of a day on the clock of who looks; undefined for what is no day. */
export function endOfDay(day: string): string | undefined {
  return momentIn(day && `${day}T23:59:59.999`)
}
