import * as v from 'valibot'
import { bodies, capacities, outcomes, partyOutcomes } from '../adoption.ts'
import { organisationKinds, planKinds } from '../agenda.ts'
import { answerOutcomes } from '../comment.ts'
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
import { shownAmount } from '../shown-amount.ts'
import type { Json } from '../version/canonical.ts'
import { differences } from '../version/differences.ts'
import type { ExportedAgenda } from './model.ts'

// The published form of the JSON export (docs/export.schema.json), and by which it is read again.

const day = v.custom<Day>(isDay, 'is a day, YYYY-MM-DD')

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
  rank: v.string(),
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
  planIds: v.optional(v.array(v.string())),
  related: v.array(v.strictObject({ id: v.string(), number: v.optional(v.number()), title: v.string() })),
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
      baseline: v.optional(shownAmount),
      target: v.optional(shownAmount),
      targetDate: v.optional(day),
      direction: v.picklist(directions),
      measurements: v.array(v.strictObject({ date: day, value: shownAmount, source: v.string() })),
    }),
  ),
  links: v.array(v.strictObject({ id: v.string(), name: v.string(), url: v.string(), kind: v.picklist(linkKinds) })),
})

const moment = v.string()
const itemName = v.strictObject({ id: v.string(), number: v.optional(v.number()), title: v.string() })

const contributions = v.strictObject({
  organisation: v.string(),
  kind: v.picklist(organisationKinds),
  comments: v.array(
    v.strictObject({
      id: v.string(),
      item: itemName,
      at: moment,
      quote: v.optional(v.string()),
      text: v.string(),
      replies: v.array(v.strictObject({ organisation: v.string(), at: moment, text: v.string() })),
      answer: v.optional(
        v.strictObject({
          outcome: v.picklist(answerOutcomes),
          reason: v.string(),
          organisation: v.string(),
          at: moment,
        }),
      ),
    }),
  ),
})

const exportedAdoption = v.strictObject({
  version: v.number(),
  date: day,
  parties: v.array(
    v.strictObject({
      id: v.string(),
      organisation: v.string(),
      kind: v.picklist(organisationKinds),
      outcome: v.picklist(partyOutcomes),
      steps: v.array(
        v.strictObject({
          id: v.string(),
          body: v.picklist(bodies),
          name: v.optional(v.string()),
          capacity: v.picklist(capacities),
          outcome: v.picklist(outcomes),
          prepared: v.optional(day),
          submitted: v.optional(day),
          due: v.optional(day),
          date: v.optional(day),
          words: v.optional(v.string()),
          reference: v.optional(v.string()),
          link: v.optional(v.string()),
          recorded: v.optional(v.string()),
          ground: v.optional(v.string()),
        }),
      ),
    }),
  ),
})

const json: v.GenericSchema<Json> = v.lazy(() => anyJson)
const anyJson: v.GenericSchema<Json> = v.union([
  v.null(),
  v.boolean(),
  v.number(),
  v.string(),
  v.array(json),
  v.record(v.string(), json),
])
const exportedHistory = v.strictObject({
  changes: v.array(
    v.strictObject({
      at: moment,
      person: v.optional(v.string()),
      organisation: v.optional(v.string()),
      item: v.optional(itemName),
      field: v.string(),
      before: json,
      after: json,
    }),
  ),
  isCut: v.boolean(),
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
    v.strictObject({ kind: v.literal('version'), number: v.number(), at: v.string(), date: day, hash: v.string() }),
    v.strictObject({ kind: v.literal('draft'), at: v.string() }),
  ]),
  parties: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      short: v.string(),
      kind: v.picklist(organisationKinds),
      code: v.optional(v.string()),
      website: v.optional(v.string()),
    }),
  ),
  plans: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      kind: v.picklist(planKinds),
      organisation: v.string(),
      deadline: v.optional(day),
    }),
  ),
  themes: v.array(v.strictObject({ id: v.optional(v.string()), name: v.string(), items: v.array(exportedItem) })),
  allThemes: v.array(v.strictObject({ id: v.string(), name: v.string(), hidden: v.optional(v.literal(true)) })),
  struck: v.optional(v.array(exportedItem)),
  comments: v.optional(v.array(contributions)),
  differences: v.optional(differences),
  adoption: v.optional(v.array(exportedAdoption)),
  history: v.optional(exportedHistory),
})

export type ExportedFile = ExportedAgenda & { format: 'ontwikkelagenda-export'; formatVersion: 1 }

// What is written is what is read: when one of the two changes alone, this does not compile.
exportedAgenda satisfies v.GenericSchema<unknown, ExportedFile>
