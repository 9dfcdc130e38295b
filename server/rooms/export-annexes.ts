import { readItems, readThemes } from '../../shared/document/read.ts'
import { makeAdoption } from '../../shared/export/adoption-annex.ts'
import { cleanJson, cleanLine } from '../../shared/export/clean.ts'
import { chosenBy } from '../../shared/export/make-model.ts'
import type {
  ExportedAdoption,
  ExportedAgenda,
  ExportedChange,
  ExportedHistory,
  ExportedItemName,
} from '../../shared/export/model.ts'
import { type NamesById, namedChange } from '../../shared/export/named-change.ts'
import { makeReplyNote } from '../../shared/export/reply-note.ts'
import type { ItemId } from '../../shared/ids.ts'
import { whose } from '../../shared/version/concerns.ts'
import type { Differences } from '../../shared/version/differences.ts'
import type { Version } from '../../shared/version/version.ts'
import type { HistoryRow } from '../store/room-store.ts'
import { answerDifferences, documentSide, versionSide } from './differences.ts'
import type { ModelChoice } from './export-model.ts'
import { partiesByVersion } from './record/adoption.ts'
import { shownComments } from './record/shown-comment.ts'
import type { Room } from './room.ts'

/** So many changes an annex holds, and so many rows of the history are looked through for them. */
const mostChanges = 1_000
const mostRead = 20_000
const rowsAtOnce = 500

type Annexes = Pick<ExportedAgenda, 'comments' | 'differences' | 'adoption' | 'history'>
/** What of the record belongs to the export: from when up to when, about which items. */
type Scope = { items: ReadonlyMap<ItemId, ExportedItemName>; isWhole: boolean; after: number; upTo: number }

/** The annexes of the living agenda, read in the same turn as the agenda itself (rules X8 and X9). */
export function draftAnnexes(room: Room, choice: ModelChoice, now: number): Annexes {
  const { annexes = [], party } = choice
  const last = room.store.versions.last()
  const scope = scopeOf(() => ({ ...itemsInScope(room, choice), after: 0, upTo: now }))
  return {
    ...(annexes.includes('comments') && { comments: replyNote(room, scope()) }),
    ...(annexes.includes('differences') &&
      last && { differences: differencesSince(room, last.number, { now }, choice) }),
    ...(annexes.includes('adoption') && { adoption: adoptionOf(room, undefined, party) }),
    ...(annexes.includes('history') && { history: historyOf(room, scope()) }),
  }
}

/** Those of a version: what was said and done from the version before up to it, and how far its adoption is now. */
export function versionAnnexes(room: Room, version: Version, choice: ModelChoice): Annexes {
  const { number, metadata } = version
  const { annexes = [], party } = choice
  const before = room.store.versions.head(number - 1)
  const [after, upTo] = [before?.at ?? 0, Date.parse(metadata.at)]
  const scope = scopeOf(() => ({ ...itemsInScope(room, choice, version), after, upTo }))
  return {
    ...(annexes.includes('comments') && { comments: replyNote(room, { ...scope(), after: 0 }) }),
    ...(annexes.includes('differences') &&
      before && { differences: differencesSince(room, before.number, { number }, choice) }),
    ...(annexes.includes('adoption') && { adoption: adoptionOf(room, number, party) }),
    ...(annexes.includes('history') && { history: historyOf(room, scope()) }),
  }
}

/** Reads every item, so only for the annexes that need it, and once. */
function scopeOf(read: () => Scope): () => Scope {
  let known: Scope | undefined
  return () => {
    known ??= read()
    return known
  }
}

/**
 * The items that were asked for, struck ones too: what was said of those is not forgotten. Of a version by what it says of
 * them, and by the living agenda only what it does not hold. In the order of their numbers.
 */
function itemsInScope({ doc, store }: Room, choice: ModelChoice, version?: Version): Pick<Scope, 'items' | 'isWhole'> {
  const numbers = new Map(store.items().map(({ item, number }) => [item, number]))
  const frozen = new Map(version?.items.map(({ item, content }) => [item, content]))
  const all = readItems(doc)
    .map((item) => {
      const then = frozen.get(item.id)
      return then ? { id: item.id, title: then.title, theme: then.theme, ...whose(then) } : item
    })
    .filter(chosenBy(choice))
    .map(({ id, title }): [ItemId, ExportedItemName] => {
      const number = numbers.get(id)
      return [id, { id, ...(number !== undefined && { number }), title: cleanLine(title) }]
    })
    .sort(([, a], [, b]) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER))
  const { party, theme, items } = choice
  return { items: new Map(all), isWhole: party === undefined && theme === undefined && items === undefined }
}

