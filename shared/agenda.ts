import type { Day } from './date.ts'
import type { AgendaId, OrganisationId, PersonId, PlanId, ThemeId } from './ids.ts'
import type { Mandate } from './people.ts'
import type { Role } from './roles.ts'

/** What the document itself says of the agenda as a whole. */
export type AgendaHead = { title: string; from?: Day; to?: Day }

export type Theme = { id: ThemeId; name: string; rank: string; hidden: boolean }

export const organisationKinds = [
  'municipality',
  'alliance',
  'school-board',
  'care-provider',
  'parent-organisation',
  'health-insurer',
  'knowledge-institute',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A party at the table. `short` is for narrow places. */
export type Organisation = {
  id: OrganisationId
  name: string
  short: string
  kind: OrganisationKind
  code?: string
  website?: string
}

/** A person on an agenda, known by role or name: in the capacity of one organisation, or of others as well. */
export type Member = {
  person: PersonId
  name: string
  initials: string
  organisation: OrganisationId
  /** The other organisations for which this person may act. */
  alsoFor?: OrganisationId[]
  mandates?: Mandate[]
  role: Role
}

export const planKinds = ['youth-plan', 'support-plan'] as const
export type PlanKind = (typeof planKinds)[number]

/** A jeugdplan or ondersteuningsplan that the agenda feeds. */
export type Plan = { id: PlanId; kind: PlanKind; name: string; organisation: OrganisationId; deadline?: Day }

export type AgendaSummary = {
  id: AgendaId
  title: string
  region: string
  from?: Day
  to?: Day
  role: Role
  parties: number
  people: number
  /** How many comments there I have not read. */
  unread: number
}
