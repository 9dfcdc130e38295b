import * as v from 'valibot'
import { organisationKinds, planKinds } from '../agenda.ts'
import { type Amount, isMasked } from '../amount.ts'
import { type Day, isDay } from '../date.ts'
import { longest } from '../document/longest.ts'
import { isSafeLink } from '../document/rich-text.ts'
import {
  type EntryId,
  type ItemId,
  isId,
  type OrganisationId,
  type PersonId,
  type PlanId,
  type ThemeId,
} from '../ids.ts'
import {
  directions,
  duties,
  itemKinds,
  legalBases,
  linkKinds,
  principles,
  priorities,
  reaches,
  sectors,
  statuses,
} from '../item.ts'
import type { ItemContent } from './content.ts'
import type { SchemaNode } from './schema-json.ts'
import type { ItemAside, VersionMetadata } from './version.ts'

// What a version holds, as schemas: what is answered is described by them, and what a dossier brings is held against them.

const day = v.custom<Day>(isDay, 'A day')
const organisation = v.custom<OrganisationId>(isId, 'An id')
const person = v.custom<PersonId>(isId, 'An id')
const item = v.custom<ItemId>(isId, 'An id')
const key = v.pipe(
  v.string(),
  v.check((id) => isId(id), 'An id'),
)
const value = v.pipe(v.string(), v.maxLength(longest.value))
/** Never a bare 1 to 4 (rule P1). */
const number: v.GenericSchema<Amount> = v.union([
  v.pipe(
    v.number(),
    v.finite(),
    v.check((amount) => !isMasked(amount), 'masked, where it is 1 to 4'),
  ),
  v.literal('masked'),
])
const sector = v.picklist(sectors)
/** A kept list or map is one in which something stands. */
const some = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.pipe(v.array(schema), v.minLength(1)))
const byEntry = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.record(key, schema))
const text = v.pipe(v.array(v.custom<SchemaNode>(isBlock, 'A block of text')), v.minLength(1))

export const itemContent: v.GenericSchema<ItemContent> = v.strictObject({
  title: v.string(),
  body: v.optional(text),
  duty: v.picklist(duties),
  theme: v.optional(v.custom<ThemeId>(isId)),
  owner: v.optional(v.strictObject({ organisation: v.optional(organisation), person: v.optional(person) })),
  involved: some(organisation),
  sectors: some(sector),
  transition: v.optional(v.strictObject({ from: sector, to: sector })),
  reach: v.picklist(reaches),
  annexes: v.optional(v.record(key, text)),
  deadlines: byEntry(v.strictObject({ name: value, date: v.optional(day) })),
  agreements: byEntry(
    v.strictObject({
      text: v.string(),
      organisation: v.optional(organisation),
      person: v.optional(person),
      due: v.optional(day),
    }),
  ),
  indicators: byEntry(
    v.strictObject({
      name: value,
      unit: value,
      baseline: v.optional(number),
      target: v.optional(number),
      targetDate: v.optional(day),
      direction: v.optional(v.picklist(directions)),
    }),
  ),
  legalBasis: some(v.picklist(legalBases)),
  principles: some(v.picklist(principles)),
  plans: some(v.custom<PlanId>(isId)),
})

export const itemAside: v.GenericSchema<ItemAside> = v.strictObject({
  number: v.optional(v.pipe(v.number(), v.safeInteger())),
  rank: v.string(),
  kind: v.picklist(itemKinds),
  priority: v.optional(v.picklist(priorities)),
  status: v.picklist(statuses.filter((status) => status !== 'struck')),
  lineage: v.optional(value),
  related: some(item),
  links: some(
    v.strictObject({
      id: v.custom<EntryId>(isId),
      name: value,
      url: v.pipe(
        value,
        v.check((url) => url === '' || isSafeLink(url), 'A web or mail address'),
      ),
      kind: v.picklist(linkKinds),
    }),
  ),
  agreements: some(v.strictObject({ id: v.custom<EntryId>(isId), done: v.optional(day) })),
  measurements: byEntry(v.array(v.strictObject({ date: day, value: number, source: value }))),
})

export const versionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'A hash'))

export const versionMetadata: v.GenericSchema<VersionMetadata> = v.strictObject({
  number: versionNumber,
  at: v.pipe(v.string(), v.isoTimestamp()),
  remark: v.optional(v.string()),
  title: v.string(),
  period: v.optional(v.strictObject({ from: v.optional(day), to: v.optional(day) })),
  region: v.string(),
  parties: v.array(
    v.strictObject({
      id: organisation,
      name: v.string(),
      short: v.string(),
      kind: v.picklist(organisationKinds),
      code: v.optional(v.string()),
    }),
  ),
  themes: v.array(v.strictObject({ id: v.custom<ThemeId>(isId), name: v.string() })),
  plans: v.array(
    v.strictObject({ id: v.custom<PlanId>(isId), kind: v.picklist(planKinds), name: v.string(), organisation }),
  ),
  previous: v.optional(hash),
})

/** Deeper than the tolerant reader goes there is no text. */
const deepest = 100

const inlineKeys = ['type', 'text', 'marks']
const blockKeys = ['type', 'attrs', 'content']

function isBlock(node: unknown, depth: unknown = 0): node is SchemaNode {
  const level = typeof depth === 'number' ? depth : 0
  if (!isRecord(node) || level > deepest || !hasOnly(node, blockKeys)) return false
  const { type, attrs, content = [] } = node
  if (!Array.isArray(content)) return false
  switch (type) {
    case 'heading':
      return (
        (attrs === undefined || (isRecord(attrs) && hasOnly(attrs, ['level']) && attrs.level === 3)) &&
        content.every(isInline)
      )
    case 'paragraph':
      return attrs === undefined && content.every(isInline)
    case 'blockquote':
      return attrs === undefined && content.every((child) => isBlock(child, level + 1))
    case 'bullet_list':
    case 'ordered_list':
      return attrs === undefined && content.every((child) => isListItem(child, level + 1))
    default:
      return false
  }
}

function isListItem(node: unknown, level: number): boolean {
  if (!isRecord(node) || !hasOnly(node, ['type', 'content']) || node.type !== 'list_item') return false
  const { content = [] } = node
  return Array.isArray(content) && content.every((child) => isBlock(child, level + 1))
}

function isInline(node: unknown): boolean {
  if (!isRecord(node) || !hasOnly(node, inlineKeys)) return false
  if (node.type === 'hard_break') return node.text === undefined && node.marks === undefined
  const { type, text, marks = [] } = node
  return type === 'text' && typeof text === 'string' && text !== '' && Array.isArray(marks) && marks.every(isMark)
}

function isMark(mark: unknown): boolean {
  if (!isRecord(mark) || !hasOnly(mark, ['type', 'attrs'])) return false
  if (mark.type === 'strong' || mark.type === 'em') return mark.attrs === undefined
  const { attrs } = mark
  if (mark.type !== 'link' || !isRecord(attrs) || !hasOnly(attrs, ['href'])) return false
  return typeof attrs.href === 'string' && isSafeLink(attrs.href)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasOnly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key))
}
