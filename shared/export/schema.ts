import * as v from 'valibot'
import { organisationKinds } from '../agenda.ts'
import { type Day, isDay } from '../date.ts'
import type { Block, Inline, RichText } from '../document/rich-text.ts'
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
import type { ExportedAgenda } from './model.ts'

// The published form of the JSON export (docs/export.schema.json), and by which it is read again.

const day = v.custom<Day>(isDay, 'is a day, YYYY-MM-DD')
const amount = v.union([v.number(), v.literal('masked')])

const inline: v.GenericSchema<Inline> = v.variant('type', [
  v.strictObject({
    type: v.literal('text'),
    text: v.string(),
    marks: v.strictObject({
      strong: v.optional(v.literal(true)),
      em: v.optional(v.literal(true)),
      link: v.optional(v.string()),
    }),
  }),
  v.strictObject({ type: v.literal('hard_break') }),
])
const block: v.GenericSchema<Block> = v.lazy(() => anyBlock)
const anyBlock: v.GenericSchema<Block> = v.variant('type', [
  v.strictObject({ type: v.literal('paragraph'), content: v.array(inline) }),
  v.strictObject({ type: v.literal('heading'), level: v.picklist([2, 3]), content: v.array(inline) }),
  v.strictObject({ type: v.picklist(['bullet_list', 'ordered_list']), items: v.array(v.array(block)) }),
  v.strictObject({ type: v.literal('blockquote'), content: v.array(block) }),
])
const richText: v.GenericSchema<RichText> = v.array(block)

const who = { organisation: v.optional(v.string()), person: v.optional(v.string()) }

const exportedItem = v.strictObject({
  id: v.string(),
  number: v.optional(v.number()),
  title: v.string(),
  theme: v.string(),
  duty: v.picklist(duties),
  kind: v.picklist(itemKinds),
  priority: v.optional(v.picklist(priorities)),
  status: v.picklist([...statuses, 'agreed']),
  struckReason: v.string(),
  owner: v.optional(v.strictObject({ organisation: v.string(), person: v.optional(v.string()) })),
  involved: v.array(v.string()),
  sectors: v.array(v.picklist(sectors)),
  transition: v.optional(v.strictObject({ from: v.picklist(sectors), to: v.picklist(sectors) })),
  reach: v.picklist(reaches),
  lineage: v.string(),
  legalBasis: v.array(v.picklist(legalBases)),
  principles: v.array(v.picklist(principles)),
  plans: v.array(v.string()),
  related: v.array(v.strictObject({ number: v.optional(v.number()), title: v.string() })),
  body: richText,
  annexes: v.array(v.strictObject({ municipality: v.string(), text: richText })),
  deadlines: v.array(v.strictObject({ id: v.string(), name: v.string(), date: v.optional(day) })),
  agreements: v.array(
    v.strictObject({ id: v.string(), text: v.string(), ...who, due: v.optional(day), done: v.optional(day) }),
  ),
  indicators: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      unit: v.string(),
      baseline: v.optional(amount),
      target: v.optional(amount),
      targetDate: v.optional(day),
      direction: v.picklist(directions),
      measurements: v.array(v.strictObject({ date: day, value: amount, source: v.string() })),
    }),
  ),
  links: v.array(v.strictObject({ name: v.string(), url: v.string(), kind: v.picklist(linkKinds) })),
})

/** The agenda as the JSON export holds it. A change that an older reader would not understand is another number. */
export const exportedAgenda = v.strictObject({
  format: v.literal('ontwikkelagenda-export'),
  formatVersion: v.literal(1),
  id: v.string(),
  title: v.string(),
  region: v.string(),
  period: v.optional(v.strictObject({ from: day, to: day })),
  edition: v.variant('kind', [
    v.strictObject({ kind: v.literal('version'), number: v.number(), date: day, hash: v.string() }),
    v.strictObject({ kind: v.literal('draft'), at: v.string() }),
  ]),
  parties: v.array(v.strictObject({ name: v.string(), short: v.string(), kind: v.picklist(organisationKinds) })),
  themes: v.array(v.strictObject({ name: v.string(), items: v.array(exportedItem) })),
  struck: v.optional(v.array(exportedItem)),
})

export type ExportedFile = ExportedAgenda & { format: 'ontwikkelagenda-export'; formatVersion: 1 }

// What is written is what is read: when one of the two changes alone, this does not compile.
exportedAgenda satisfies v.GenericSchema<unknown, ExportedFile>
