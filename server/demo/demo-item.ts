import type { Amount } from '../../shared/amount.ts'
import type { Day } from '../../shared/date.ts'
import type {
  Deadline,
  Direction,
  Duty,
  ItemKind,
  LegalBasis,
  Link,
  Measurement,
  Principle,
  Priority,
  Reach,
  Sector,
  Status,
  Transition,
} from '../../shared/item.ts'
import type { ItemBody, Passage } from '../../shared/template/body.ts'
import type { TemplateTheme } from '../../shared/template/themes.ts'
import type { OrganisationKey, PersonKey, PlanKey } from './region.ts'

/** An item as the demo tells it. Organisations, people and plans are keys of region.ts, so that a wrong one does not compile. */
export type DemoItem = {
  /** The number it gets, and with it its id. */
  number: number
  theme: TemplateTheme
  title: string
  duty: Duty
  kind: ItemKind
  status: Exclude<Status, 'struck'> | { struck: string }
  priority?: Priority
  reach: Reach
  lineage?: string
  transition?: Transition
  owner?: { organisation: OrganisationKey; person?: PersonKey }
  involved: readonly OrganisationKey[]
  sectors: readonly Sector[]
  legalBasis: readonly LegalBasis[]
  principles: readonly Principle[]
  /** Numbers of other items. */
  related?: readonly number[]
  plans?: readonly PlanKey[]
  deadlines?: readonly Omit<Deadline, 'id'>[]
  links?: readonly Omit<Link, 'id'>[]
  body: ItemBody
  agreements?: readonly DemoAgreement[]
  indicators?: readonly DemoIndicator[]
  annexes?: Partial<Record<OrganisationKey, readonly Passage[]>>
}

export type DemoAgreement = {
  text: string
  by?: OrganisationKey
  person?: PersonKey
  due?: Day
  /** The day on which it was ticked off. */
  done?: Day
}

/** Where it stood at the start is its first measurement. */
export type DemoIndicator = {
  name: string
  unit: string
  direction: Direction
  target: Amount
  targetDate: Day
  measurements: Measurement[]
}
