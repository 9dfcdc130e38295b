import type { Member, Organisation, Plan } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import { asId, type OrganisationId, type PersonId, type PlanId } from '../../shared/ids.ts'
import { calendarFrom } from './calendar.ts'

const organisations = {
  alblasserdam: { name: 'Gemeente Alblasserdam', short: 'Alblasserdam', kind: 'municipality', code: 'GM0482' },
  dordrecht: { name: 'Gemeente Dordrecht', short: 'Dordrecht', kind: 'municipality', code: 'GM0505' },
  'hardinxveld-giessendam': {
    name: 'Gemeente Hardinxveld-Giessendam',
    short: 'Hardinxveld-G.',
    kind: 'municipality',
    code: 'GM0523',
  },
  'hendrik-ido-ambacht': {
    name: 'Gemeente Hendrik-Ido-Ambacht',
    short: 'H.I. Ambacht',
    kind: 'municipality',
    code: 'GM0531',
  },
  papendrecht: { name: 'Gemeente Papendrecht', short: 'Papendrecht', kind: 'municipality', code: 'GM0590' },
  sliedrecht: { name: 'Gemeente Sliedrecht', short: 'Sliedrecht', kind: 'municipality', code: 'GM0610' },
  zwijndrecht: { name: 'Gemeente Zwijndrecht', short: 'Zwijndrecht', kind: 'municipality', code: 'GM0642' },
  'swv-po': { name: 'Samenwerkingsverband primair onderwijs', short: 'SWV PO', kind: 'alliance' },
  'swv-vo': { name: 'Samenwerkingsverband voortgezet onderwijs', short: 'SWV VO', kind: 'alliance' },
  'bestuur-po': { name: 'Schoolbestuur primair onderwijs', short: 'Bestuur po', kind: 'school-board' },
  'bestuur-vo': { name: 'Schoolbestuur voortgezet onderwijs', short: 'Bestuur vo', kind: 'school-board' },
  'bestuur-so': { name: 'Schoolbestuur speciaal onderwijs', short: 'Bestuur so', kind: 'school-board' },
  jeugdhulp: { name: 'Aanbieder van jeugdhulp', short: 'Jeugdhulp', kind: 'care-provider' },
  ouderplatform: { name: 'Ouderplatform Drechtsteden', short: 'Ouderplatform', kind: 'parent-organisation' },
  jongerenraad: { name: 'Jongerenraad Drechtsteden', short: 'Jongerenraad', kind: 'parent-organisation' },
  leerplicht: { name: 'Leerplicht en RMC', short: 'Leerplicht', kind: 'other' },
  jeugdgezondheid: { name: 'Jeugdgezondheidszorg', short: 'Jeugdgezondheid', kind: 'other' },
  mbo: { name: 'Mbo-instelling', short: 'Mbo', kind: 'other' },
  regio: { name: 'Regiobureau Drechtsteden', short: 'Regio', kind: 'other' },
} as const satisfies Record<string, Omit<Organisation, 'id'>>

export type OrganisationKey = keyof typeof organisations

