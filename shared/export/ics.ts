import type { Day } from '../date.ts'
import { stepWords } from './adoption-annex.ts'
import type { ExportLanguage } from './formats.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'
import { exportWords } from './words.ts'

/**
 * The deadlines, agreements and days of adoption as all-day events (RFC 5545). Their UIDs come from the ids, so that a newer file changes
 * what a calendar has instead of doubling it.
 */
export function toIcs(
  agenda: ExportedAgenda,
  language: ExportLanguage,
  subscription?: { refreshEvery: string },
): string {
  const { title, edition } = exportWords(language)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Ontwikkelagenda//Export//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // What is subscribed to is always what holds now; of a file the edition says what it was.
    `X-WR-CALNAME:${escaped(subscription ? title(agenda) : `${title(agenda)} (${edition(agenda)})`)}`,
    ...(subscription
      ? [`REFRESH-INTERVAL;VALUE=DURATION:${subscription.refreshEvery}`, `X-PUBLISHED-TTL:${subscription.refreshEvery}`]
      : []),
    ...timezone,
    ...agenda.themes.flatMap(({ items }) => items.flatMap((item) => eventsOf(item, agenda, language))),
    ...planEvents(agenda, language),
    ...adoptionEvents(agenda, language),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** A calendar without a component is none (RFC 5545, 3.6), and an agenda may have no day in it yet. */
const timezone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

function eventsOf(item: ExportedItem, agenda: ExportedAgenda, language: ExportLanguage): string[] {
  const { text, itemTitle } = exportWords(language)
  const about = text.itemHeading(item.number, itemTitle(item))
  const event = (id: string, day: Day, summary: string, description: string) =>
    eventOf(agenda, { id: `${item.id}.${id}`, day, summary, description, category: item.theme })
  return [
    ...item.deadlines.flatMap(({ id, name, date }) =>
      date ? event(`deadline.${id}`, date, text.calendarDeadline(name, itemTitle(item)), about) : [],
    ),
    ...item.agreements.flatMap(({ id, text: what, organisation, person, due, done }) => {
      const who = [organisation, person].filter((name) => name !== undefined).join(', ')
      const description = [about, who, done ? text.calendarDone : ''].filter((line) => line !== '').join('\n')
      return due ? event(`agreement.${id}`, due, text.calendarAgreement(what), description) : []
    }),
  ]
}

/** The days on which the plans are due that the agenda feeds. */
function planEvents(agenda: ExportedAgenda, language: ExportLanguage): string[] {
  const { text, words } = exportWords(language)
  return agenda.plans.flatMap(({ id, name, kind, organisation, deadline }) =>
    deadline
      ? eventOf(agenda, {
          id: `plan.${id}`,
          day: deadline,
          summary: text.calendarPlan(name || words.plan[kind], organisation),
          description: words.plan[kind],
          category: text.plans,
        })
      : [],
  )
}

/** The days on which the bodies of the parties are to have adopted a version. */
function adoptionEvents(agenda: ExportedAgenda, language: ExportLanguage): string[] {
  const words = exportWords(language)
  const { text, adoption } = words
  return (agenda.adoption ?? []).flatMap(({ version, parties }) =>
    parties.flatMap(({ id, organisation, steps }) =>
      steps.flatMap((step) => {
        if (!step.due) return []
        const { outcome, date, reference } = step
        const stands = date ? adoption.on(adoption.outcome[outcome], words.day(date)) : adoption.outcome[outcome]
        return eventOf(agenda, {
          id: `adoption.${version}.${id}.${step.id}`,
          day: step.due,
          summary: text.calendarAdoption(stepWords(step, words), organisation, version),
          description: [stands, reference ? adoption.reference(reference) : ''].filter(Boolean).join('\n'),
          category: text.table.adoption,
          ...(step.recorded && { at: step.recorded }),
        })
      }),
    ),
  )
}

/** `at` is when it became so, where that was after the edition that it stands in. */
type CalendarEvent = { id: string; day: Day; summary: string; description: string; category: string; at?: string }

function eventOf({ id: agenda, edition }: ExportedAgenda, event: CalendarEvent): string[] {
  const { id, day, summary, description, category, at = edition.at } = event
  const stamp = new Date(Math.max(Date.parse(edition.at), Date.parse(at))).toISOString()
  const moment = `${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  return [
    'BEGIN:VEVENT',
    `UID:${agenda}.${id}@ontwikkelagenda`,
    `DTSTAMP:${moment}`,
    `LAST-MODIFIED:${moment}`,
    // Without an end it takes its one day (RFC 5545, 3.6.1).
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(category ? [`CATEGORIES:${escaped(category)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** Lines of at most 75 octets: the sign that would go over begins the next, after a space. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
    if (octets + size > 75) {
      result += '\r\n '
      octets = 1
    }
    result += sign
    octets += size
  }
  return result
}
