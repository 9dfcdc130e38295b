import { isDay } from '../date.ts'
import { isId, type OrganisationId } from '../ids.ts'

/** A moment in the life of an agenda, as somebody asks for it: a version, what stands there now, or what stood there once. */
export type Moment =
  | { kind: 'version'; number: number }
  | { kind: 'now' }
  /** ISO 8601 in UTC. */
  | { kind: 'past'; at: string }
  /** The version that this party's bodies adopted last; before its first, an empty agenda. */
  | { kind: 'adopted'; by: OrganisationId }

const version = /^version:([1-9]\d{0,5})$/
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * Reads a moment from an address: `version:2`, `now`, `adopted:<organisation>`, a date and time with its zone, or a day, which
 * stands for its end. Undefined for anything else.
 */
export function parseMoment(text: string): Moment | undefined {
  if (text === 'now') return { kind: 'now' }
  const number = version.exec(text)?.[1]
  if (number !== undefined) return { kind: 'version', number: Number(number) }
  if (text.startsWith('adopted:')) {
    const by = text.slice('adopted:'.length)
    return isId<OrganisationId>(by) ? { kind: 'adopted', by } : undefined
  }
  if (isDay(text)) return { kind: 'past', at: `${text}T23:59:59.999Z` }
  // JavaScript takes 31 February for a day in March.
  if (!dateTime.test(text) || !isDay(text.slice(0, 10))) return undefined
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? undefined : { kind: 'past', at: at.toISOString() }
}

/** How a moment is written in an address; reading it gives the same one. */
export function writeMoment(moment: Moment): string {
  switch (moment.kind) {
    case 'version':
      return `version:${moment.number}`
    case 'now':
      return 'now'
    case 'past':
      return moment.at
    case 'adopted':
      return `adopted:${moment.by}`
  }
}

/** Whether only who sees the living agenda may see this (rule V7). */
export function isDraftMoment({ kind }: Moment): boolean {
  return kind === 'now' || kind === 'past'
}
