import * as v from 'valibot'
import { type ItemId, isId, type OrganisationId } from '../ids.ts'
import { canonical } from './canonical.ts'
import { concerns, whose } from './concerns.ts'
import type { ItemContent } from './content.ts'
import { versionNumber } from './content-schema.ts'
import {
  allFields,
  type Contents,
  difference,
  type Field,
  fieldDifferences,
  type ItemDifference,
} from './difference.ts'
import { type Progress, progress, progressBetween, type Standing } from './progress.ts'

const aboutFields = ['title', 'period', 'parties', 'themes'] as const

/** What became of the agenda itself: its title, the first and last day of its period, names. */
export const aboutChange = v.object({
  field: v.picklist(aboutFields),
  before: v.array(v.string()),
  after: v.array(v.string()),
})
export type AboutChange = v.InferOutput<typeof aboutChange>

// The difference between two moments as it is answered: whoever reads it needs nothing else.

const organisation = v.custom<OrganisationId>(isId)
const names = v.record(v.string(), v.string())

/** A moment as it was found: what was asked for as a party's last version is that version by now. */
export const shownMoment = v.variant('kind', [
  v.object({
    kind: v.literal('version'),
    number: versionNumber,
    at: v.string(),
    /** The party that adopted it last, where that is what was asked for. */
    adoptedBy: v.optional(organisation),
  }),
  v.object({ kind: v.literal('now'), at: v.string() }),
  v.object({ kind: v.literal('past'), at: v.string() }),
  /** This party adopted nothing yet: all there is, is new to it. */
  v.object({ kind: v.literal('nothing'), adoptedBy: organisation }),
])
export type ShownMoment = v.InferOutput<typeof shownMoment>

/** GET …/differences: what became of each item between two moments (rules V6 and V7). */
export const differences = v.object({
  title: v.string(),
  region: v.string(),
  from: shownMoment,
  to: shownMoment,
  /** Only items that concern this party, at one of the moments. */
  party: v.optional(organisation),
  items: v.array(
    v.object({
      item: v.custom<ItemId>(isId),
      number: v.optional(v.number()),
      title: v.string(),
      kind: v.picklist(['added', 'struck', 'changed']),
      /** Whether it stands in another column or theme. */
      isMoved: v.boolean(),
      /** Why it was struck. */
      reason: v.optional(v.string()),
      fields: v.array(
        v.object({
          field: v.picklist(allFields),
          /** Which deadline, agreement, indicator or municipality. */
          entry: v.optional(v.string()),
          before: v.optional(v.unknown()),
          after: v.optional(v.unknown()),
        }),
      ),
    }),
  ),
  /** How items went on meanwhile, beside what was agreed (rule V6). */
  progress: v.array(progress),
  about: v.array(aboutChange),
  /** What the ids in it are called. */
  names: v.object({ organisations: names, people: names, themes: names, plans: names }),
})
export type Differences = v.InferOutput<typeof differences>
export type DifferentItem = Differences['items'][number]
export type Names = Differences['names']

/** The items that differ; with a party only those that are its own, before or after. */
export function differentItems(
  before: Contents,
  after: Contents,
  known: {
    party: OrganisationId | undefined
    numbers: ReadonlyMap<ItemId, number>
    reason: (item: ItemId) => string | undefined
  },
): DifferentItem[] {
  return difference(before, after)
    .filter((found) => known.party === undefined || contentsIn(found).some((content) => isOf(content, known.party)))
    .map((found): DifferentItem => {
      const { item, kind } = found
      const [was, is] = [before.get(item), after.get(item)]
      const number = known.numbers.get(item)
      const reason = kind === 'struck' ? known.reason(item) : undefined
      return {
        item,
        ...(number !== undefined && { number }),
        title: (is ?? was)?.title ?? '',
        kind,
        isMoved: kind === 'changed' && found.isMoved,
        ...(reason && { reason }),
        fields: fieldDifferences(was, is).map(({ field, entry, before, after }) => ({
          field,
          ...(entry !== undefined && { entry }),
          ...(before !== undefined && { before }),
          ...(after !== undefined && { after }),
        })),
      }
    })
    .sort(byNumber)
}

/** How items that were there and are there went on; with a party only those that concern it. */
export function progressOfItems(
  before: { contents: Contents; standings: ReadonlyMap<ItemId, Standing> },
  after: { contents: Contents; standings: ReadonlyMap<ItemId, Standing> },
  known: { party: OrganisationId | undefined; numbers: ReadonlyMap<ItemId, number> },
): Progress[] {
  const found: Progress[] = []
  for (const [item, standing] of after.standings) {
    const [earlier, was, is] = [before.standings.get(item), before.contents.get(item), after.contents.get(item)]
    if (!earlier || !was || !is) continue
    if (known.party !== undefined && ![was, is].some((content) => isOf(content, known.party))) continue
    const steps = progressBetween(earlier, standing, {
      agreement: (id) => (is.agreements?.[id] ?? was.agreements?.[id])?.text ?? '',
      indicator: (id) => (is.indicators?.[id] ?? was.indicators?.[id])?.name ?? '',
    })
    const number = known.numbers.get(item)
    if (steps.length > 0) found.push({ item, ...(number !== undefined && { number }), title: is.title, steps })
  }
  return found.sort(byNumber)
}

/** What a moment says of the agenda itself; what it does not know of is not compared. */
export type About = Partial<Record<AboutChange['field'], string[]>>

export function aboutChanges(before: About, after: About): AboutChange[] {
  return aboutFields.flatMap((field) => {
    const [was, is] = [before[field], after[field]]
    return was && is && canonical(was) !== canonical(is) ? { field, before: was, after: is } : []
  })
}

/** What has no number yet comes last. */
function byNumber(a: { number?: number | undefined }, b: { number?: number | undefined }): number {
  return (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER)
}

/** Of all names only those of ids that stand in these items, and of these parties. */
export function namesIn(items: readonly DifferentItem[], all: Names, parties: readonly OrganisationId[] = []): Names {
  const used = new Set<string>(parties)
  for (const { fields } of items) {
    for (const { field, entry, before, after } of fields) {
      if (field === 'annexes' && entry !== undefined) used.add(entry)
      for (const value of [before, after]) collectIds(field, value, used)
    }
  }
  const known = (names: Record<string, string>) =>
    Object.fromEntries(Object.entries(names).filter(([id]) => used.has(id)))
  return {
    organisations: known(all.organisations),
    people: known(all.people),
    themes: known(all.themes),
    plans: known(all.plans),
  }
}

function collectIds(field: Field, value: unknown, used: Set<string>): void {
  if (typeof value === 'string' && field === 'theme') used.add(value)
  if (typeof value !== 'object' || value === null) return
  if (field === 'involved' || field === 'plans') {
    for (const id of Array.isArray(value) ? value : []) if (typeof id === 'string') used.add(id)
  }
  if (field !== 'owner' && field !== 'agreements') return
  for (const key of ['organisation', 'person'] as const) {
    const id = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
    if (typeof id === 'string') used.add(id)
  }
}

function contentsIn(found: ItemDifference): ItemContent[] {
  if (found.kind === 'added') return [found.after]
  return found.kind === 'struck' ? [found.before] : [found.before, found.after]
}

function isOf(content: ItemContent, party: OrganisationId | undefined): boolean {
  return party !== undefined && concerns(whose(content), party)
}
