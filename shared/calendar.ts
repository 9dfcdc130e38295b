import * as v from 'valibot'
import { type AgendaId, isId } from './ids.ts'

// An address by which the calendar of one person asks for the days of an agenda, again and again, without signing in.

const moment = v.pipe(v.string(), v.isoTimestamp())

/** GET …/calendar: since when I have one; the address itself is told once only. */
export const calendarState = v.strictObject({ since: v.optional(moment) })
export type CalendarState = v.InferOutput<typeof calendarState>

/** PUT …/calendar: the new address. The one of before works no more. */
export const madeCalendar = v.strictObject({ since: moment, path: v.string() })
export type MadeCalendar = v.InferOutput<typeof madeCalendar>

/** Letters and digits only: calendar programs take other signs at the end of an address for the end of a sentence. */
export const calendarSecret = {
  signs: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  /** 256 bits. */
  length: 43,
} as const

/** The address says of which agenda it is, so that its room is found without a list of addresses. */
export function calendarPath(agenda: AgendaId, secret: string): string {
  return `/ics/${agenda}.${secret}.ics`
}

/** What the last part of such an address says; undefined when it is none. */
export function readCalendarName(name: string): { agenda: AgendaId; secret: string } | undefined {
  const [, agenda, secret] = /^([^.]+)\.([0-9A-Za-z]{43})\.ics$/.exec(name) ?? []
  return secret !== undefined && isId<AgendaId>(agenda) ? { agenda, secret } : undefined
}
