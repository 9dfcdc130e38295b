import type { Day } from '../date.ts'
import type { ExportLanguage } from './formats.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'
import { exportWords } from './words.ts'

/**
 * The deadlines and agreements as all-day events (RFC 5545). Their UIDs come from the ids, so that a newer file changes
 * what a calendar has instead of doubling it.
 */
export function toIcs(agenda: ExportedAgenda, language: ExportLanguage): string {
  const { title, edition } = exportWords(language)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Ontwikkelagenda//Export//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`${title(agenda)} (${edition(agenda)})`)}`,
    ...agenda.themes.flatMap(({ items }) => items.flatMap((item) => eventsOf(item, agenda, language))),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventsOf(item: ExportedItem, agenda: ExportedAgenda, language: ExportLanguage): string[] {
  const { text, itemTitle } = exportWords(language)
  const { edition } = agenda
  const stamp = edition.kind === 'draft' ? edition.at : `${edition.date}T00:00:00.000Z`
  const about = text.itemHeading(item.number, itemTitle(item))
  const event = (id: string, day: Day, summary: string, description: string) => [
    'BEGIN:VEVENT',
    `UID:${agenda.id}.${item.id}.${id}@ontwikkelagenda`,
    `DTSTAMP:${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(day).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(item.theme ? [`CATEGORIES:${escaped(item.theme)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
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

function dayAfter(day: Day): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
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
