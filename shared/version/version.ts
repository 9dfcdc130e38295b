import type * as Y from 'yjs'
import type { Organisation, Plan, Theme } from '../agenda.ts'
import type { Amount } from '../amount.ts'
import type { Day } from '../date.ts'
import { readAgendaHead, readItems, readThemes } from '../document/read.ts'
import { sha256Hex } from '../hash.ts'
import type { EntryId, ItemId, PersonId } from '../ids.ts'
import type { Item, ItemKind, Link, Priority, Status } from '../item.ts'
import { compareRanked, type Rank } from '../rank.ts'
import { canonical, type Json } from './canonical.ts'
import { type ItemContent, readContents } from './content.ts'

/** What a version says beside its items. All of it is hashed. */
export type VersionMetadata = {
  number: number
  /** When it was frozen: ISO 8601, in UTC. */
  at: string
  remark?: string
  title: string
  period?: { from?: Day; to?: Day }
  region: string
  /** Who sat at the table. */
  parties: Pick<Organisation, 'id' | 'name' | 'short' | 'kind' | 'code'>[]
  /** In their order; the hidden ones are not in it. */
  themes: Pick<Theme, 'id' | 'name'>[]
  /** The plans in which its items land. */
  plans: Pick<Plan, 'id' | 'kind' | 'name' | 'organisation'>[]
  /** The hash of the version before: the versions are a chain. */
  previous?: string
}

/** How an item stood when it was frozen, beside what was agreed: none of it is hashed, since it goes on. */
export type ItemAside = {
  number?: number
  rank: Rank
  kind: ItemKind
  priority?: Priority
  status: Exclude<Status, 'struck'>
  lineage?: string
  related?: ItemId[]
  links?: Link[]
  /** In their order, and what of them was done. */
  agreements?: { id: EntryId; done?: Day }[]
  /** By indicator. */
  measurements?: Record<string, { date: Day; value: Amount; source: string }[]>
}

export type FrozenItem = { item: ItemId; salt: string; hash: string; content: ItemContent; aside: ItemAside }

/** A version as it is read. Nothing in it ever changes. */
export type Version = {
  number: number
  hash: string
  by: PersonId
  metadata: VersionMetadata
  /** The hashes of the positions that were taken on it. */
  positions: Record<string, string>
  items: FrozenItem[]
}

/** What would be frozen now. */
export type Draft = {
  metadata: Omit<VersionMetadata, 'at' | 'remark'>
  items: { item: ItemId; content: ItemContent; aside: ItemAside }[]
}

/** The hash of a version (rule V2): over its metadata, and the hashes of its items and positions by their ids. */
export function versionHash(
  metadata: VersionMetadata,
  items: readonly Pick<FrozenItem, 'item' | 'hash'>[],
  positions: Record<string, string>,
): string {
  const byItem = Object.fromEntries(items.map(({ item, hash }) => [item, hash]))
  return sha256Hex(canonical({ metadata: metadata as Json, items: byItem, positions }))
}

/** By which it is known that nothing changed between the preview and the freezing. It is kept nowhere. */
export function draftHash({ metadata, items }: Draft): string {
  const byItem = Object.fromEntries(items.map(({ item, content, aside }) => [item, { content, aside }]))
  return sha256Hex(canonical({ metadata, items: byItem } as Json))
}

type Surroundings = {
  region: string
  organisations: readonly Organisation[]
  plans: readonly Plan[]
  numbers: ReadonlyMap<ItemId, number>
  previous: Pick<Version, 'number' | 'hash'> | undefined
}

/** Reads what would be frozen now: every item that is not struck, in the order in which they lie. */
export function readDraft(doc: Y.Doc, { region, organisations, plans, numbers, previous }: Surroundings): Draft {
  const { title, from, to } = readAgendaHead(doc)
  const contents = readContents(doc)
  const items = readItems(doc)
    .sort(compareRanked)
    .flatMap((item) => {
      const content = contents.get(item.id)
      return content ? [{ item: item.id, content, aside: asideOf(item, numbers.get(item.id)) }] : []
    })
  const named = new Set(items.flatMap(({ content }) => content.plans ?? []))
  return {
    metadata: {
      number: (previous?.number ?? 0) + 1,
      title: title.toWellFormed(),
      ...((from || to) && { period: { ...(from && { from }), ...(to && { to }) } }),
      region,
      parties: organisations.map(({ id, name, short, kind, code }) => ({
        id,
        name,
        short,
        kind,
        ...(code && { code }),
      })),
      themes: readThemes(doc)
        .filter(({ id, hidden }) => !hidden || items.some(({ content }) => content.theme === id))
        .map(({ id, name }) => ({ id, name: name.toWellFormed() })),
      plans: plans
        .filter(({ id }) => named.has(id))
        .map(({ id, kind, name, organisation }) => ({ id, kind, name, organisation })),
      ...(previous && { previous: previous.hash }),
    },
    items,
  }
}

/** How every item that is not struck stands, beside what is agreed. */
export function readStandings(doc: Y.Doc): Map<ItemId, ItemAside> {
  const standing = readItems(doc).filter(({ status }) => status !== 'struck')
  return new Map(standing.map((item) => [item.id, asideOf(item, undefined)]))
}

function asideOf(item: Item, number: number | undefined): ItemAside {
  const { rank, kind, priority, status, lineage, related, links, agreements, indicators } = item
  const measured = indicators.filter(({ measurements }) => measurements.length > 0)
  return {
    ...(number !== undefined && { number }),
    rank,
    kind,
    ...(priority && { priority }),
    // Struck items are not frozen.
    status: status === 'struck' ? 'proposed' : status,
    ...(lineage !== '' && { lineage: lineage.toWellFormed() }),
    ...(related.length > 0 && { related }),
    ...(links.length > 0 && {
      links: links.map(({ id, name, url, kind }) => ({ id, name: name.toWellFormed(), url: url.toWellFormed(), kind })),
    }),
    ...(agreements.length > 0 && { agreements: agreements.map(({ id, done }) => ({ id, ...(done && { done }) })) }),
    ...(measured.length > 0 && {
      measurements: Object.fromEntries(
        measured.map(({ id, measurements }) => [
          id,
          measurements.map(({ date, value, source }) => ({
            date,
            value,
            source: source.toWellFormed(),
          })),
        ]),
      ),
    }),
  }
}
