import type * as Y from 'yjs'
import { lastAdopted } from '../../shared/adoption.ts'
import type { Organisation } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import { readAgendaHead, readItem, readItems, readThemes } from '../../shared/document/read.ts'
import type { ItemId, OrganisationId } from '../../shared/ids.ts'
import { readContents } from '../../shared/version/content.ts'
import type { Contents } from '../../shared/version/difference.ts'
import {
  type About,
  aboutChanges,
  type Differences,
  differentItems,
  type Names,
  namesIn,
  progressOfItems,
  type ShownMoment,
} from '../../shared/version/differences.ts'
import type { Moment } from '../../shared/version/moment.ts'
import type { Standing } from '../../shared/version/progress.ts'
import { readStandings } from '../../shared/version/version.ts'
import type { RoomReader } from '../store/room-store.ts'
import type { Past } from './past.ts'
import { partiesByVersion } from './record/adoption.ts'
import type { Room } from './room.ts'

/** One of the two moments as it was found: what stood on the agenda, and what only it knows the names of. */
export type Side = {
  shown: ShownMoment
  contents: Contents
  /** How items stood, beside what was agreed. */
  standings: ReadonlyMap<ItemId, Standing>
  /** What it says of the agenda itself. */
  about: About
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
    return (
      adoptedBy && {
        shown: { kind: 'nothing', adoptedBy },
        contents: new Map(),
        standings: new Map(),
        about: {},
        reasons: new Map(),
        names: {},
      }
    )
  }
  switch (found.kind) {
    case 'version':
      return versionSide(room.store, found.number, adoptedBy)
    case 'past':
      return past.read(Date.parse(found.at), (doc) => documentSide(doc, { kind: 'past', at: found.at }))
    default:
      return documentSide(room.doc, { kind: 'now', at: new Date(now).toISOString() }, room.store.seat().organisations)
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
  const numbers = new Map(store.items().map(({ item, number }) => [item, number]))
  const items = differentItems(from.contents, to.contents, {
    party,
    numbers,
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
    progress: progressOfItems(from, to, { party, numbers }),
    about: aboutChanges(from.about, to.about),
    names: namesIn(items, all, [...named, ...(party ? [party] : [])]),
  }
}

/** What a document says. Who sat at the table it does not know: that is known of now, and of versions. */
export function documentSide(doc: Y.Doc, shown: ShownMoment, parties?: readonly Organisation[]): Side {
  const struck = readItems(doc).filter(({ status }) => status === 'struck')
  const contents = readContents(doc)
  const filled = new Set([...contents.values()].map(({ theme }) => theme))
  // As a version has them.
  const themes = readThemes(doc).filter(({ id, hidden }) => !hidden || filled.has(id))
  return {
    shown,
    contents,
    standings: readStandings(doc),
    about: aboutOf({ ...readAgendaHead(doc), themes, parties }),
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
  const { at, parties, themes, plans, title, period } = head.metadata
  const items = store.versions.items(number)
  return {
    shown: { kind: 'version', number, at, ...(adoptedBy && { adoptedBy }) },
    contents: new Map(items.map(({ item, content }) => [item, content])),
    standings: new Map(items.map(({ item, aside }) => [item, aside])),
    about: aboutOf({ title, ...period, parties, themes }),
    reasons: new Map(),
    names: { organisations: namesById(parties), themes: namesById(themes), plans: namesById(plans) },
  }
}

type Named = { name: string }

function aboutOf(head: {
  title: string
  from?: Day | undefined
  to?: Day | undefined
  parties?: readonly Named[] | undefined
  themes: readonly Named[]
}): About {
  const { title, from, to, parties, themes } = head
  return {
    title: [title],
    period: from && to ? [from, to] : [],
    ...(parties && { parties: parties.map(({ name }) => name).sort() }),
    themes: themes.map(({ name }) => name),
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
