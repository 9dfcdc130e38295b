import type * as Y from 'yjs'
import { lastAdopted } from '../../shared/adoption.ts'
import { readAgendaHead, readItem, readItems, readThemes } from '../../shared/document/read.ts'
import type { ItemId, OrganisationId } from '../../shared/ids.ts'
import { readContents } from '../../shared/version/content.ts'
import type { Contents } from '../../shared/version/difference.ts'
import {
  type Differences,
  differentItems,
  type Names,
  namesIn,
  type ShownMoment,
} from '../../shared/version/differences.ts'
import type { Moment } from '../../shared/version/moment.ts'
import type { RoomReader } from '../store/room-store.ts'
import type { Past } from './past.ts'
import { partiesByVersion } from './record/adoption.ts'
import type { Room } from './room.ts'

/** One of the two moments as it was found: what stood on the agenda, and what only it knows the names of. */
export type Side = {
  shown: ShownMoment
  contents: Contents
  /** Why items were struck by then. */
  reasons: ReadonlyMap<ItemId, string>
  names: Partial<Pick<Names, 'organisations' | 'themes' | 'plans'>>
}

/** The version that a party adopted last becomes that version; what is still to come is now. */
export function foundMoment(store: RoomReader, moment: Moment, now: number): Moment | 'nothing' {
  if (moment.kind === 'past' && Date.parse(moment.at) >= now) return { kind: 'now' }
  if (moment.kind !== 'adopted') return moment
  const number = lastAdopted(partiesByVersion(store), moment.by)
  return number === undefined ? 'nothing' : { kind: 'version', number }
}

/** What stood there at a moment; undefined when there is no such version. */
export async function sideAt(
  { room, past, now }: { room: Room; past: Past; now: number },
  moment: Moment,
): Promise<Side | undefined> {
  const found = foundMoment(room.store, moment, now)
  const adoptedBy = moment.kind === 'adopted' ? moment.by : undefined
  if (found === 'nothing') {
    return adoptedBy && { shown: { kind: 'nothing', adoptedBy }, contents: new Map(), reasons: new Map(), names: {} }
  }
  switch (found.kind) {
    case 'version':
      return versionSide(room.store, found.number, adoptedBy)
    case 'past':
      return past.read(Date.parse(found.at), (doc) => documentSide(doc, { kind: 'past', at: found.at }))
    default:
      return documentSide(room.doc, { kind: 'now', at: new Date(now).toISOString() })
  }
}

/** What became of each item from one side to the other (rules V6 and V7), with the names of all that is named in it. */
export function answerDifferences(
  room: Room,
  [from, to]: readonly [Side, Side],
  { party, mayReadDraft }: { party: OrganisationId | undefined; mayReadDraft: boolean },
): Differences {
  const { store } = room
  const { organisations, plans } = store.seat()
  const all: Names = {
    // As they are called now; what is not there any more, as it was called then.
    organisations: { ...from.names.organisations, ...to.names.organisations, ...namesById(organisations) },
    people: Object.fromEntries(store.everyMember().map(({ person, name }) => [person, name])),
    themes: { ...from.names.themes, ...to.names.themes },
    // Plans in the making are part of the living agenda.
    plans: { ...from.names.plans, ...to.names.plans, ...(mayReadDraft && namesById(plans)) },
  }
  const items = differentItems(from.contents, to.contents, {
    party,
    numbers: new Map(store.items().map(({ item, number }) => [item, number])),
    reason: (item) => to.reasons.get(item) || undefined,
  })
  const named = [from.shown, to.shown].flatMap((shown) => ('adoptedBy' in shown ? (shown.adoptedBy ?? []) : []))
  return {
    title: titleOf(room, to, from),
    region: store.setting('region') ?? '',
    from: from.shown,
    to: to.shown,
    ...(party && { party }),
    items,
    names: namesIn(items, all, [...named, ...(party ? [party] : [])]),
  }
}

export function documentSide(doc: Y.Doc, shown: ShownMoment): Side {
  const struck = readItems(doc).filter(({ status }) => status === 'struck')
  return {
    shown,
    contents: readContents(doc),
    reasons: new Map(struck.map(({ id }) => [id, readItem(doc, id)?.struckReason ?? ''])),
    names: { themes: namesById(readThemes(doc)) },
  }
}

export function versionSide(
  store: RoomReader,
  number: number,
  adoptedBy: OrganisationId | undefined,
): Side | undefined {
  const head = store.versions.head(number)
  if (!head) return undefined
  const { at, parties, themes, plans } = head.metadata
  return {
    shown: { kind: 'version', number, at, ...(adoptedBy && { adoptedBy }) },
    contents: new Map(store.versions.items(number).map(({ item, content }) => [item, content])),
    reasons: new Map(),
    names: { organisations: namesById(parties), themes: namesById(themes), plans: namesById(plans) },
  }
}

/** Who may read versions only, is not told what the agenda is called since. */
function titleOf({ store, doc }: Room, ...sides: Side[]): string {
  for (const { shown } of sides) {
    if (shown.kind === 'version') return store.versions.head(shown.number)?.metadata.title ?? ''
    if (shown.kind !== 'nothing') return readAgendaHead(doc).title
  }
  return ''
}

function namesById(all: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(all.map(({ id, name }) => [id, name]))
}
