import * as Y from 'yjs'
import { itemsMap, origins } from '../document/layout.ts'
import { bodyFragment, readItems, readThemes } from '../document/read.ts'
import { writeRichText } from '../document/rich-text.ts'
import {
  addAgreement,
  addDeadline,
  addIndicator,
  addLink,
  createAnnex,
  createItem,
  createTheme,
  setInSet,
  setItemValues,
  setMeasurement,
  setOwner,
  setTheme,
  strikeItem,
} from '../document/write.ts'
import { type EntryId, type ItemId, makeId, type ThemeId } from '../ids.ts'
import { type Duty, duties } from '../item.ts'
import { compareRanked, type Rank, ranksBetween } from '../rank.ts'
import type { ImportedItem } from './imported-item.ts'
import { plainWord } from './table.ts'

/** What an import wrote: with this it can be taken back and put back. */
export type WrittenImport = { items: { id: ItemId; item: ImportedItem }[]; themes: ThemeId[] }

/**
 * The largest import, in bytes of its update: what one frame may hold (8 MiB), less what other edits of the same turn and
 * the frame itself may need.
 */
export const largestImportBytes = 7 << 20

/** How large the update would be, measured by writing it elsewhere. */
export function importBytes(items: readonly ImportedItem[]): number {
  const elsewhere = new Y.Doc()
  writeImport(elsewhere, items)
  return Y.encodeStateAsUpdate(elsewhere).byteLength
}

/** Writes items at the end of their columns, and the themes that come with them: one transaction, all of it or nothing. */
export function writeImport(doc: Y.Doc, items: readonly ImportedItem[]): WrittenImport {
  return doc.transact((): WrittenImport => {
    const themes = createThemes(doc, items)
    const ranks = ranksFor(doc, items)
    const written = items.map((item, index) => ({ id: makeId<ItemId>(), item, rank: ranks[index] ?? '' }))
    const byTitle = new Map(written.toReversed().map(({ id, item }) => [plainWord(item.title), id]))
    for (const { id, item, rank } of written) {
      const theme = item.theme && ('id' in item.theme ? item.theme.id : themes.get(plainWord(item.theme.name)))
      createItem(doc, { id, title: item.title, duty: item.duty, kind: item.kind, rank, ...(theme && { theme }) })
      fillItem(doc, id, item)
      for (const title of item.related) {
        const other = byTitle.get(plainWord(title))
        if (other && other !== id) setInSet(doc, id, 'related', other, true)
      }
    }
    return { items: written.map(({ id, item }) => ({ id, item })), themes: [...themes.values()] }
  }, origins.create)
}

/** Takes an import back: nothing is deleted, so its items are struck and its themes hidden (rule D3). */
export function takeBackImport(doc: Y.Doc, { items, themes }: WrittenImport, reason: string): void {
  doc.transact(() => {
    for (const { id } of items) strikeItem(doc, id, reason)
    for (const theme of themes) setTheme(doc, theme, { hidden: true })
  }, origins.create)
}

export function putImportBack(doc: Y.Doc, { items, themes }: WrittenImport): void {
  doc.transact(() => {
    for (const theme of themes) setTheme(doc, theme, { hidden: false })
    for (const { id, item } of items) setStatus(doc, id, item)
  }, origins.create)
}

/** Whether what was written stands in the document: after a refusal a fresh copy has none of it. */
export function isWritten(doc: Y.Doc, { items }: WrittenImport): boolean {
  return items.every(({ id }) => itemsMap(doc).has(id))
}

function createThemes(doc: Y.Doc, items: readonly ImportedItem[]): Map<string, ThemeId> {
  const names = new Map<string, string>()
  for (const { theme } of items) {
    if (theme && 'name' in theme && !names.has(plainWord(theme.name))) names.set(plainWord(theme.name), theme.name)
  }
  const ranks = ranksBetween(readThemes(doc).at(-1)?.rank, undefined, names.size)
  return new Map(
    [...names].map(([plain, name], index) => {
      const id = makeId<ThemeId>()
      createTheme(doc, { id, name, rank: ranks[index] ?? '' })
      return [plain, id]
    }),
  )
}

/** A rank for each, after all that stands in its column, in the order in which they come. */
function ranksFor(doc: Y.Doc, items: readonly ImportedItem[]): Rank[] {
  const standing = readItems(doc).sort(compareRanked)
  const next = new Map<Duty, Rank[]>(
    duties.map((duty) => {
      const last = standing.filter((item) => item.duty === duty).at(-1)?.rank
      return [duty, ranksBetween(last, undefined, items.filter((item) => item.duty === duty).length)]
    }),
  )
  return items.map(({ duty }) => next.get(duty)?.shift() ?? '')
}

function fillItem(doc: Y.Doc, id: ItemId, item: ImportedItem): void {
  setItemValues(doc, id, {
    reach: item.reach,
    ...(item.lineage && { lineage: item.lineage }),
    ...(item.priority && { priority: item.priority }),
    ...(item.transition && { transition: item.transition }),
  })
  setStatus(doc, id, item)
  setOwner(doc, id, item.owner)
  for (const set of ['involved', 'sectors', 'legalBasis', 'principles', 'plans'] as const)
    for (const value of item[set]) setInSet(doc, id, set, value, true)
  const body = bodyFragment(doc, id)
  if (body) writeRichText(body, item.body)
  for (const { municipality, text } of item.annexes) {
    const annex = createAnnex(doc, id, municipality)
    if (annex) writeRichText(annex, text)
  }
  for (const deadline of item.deadlines) addDeadline(doc, id, { id: makeId<EntryId>(), ...deadline })
  for (const link of item.links) addLink(doc, id, { id: makeId<EntryId>(), ...link })
  const ranks = ranksBetween(undefined, undefined, item.agreements.length)
  for (const [index, agreement] of item.agreements.entries())
    addAgreement(doc, id, { id: makeId<EntryId>(), rank: ranks[index] ?? '', ...agreement })
  for (const { measurements, ...indicator } of item.indicators) {
    const entry = makeId<EntryId>()
    addIndicator(doc, id, { id: entry, ...indicator })
    for (const { date, ...measurement } of measurements) setMeasurement(doc, id, entry, date, measurement)
  }
}

function setStatus(doc: Y.Doc, id: ItemId, { status, struckReason }: ImportedItem): void {
  if (status === 'struck') strikeItem(doc, id, struckReason)
  else setItemValues(doc, id, { status })
}
