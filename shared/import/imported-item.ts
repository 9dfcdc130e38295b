import type { Amount } from '../amount.ts'
import type { Day } from '../date.ts'
import type { RichText } from '../document/rich-text.ts'
import type { OrganisationId, PlanId, ThemeId } from '../ids.ts'
import type {
  Direction,
  Duty,
  ItemKind,
  LegalBasis,
  LinkKind,
  Owner,
  Principle,
  Priority,
  Reach,
  Sector,
  Status,
  Transition,
} from '../item.ts'

/** An item as an import would write it: what it names is known on this agenda. */
export type ImportedItem = {
  title: string
  /** A theme of this agenda, or the name of one that comes with the import. */
  theme?: { id: ThemeId } | { name: string }
  duty: Duty
  kind: ItemKind
  status: Status
  struckReason: string
  priority?: Priority
  owner: Owner
  involved: OrganisationId[]
  sectors: Sector[]
  transition?: Transition
  reach: Reach
  legalBasis: LegalBasis[]
  principles: Principle[]
  plans: PlanId[]
  lineage: string
  /** Titles of items of the same import. */
  related: string[]
  body: RichText
  annexes: { municipality: OrganisationId; text: RichText }[]
  deadlines: { name: string; date?: Day }[]
  links: { name: string; url: string; kind: LinkKind }[]
  agreements: (Owner & { text: string; due?: Day; done?: Day })[]
  indicators: ImportedIndicator[]
}

export type ImportedIndicator = {
  name: string
  unit: string
  baseline?: Amount
  target?: Amount
  targetDate?: Day
  direction: Direction
  measurements: { date: Day; value: Amount; source: string }[]
}

/** Why a line is left out. */
export const importProblems = [
  'quotes',
  'no-title',
  'too-long',
  'bsn',
  'not-a-day',
  'not-a-number',
  'unknown-choice',
  'no-measurement-day',
  'too-many',
] as const
/** What is worth a look; the line comes in. */
export const importWarnings = [
  'unknown-organisation',
  'unknown-person',
  'unknown-theme',
  'unknown-plan',
  'unknown-word',
  'unknown-related',
  'without-day',
  'yes-without-day',
  'done-today',
  'without-agreement',
  'without-indicator',
  'unsafe-link',
  'long-title',
  'case',
  'twice',
  'already-there',
  'agreed',
  'masked',
] as const
export type ImportProblem = (typeof importProblems)[number]
export type ImportWarning = (typeof importWarnings)[number]

/** What there is to say of a cell: on which line, in which column, and what it says. */
export type Remark<Reason> = { line: number; column: string; reason: Reason; value: string }

/** What one line of a table, with those that follow it, becomes: an item, or why it is none. */
export type ImportLine = {
  /** Tells it from the others, also when columns are chosen anew. */
  key: string
  line: number
  title: string
  /** An item comes in whole or not at all. */
  item: ImportedItem | undefined
  problems: Remark<ImportProblem>[]
  warnings: Remark<ImportWarning>[]
}

export type ImportPlan = {
  lines: ImportLine[]
  /** Names of themes that are not on this agenda, as they were first written. */
  unknownThemes: string[]
}