/** People are known by their role only. The first six are those who the start screen offers first. */
const people = {
  'beleidsadviseur-dordrecht': ['Beleidsadviseur, gemeente Dordrecht', 'BA', 'dordrecht', 'editor'],
  'directeur-swv-vo': ['Directeur, SWV voortgezet onderwijs', 'DI', 'swv-vo', 'editor'],
  'voorzitter-ouderplatform': ['Voorzitter, Ouderplatform Drechtsteden', 'VZ', 'ouderplatform', 'commenter'],
  coordinator: ['Coördinator, regio Drechtsteden', 'CO', 'regio', 'coordinator'],
  'wethouder-zwijndrecht': ['Wethouder, gemeente Zwijndrecht', 'WH', 'zwijndrecht', 'editor'],
  'raadslid-papendrecht': ['Raadslid, gemeente Papendrecht', 'RL', 'papendrecht', 'reader'],
  'directeur-swv-po': ['Directeur, SWV primair onderwijs', 'DP', 'swv-po', 'editor'],
  'bestuurder-po': ['Bestuurder, primair onderwijs', 'BP', 'bestuur-po', 'editor'],
  'bestuurder-so': ['Bestuurder, speciaal onderwijs', 'BS', 'bestuur-so', 'editor'],
  'regiomanager-jeugdhulp': ['Regiomanager, jeugdhulp', 'RM', 'jeugdhulp', 'editor'],
  'teamleider-leerplicht': ['Teamleider, Leerplicht en RMC', 'TL', 'leerplicht', 'editor'],
  'teammanager-jeugdgezondheid': ['Teammanager, jeugdgezondheidszorg', 'TM', 'jeugdgezondheid', 'editor'],
  'adviseur-huisvesting-papendrecht': ['Adviseur huisvesting, gemeente Papendrecht', 'AH', 'papendrecht', 'editor'],
  'adviseur-jeugd-alblasserdam': ['Adviseur jeugd, gemeente Alblasserdam', 'AJ', 'alblasserdam', 'editor'],
  'adviseur-werk-ambacht': ['Adviseur werk, gemeente Hendrik-Ido-Ambacht', 'AW', 'hendrik-ido-ambacht', 'editor'],
  'lid-jongerenraad': ['Lid, Jongerenraad Drechtsteden', 'LJ', 'jongerenraad', 'commenter'],
} as const satisfies Record<string, [Member['name'], Member['initials'], OrganisationKey, Member['role']]>

export type PersonKey = keyof typeof people

const plans = {
  'jeugdplan-alblasserdam': ['Jeugdplan Alblasserdam', 'youth-plan', 'alblasserdam', 11],
  'jeugdplan-dordrecht': ['Jeugdplan Dordrecht', 'youth-plan', 'dordrecht', 9],
  'jeugdplan-hardinxveld-giessendam': ['Jeugdplan Hardinxveld-Giessendam', 'youth-plan', 'hardinxveld-giessendam', 11],
  'jeugdplan-hendrik-ido-ambacht': ['Jeugdplan Hendrik-Ido-Ambacht', 'youth-plan', 'hendrik-ido-ambacht', 10],
  'jeugdplan-papendrecht': ['Jeugdplan Papendrecht', 'youth-plan', 'papendrecht', 10],
  'jeugdplan-sliedrecht': ['Jeugdplan Sliedrecht', 'youth-plan', 'sliedrecht', 11],
  'jeugdplan-zwijndrecht': ['Jeugdplan Zwijndrecht', 'youth-plan', 'zwijndrecht', 9],
  'ondersteuningsplan-po': ['Ondersteuningsplan primair onderwijs', 'support-plan', 'swv-po', 5],
  'ondersteuningsplan-vo': ['Ondersteuningsplan voortgezet onderwijs', 'support-plan', 'swv-vo', 6],
} as const satisfies Record<string, [Plan['name'], Plan['kind'], OrganisationKey, monthsFromNow: number]>

export type PlanKey = keyof typeof plans

export const demoOrganisations: Organisation[] = Object.entries(organisations).map(([id, organisation]) => ({
  id: asId<OrganisationId>(id),
  ...organisation,
}))

export const demoPeople: Member[] = Object.entries(people).map(([id, [name, initials, organisation, role]]) => ({
  person: asId<PersonId>(id),
  name,
  initials,
  organisation: organisationId(organisation),
  role,
}))

export function demoPlans(today: Day): Plan[] {
  const at = calendarFrom(today)
  return Object.entries(plans).map(([id, [name, kind, organisation, months]]) => ({
    id: asId<PlanId>(id),
    kind,
    name,
    organisation: organisationId(organisation),
    deadline: at.month(months),
  }))
}

export function organisationId(key: OrganisationKey): OrganisationId {
  return asId<OrganisationId>(key)
}

export function personId(key: PersonKey): PersonId {
  return asId<PersonId>(key)
}