function replyNote({ store }: Room, { items, upTo }: Scope) {
  const comments = shownComments(store.comments, 0, 'everybody').filter(({ at }) => Date.parse(at) <= upTo)
  return makeReplyNote(comments, store.seat().organisations, items)
}

/** From a version to another, or to now. */
function differencesSince(
  room: Room,
  from: number,
  to: { number: number } | { now: number },
  choice: ModelChoice,
): Differences | undefined {
  const before = versionSide(room.store, from, undefined)
  const after =
    'now' in to
      ? documentSide(room.doc, { kind: 'now', at: new Date(to.now).toISOString() }, room.store.seat().organisations)
      : versionSide(room.store, to.number, undefined)
  if (!before || !after) return undefined
  const { party, theme, items } = choice
  const found = answerDifferences(room, [before, after], { party, mayReadDraft: 'now' in to })
  const named = items && new Set(items)
  const isChosen = (item: ItemId) =>
    (!named || named.has(item)) &&
    (theme === undefined || [before, after].some(({ contents }) => contents.get(item)?.theme === theme))
  return cleanJson({
    ...found,
    items: found.items.filter(({ item }) => isChosen(item)),
    progress: found.progress.filter(({ item }) => isChosen(item)),
  })
}

function adoptionOf({ store }: Room, number: number | undefined, party: ModelChoice['party']): ExportedAdoption[] {
  return partiesByVersion(store).flatMap(({ version, parties }) => {
    const head = number === undefined || number === version ? store.versions.head(version) : undefined
    return head ? [makeAdoption(head.metadata, parties, party)] : []
  })
}

function historyOf(room: Room, scope: Scope): ExportedHistory {
  const names = namesOf(room)
  const members = new Map(room.store.everyMember().map((member) => [member.person, member]))
  const toChange = (row: HistoryRow): ExportedChange => {
    const member = members.get(row.person)
    const organisation = member && names.organisation(member.organisation)
    const item = row.item === '' ? undefined : scope.items.get(row.item)
    return {
      at: new Date(row.at).toISOString(),
      ...(member && { person: cleanLine(member.name) }),
      ...(organisation && { organisation }),
      ...(item && { item }),
      field: row.field,
      ...namedChange(row.field, JSON.parse(row.before), JSON.parse(row.after), names),
    }
  }
  const { rows, isCut } = rowsInScope(room, scope)
  return { changes: rows.map(toChange), isCut }
}

function rowsInScope(room: Room, { items, isWhole, after, upTo }: Scope): { rows: HistoryRow[]; isCut: boolean } {
  const rows: HistoryRow[] = []
  let before: number | undefined
  for (let read = 0; read < mostRead; read += rowsAtOnce) {
    const found = room.history({ before, limit: rowsAtOnce })
    for (const row of found) {
      if (row.at <= after) return { rows, isCut: false }
      const isAsked = row.item === '' ? isWhole : items.has(row.item)
      if (!isAsked || row.at > upTo) continue
      if (rows.length >= mostChanges) return { rows, isCut: true }
      rows.push(row)
    }
    const last = found.at(-1)
    if (!last || found.length < rowsAtOnce) return { rows, isCut: false }
    before = last.seq
  }
  return { rows, isCut: true }
}

function namesOf({ store, doc }: Room): NamesById {
  const { organisations, plans } = store.seat()
  const byId = (all: readonly { id: string; name: string }[]) => {
    const names = new Map(all.map(({ id, name }) => [id, cleanLine(name)]))
    return (id: string) => names.get(id)
  }
  return {
    organisation: byId(organisations),
    person: byId(store.everyMember().map(({ person, name }) => ({ id: person, name }))),
    theme: byId(readThemes(doc)),
    plan: byId(plans),
    item: byId(readItems(doc).map(({ id, title }) => ({ id, name: title }))),
  }
}
