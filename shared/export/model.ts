import type { Body, Capacity, Outcome, PartyOutcome } from '../adoption.ts'
import type { OrganisationKind, PlanKind } from '../agenda.ts'
import type { Amount } from '../amount.ts'
import type { AnswerOutcome } from '../comment.ts'
import type { Day } from '../date.ts'
import type { RichText } from '../document/rich-text.ts'
import type {
  Direction,
  Duty,
  ItemKind,
  LegalBasis,
  LinkKind,
  Principle,
  Priority,
  Reach,
  Sector,
  Status,
} from '../item.ts'
import type { Rank } from '../rank.ts'
import type { Json } from '../version/canonical.ts'
import type { Differences } from '../version/differences.ts'

/**
 * An agenda as every export says it: names instead of ids, in the order in which it is read, values of 1 to 4 masked
 * already (rule P1). All formats are made from this alone, so that all say the same.
 */
export type ExportedAgenda = {
  id: string
  title: string
  region: string
  period?: { from: Day; to: Day }
  /** `at` is the moment, `date` its day in the Netherlands. A version that was frozen, or the living agenda at a moment, which is marked as a draft. */
  edition: { kind: 'version'; number: number; at: string; date: Day; hash: string } | { kind: 'draft'; at: string }
  parties: { id: string; name: string; short: string; kind: OrganisationKind; code?: string; website?: string }[]
  /** The plans that it feeds, each of a party. */
  plans: { id: string; name: string; kind: PlanKind; organisation: string; deadline?: Day }[]
  /** Those in which something stands. A theme without a name holds the items that have none yet. */
  themes: { id?: string; name: string; items: ExportedItem[] }[]
  /** All themes in their order, also those in which nothing stands: a board that takes the agenda in needs them. */
  allThemes: { id: string; name: string; hidden?: true }[]
  /** Struck items, where they were asked for as an annex; elsewhere they are left out. */
  struck?: ExportedItem[]
  /** The annexes that were asked for. The reply note: what each organisation said, and what was done with it. */
  comments?: ExportedContributions[]
  /** Against the version before. */
  differences?: Differences
  /** The version itself, or of a draft all of them, the last one first. */
  adoption?: ExportedAdoption[]
  history?: ExportedHistory
}

export type ExportedItemName = { id: string; number?: number; title: string }

/** What was said in the name of one organisation: of persons no names, since a reply note goes to councils. */
export type ExportedContributions = {
  organisation: string
  kind: OrganisationKind
  comments: {
    id: string
    item: ExportedItemName
    at: string
    /** The passage that it is about. */
    quote?: string
    text: string
    replies: { organisation: string; at: string; text: string }[]
    answer?: { outcome: AnswerOutcome; reason: string; organisation: string; at: string }
  }[]
}

/** How far the parties are with one version. */
export type ExportedAdoption = {
  version: number
  date: Day
  parties: {
    id: string
    organisation: string
    kind: OrganisationKind
    outcome: PartyOutcome
    steps: ExportedStep[]
  }[]
}
export type ExportedStep = {
  id: string
  body: Body
  name?: string
  capacity: Capacity
  outcome: Outcome
  prepared?: Day
  submitted?: Day
  due?: Day
  /** On which day it came out so. */
  date?: Day
  words?: string
  reference?: string
  link?: string
  /** When it was recorded. */
  recorded?: string
  /** On what ground a coordinator recorded it on behalf of the party. */
  ground?: string
}

/** Who changed what and when, the last change first. */
export type ExportedHistory = {
  changes: ExportedChange[] /** Whether there are older ones, which are left out. */
  isCut: boolean
}
export type ExportedChange = {
  at: string
  person?: string
  organisation?: string
  /** Left out where the agenda itself changed. */
  item?: ExportedItemName
  field: string
  /** With names instead of ids. Of long texts only what stands around the change. */
  before: Json
  after: Json
}

export type ExportedItem = {
  id: string
  number?: number
  title: string
  theme: string
  duty: Duty
  kind: ItemKind
  priority?: Priority
  /** Items of a column are in the order of these, as plain text. */
  rank: Rank
  status: Status | 'agreed'
  struckReason: string
  owner?: { organisation: string; person?: string }
  involved: string[]
  sectors: Sector[]
  transition?: { from: Sector; to: Sector }
  reach: Reach
  lineage: string
  legalBasis: LegalBasis[]
  principles: Principle[]
  plans: string[]
  /** The same by their ids, in the same order: two parties can have a plan of the same name. */
  planIds?: string[] | undefined
  related: ExportedItemName[]
  body: RichText
  annexes: { municipality: string; text: RichText }[]
  deadlines: { id: string; name: string; date?: Day }[]
  agreements: { id: string; text: string; organisation?: string; person?: string; due?: Day; done?: Day }[]
  indicators: {
    id: string
    name: string
    unit: string
    baseline?: Amount
    target?: Amount
    targetDate?: Day
    direction: Direction
    measurements: { date: Day; value: Amount; source: string }[]
  }[]
  links: { id: string; name: string; url: string; kind: LinkKind }[]
}
