import type { OrganisationKind } from '../agenda.ts'
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

/**
 * An agenda as every export says it: names instead of ids, in the order in which it is read, values of 1 to 4 masked
 * already (rule P1). All formats are made from this alone, so that all say the same.
 */
export type ExportedAgenda = {
  id: string
  title: string
  region: string
  period?: { from: Day; to: Day }
  /** A version that was frozen, or the living agenda at a moment, which is marked as a draft. */
  edition: { kind: 'version'; number: number; date: Day; hash: string } | { kind: 'draft'; at: string }
  parties: { name: string; short: string; kind: OrganisationKind }[]
  /** A theme without a name holds the items that have none yet. */
  themes: { name: string; items: ExportedItem[] }[]
  /** Struck items, where they were asked for as an annex; elsewhere they are left out. */
  struck?: ExportedItem[]
}

export type ExportedItem = {
  id: string
  number?: number
  title: string
  theme: string
  duty: Duty
  kind: ItemKind
  priority?: Priority
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
  related: { number?: number; title: string }[]
  body: RichText
  annexes: { municipality: string; text: RichText }[]
  deadlines: { id: string; name: string; date?: Day }[]
  agreements: { id: string; text: string; organisation?: string; person?: string; due?: Day; done?: Day }[]
  indicators: {
    id: string
    name: string
    unit: string
    baseline?: ExportedNumber
    target?: ExportedNumber
    targetDate?: Day
    direction: Direction
    measurements: { date: Day; value: ExportedNumber; source: string }[]
  }[]
  links: { name: string; url: string; kind: LinkKind }[]
}

/** A number, or `masked`: it was 1 to 4, and is written as "< 5". */
export type ExportedNumber = number | 'masked'
