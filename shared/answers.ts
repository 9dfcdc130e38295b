import * as v from 'valibot'
import {
  type AgendaSummary,
  type Member,
  type Organisation,
  organisationKinds,
  type Plan,
  planKinds,
} from './agenda.ts'
import type { Agenda, Agendas, DemoPeople, History, ItemRecords, Me, Problem } from './api.ts'
import { type Day, isDay } from './date.ts'
import { type AgendaId, type ItemId, isId, type OrganisationId, type PersonId, type PlanId } from './ids.ts'
import { mandate } from './people.ts'
import { roles } from './roles.ts'

// What the server answers, as schemas: the OpenAPI document is made from them, and a test holds every answer against them.

const id = <Id extends AgendaId | ItemId | OrganisationId | PersonId | PlanId>() => v.custom<Id>(isId)
const day = v.custom<Day>(isDay)
const moment = v.pipe(v.string(), v.isoTimestamp())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const value = v.nullable(
  v.union([v.string(), v.number(), v.boolean(), v.array(v.unknown()), v.record(v.string(), v.unknown())]),
)

export const meAnswer: v.GenericSchema<Me> = v.strictObject({
  person: id<PersonId>(),
  name: v.string(),
  initials: v.string(),
  organisation: v.string(),
  organisationKind: v.picklist(organisationKinds),
  demo: v.boolean(),
  email: v.optional(v.string()),
  mayFound: v.optional(v.boolean()),
  mayTakeIn: v.optional(v.boolean()),
  region: v.optional(v.string()),
})

export const demoPeopleAnswer: v.GenericSchema<DemoPeople> = v.strictObject({
  people: v.array(
    v.strictObject({
      person: id<PersonId>(),
      name: v.string(),
      initials: v.string(),
      organisation: v.string(),
      organisationKind: v.picklist(organisationKinds),
      role: v.picklist(roles),
    }),
  ),
})

const summary = {
  id: id<AgendaId>(),
  title: v.string(),
  region: v.string(),
  from: v.optional(day),
  to: v.optional(day),
  role: v.picklist(roles),
  parties: count,
  people: count,
  unread: count,
}
export const agendaSummaryAnswer: v.GenericSchema<AgendaSummary> = v.strictObject(summary)
export const agendasAnswer: v.GenericSchema<Agendas> = v.strictObject({ agendas: v.array(agendaSummaryAnswer) })

const organisation: v.GenericSchema<Organisation> = v.strictObject({
  id: id<OrganisationId>(),
  name: v.string(),
  short: v.string(),
  kind: v.picklist(organisationKinds),
  code: v.optional(v.string()),
  website: v.optional(v.string()),
})
export const organisationsAnswer: v.GenericSchema<{ organisations: Organisation[] }> = v.strictObject({
  organisations: v.array(organisation),
})

const member: v.GenericSchema<Member> = v.strictObject({
  person: id<PersonId>(),
  name: v.string(),
  initials: v.string(),
  organisation: id<OrganisationId>(),
  alsoFor: v.optional(v.array(id<OrganisationId>())),
  mandates: v.optional(v.array(mandate)),
  role: v.picklist(roles),
})

const plan: v.GenericSchema<Plan> = v.strictObject({
  id: id<PlanId>(),
  kind: v.picklist(planKinds),
  name: v.string(),
  organisation: id<OrganisationId>(),
  deadline: v.optional(day),
})

export const agendaAnswer: v.GenericSchema<Agenda> = v.strictObject({
  ...summary,
  me: member,
  epoch: v.string(),
  organisations: v.array(organisation),
  members: v.array(member),
  former: v.array(member),
  plans: v.array(plan),
})

export const itemsAnswer: v.GenericSchema<ItemRecords> = v.strictObject({
  items: v.array(v.strictObject({ item: id<ItemId>(), number: count, addedBy: id<PersonId>(), addedAt: moment })),
})

export const historyAnswer: v.GenericSchema<History> = v.strictObject({
  changes: v.array(
    v.strictObject({
      seq: count,
      at: moment,
      person: id<PersonId>(),
      item: v.union([v.literal(''), id<ItemId>()]),
      field: v.string(),
      before: value,
      after: value,
    }),
  ),
})

/** RFC 9457 */
export const problemAnswer: v.GenericSchema<Problem> = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  errors: v.optional(v.array(v.strictObject({ path: v.string(), message: v.string() }))),
})
