import { readAmount } from '../amount.ts'
import { isDay } from '../date.ts'
import { isId } from '../ids.ts'
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
import type { TextPart } from '../roles.ts'
import { type ItemSet, itemSets } from './layout.ts'
import { longest } from './longest.ts'
import { blockNames, type NodeShape, type RichTextChild } from './rich-text-shape.ts'

// What may stand where in the document, for each of its paths: docs/document.md as a table. The gate judges by it; who
// may write a root is in roles.ts.

export type Shape = ValueShape | TypeShape
/** A plain value. `null` stands for emptied, and is allowed everywhere. */
export type ValueShape = {
  kind: 'value'
  allows: (value: unknown) => boolean
  /** What could be written once: logs of before hold it. */
  allowedOnce?: (value: unknown) => boolean
}
export type TypeShape = MapShape | TextShape | FragmentShape | NodeShape | MarkedTextShape
export type MapShape = { kind: 'map'; twice: Twice; at: (key: string) => Shape | undefined }
/** A text without marks. */
export type TextShape = { kind: 'text'; twice: Twice; longest: number }
/** A rich text: the elements that it may begin with. */
export type FragmentShape = { kind: 'fragment'; twice: Twice; children: readonly RichTextChild[] }
export type MarkedTextShape = { kind: 'marked-text'; longest: number }

/** What is to be done with one of these that is made where there is one already, by somebody who did not know of it. */
export type Twice =
  /** It has an id of its own: nobody of good will makes it twice. */
  | 'never'
  /** A part that is made along with the whole: it may take the place of one in which nothing stands yet. */
  | 'while-empty'
  /** Two people may fill the same place at once, and one of them is overtaken. */
  | 'overtakes'

const text = value((it) => typeof it === 'string' && it.length <= longest.value)
const flag = value((it) => typeof it === 'boolean')
/** A bare value of 1 to 4 is never written: it could point at a child (rule P1). */
const amount = value(
  (it) => readAmount(it) === it,
  (it) => typeof it === 'number' && Number.isFinite(it),
)
const day = value(isDay)
const id = value(isId)
/** Whether others can be put before and after it is up to the reader. */
const rank = value((it) => typeof it === 'string' && it.length <= longest.value && /^[0-9A-Za-z]*$/.test(it))
const line: TextShape = { kind: 'text', twice: 'while-empty', longest: longest.line }
const party = { organisation: id, person: id }

const period = map({ from: day, to: day }, 'overtakes')
const agenda = map({ title: text, period }, 'never')

const theme = map({ name: text, rank, hidden: flag }, 'never')

const deadline = map({ name: text, date: day, removed: flag }, 'never')
const link = map({ name: text, url: text, kind: oneOf(linkKinds), removed: flag }, 'never')
const agreement = map({ text: line, ...party, due: day, done: day, rank, removed: flag }, 'never')
const measurement = map({ value: amount, source: text, removed: flag }, 'overtakes')
const indicator = map(
  {
    name: text,
    unit: text,
    baseline: amount,
    target: amount,
    targetDate: day,
    direction: oneOf(directions),
    measurements: mapOf(isDay, measurement),
    removed: flag,
  },
  'never',
)

/** What the sets hold: any id, or one of the values that are known. */
const members: Partial<Record<ItemSet, readonly string[]>> = { sectors, legalBasis: legalBases, principles }
const sets = Object.fromEntries(
  itemSets.map((set) => [set, mapOf((key) => members[set]?.includes(key) ?? isId(key), flag)]),
)

const item = map(
  {
    title: line,
    body: richText('while-empty'),
    theme: id,
    duty: oneOf(duties),
    kind: oneOf(itemKinds),
    priority: oneOf(priorities),
    rank,
    status: oneOf(statuses),
    struckReason: text,
    reach: oneOf(reaches),
    lineage: text,
    transition: value(isTransition),
    owner: map(party, 'overtakes'),
    ...sets,
    deadlines: mapOf(isId, deadline),
    links: mapOf(isId, link),
    agreements: mapOf(isId, agreement),
    indicators: mapOf(isId, indicator),
    annexes: mapOf(isId, richText('overtakes')),
  },
  'never',
)

/** The roots of the document. */
export const documentShape: Readonly<Record<TextPart, MapShape>> = {
  agenda,
  themes: mapOf(isId, theme),
  items: mapOf(isId, item),
}

/** The words in an element of a rich text. */
export const markedText: MarkedTextShape = { kind: 'marked-text', longest: longest.paragraph }

function value(allows: (it: unknown) => boolean, allowedOnce?: (it: unknown) => boolean): ValueShape {
  return {
    kind: 'value',
    allows: (it) => it === null || it === undefined || allows(it),
    ...(allowedOnce && { allowedOnce }),
  }
}

function oneOf(values: readonly string[]): ValueShape {
  return value((it) => values.some((known) => known === it))
}

/** A map of which every key is known. */
function map(entries: Readonly<Record<string, Shape>>, twice: Twice): MapShape {
  return { kind: 'map', twice, at: (key) => (Object.hasOwn(entries, key) ? entries[key] : undefined) }
}

/** A map from ids, or days, to what stands at each of them. */
function mapOf(isKey: (key: string) => boolean, entry: Shape): MapShape {
  return { kind: 'map', twice: 'while-empty', at: (key) => (isKey(key) ? entry : undefined) }
}

function richText(twice: Twice): FragmentShape {
  return { kind: 'fragment', twice, children: blockNames }
}

function isTransition(it: unknown): boolean {
  if (typeof it !== 'object' || it === null || Object.keys(it).length !== 2) return false
  return ['from', 'to'].every((key) =>
    sectors.some((sector) => sector === Object.getOwnPropertyDescriptor(it, key)?.value),
  )
}
