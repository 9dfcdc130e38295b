import { type Amount, readAmount } from '../amount.ts'
import { isDay } from '../date.ts'
import { type RichText, richTextToPlain } from '../document/rich-text.ts'
import type { Json } from '../version/canonical.ts'
import { aroundChange } from './around-change.ts'
import { clean, cleanLine } from './clean.ts'
import type { ExportedChange } from './model.ts'

// A value of the history, as the room kept it: read tolerantly, since older programs wrote older forms of it.

/** What ids are called. */
export type NamesById = {
  organisation: (id: string) => string | undefined
  person: (id: string) => string | undefined
  theme: (id: string) => string | undefined
  plan: (id: string) => string | undefined
  item: (id: string) => string | undefined
}

/**
 * A field before and after, with names instead of ids, masked values masked (rules P1 and X2), of lists only the entries
 * that came, went or changed, and of long texts what stands around the change.
 */
export function namedChange(
  field: string,
  before: unknown,
  after: unknown,
  names: NamesById,
): Pick<ExportedChange, 'before' | 'after'> {
  const [was, is] = isList(field) ? withoutSame(before, after) : [before, after]
  const [earlier, later] = [named(field, was, names), named(field, is, names)]
  if (typeof earlier !== 'string' && typeof later !== 'string') return { before: earlier, after: later }
  return aroundChange(typeof earlier === 'string' ? earlier : '', typeof later === 'string' ? later : '')
}

function named(field: string, value: unknown, names: NamesById): Json {
  switch (field) {
    case 'body':
      return textOf(value)
    case 'annexes':
      return Object.entries(isRecord(value) ? value : {}).map(([id, text]) => ({
        municipality: names.organisation(id) ?? '',
        text: shortText(textOf(text)),
      }))
    case 'theme':
      return nameOf(value, names.theme)
    case 'owner':
      return isRecord(value) ? whoIn(value, names) : null
    case 'involved':
      return listOf(value, (one) => nameOf(one, names.organisation))
    case 'plans':
      return listOf(value, (one) => nameOf(one, names.plan))
    case 'related':
      return listOf(value, (one) => nameOf(one, names.item))
    case 'themes':
      return listOf(value, (one) => ({ name: lineOf(keyOf(one, 'name')), hidden: keyOf(one, 'hidden') === true }))
    case 'period':
    case 'transition':
      return isRecord(value) ? { from: lineOf(keyOf(value, 'from')), to: lineOf(keyOf(value, 'to')) } : null
    case 'deadlines':
      return listOf(value, (one) => ({ name: lineOf(keyOf(one, 'name')), ...dayIn(one, 'date') }))
    case 'links':
      return listOf(value, (one) => ({ name: lineOf(keyOf(one, 'name')), url: lineOf(keyOf(one, 'url')) }))
    case 'agreements':
      return listOf(value, (one) => ({
        text: lineOf(keyOf(one, 'text')),
        ...whoIn(one, names),
        ...dayIn(one, 'due'),
        ...dayIn(one, 'done'),
      }))
    case 'indicators':
      return listOf(value, indicatorOf)
    // Where it stands in its column says nothing outside the board.
    case 'rank':
      return null
    default:
      return Array.isArray(value) ? value.map(lineOf) : plainOf(value)
  }
}

function indicatorOf(value: unknown): Json {
  const measured = keyOf(value, 'measurements')
  return {
    name: lineOf(keyOf(value, 'name')),
    unit: lineOf(keyOf(value, 'unit')),
    ...amountIn(value, 'baseline'),
    ...amountIn(value, 'target'),
    ...dayIn(value, 'targetDate'),
    direction: keyOf(value, 'direction') === 'up' ? 'up' : 'down',
    measurements: listOf(measured, (one) => ({ ...dayIn(one, 'date'), ...amountIn(one, 'value') })),
  }
}

function isList(field: string): boolean {
  return ['deadlines', 'links', 'agreements', 'indicators'].includes(field)
}

function withoutSame(before: unknown, after: unknown): [Json[], Json[]] {
  const [was, is] = [before, after].map((value): unknown[] => (Array.isArray(value) ? value : []))
  const [earlier, later] = [was, is].map((all = []) => new Set(all.map((one) => JSON.stringify(one))))
  return [
    (was ?? []).filter((one) => !later?.has(JSON.stringify(one))) as Json[],
    (is ?? []).filter((one) => !earlier?.has(JSON.stringify(one))) as Json[],
  ]
}

function whoIn(value: unknown, names: NamesById): { organisation?: string; person?: string } {
  const [organisation, person] = [keyOf(value, 'organisation'), keyOf(value, 'person')]
  const found = {
    organisation: typeof organisation === 'string' ? names.organisation(organisation) : undefined,
    person: typeof person === 'string' ? names.person(person) : undefined,
  }
  return {
    ...(found.organisation && { organisation: found.organisation }),
    ...(found.person && { person: found.person }),
  }
}

function amountIn(value: unknown, key: string): { [key: string]: Amount } {
  const amount = readAmount(keyOf(value, key))
  return amount === undefined ? {} : { [key]: amount }
}

function dayIn(value: unknown, key: string): { [key: string]: string } {
  const day = keyOf(value, key)
  return isDay(day) ? { [key]: day } : {}
}

function textOf(value: unknown): string {
  // The tolerant reader wrote it.
  return Array.isArray(value) ? clean(richTextToPlain(value as RichText)) : ''
}

function shortText(text: string): string {
  return aroundChange('', text).after
}

function nameOf(value: unknown, name: (id: string) => string | undefined): string {
  return typeof value === 'string' ? (name(value) ?? '') : ''
}

function listOf(value: unknown, read: (one: unknown) => Json): Json[] {
  return Array.isArray(value) ? value.map(read) : []
}

function plainOf(value: unknown): Json {
  if (typeof value === 'string') return clean(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function lineOf(value: unknown): string {
  return typeof value === 'string' ? cleanLine(value) : ''
}

function keyOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
