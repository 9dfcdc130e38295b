import * as v from 'valibot'
import type { AgendaSummary, Member, Organisation, OrganisationKind, Plan } from './agenda.ts'
import { type Day, isDay } from './date.ts'
import { type AgendaId, type ItemId, isId, type PersonId } from './ids.ts'
import type { Role } from './roles.ts'

// The HTTP contract under /api/v1: server and browser both compile against it.

/** GET /session/demo: who can be picked. */
export type DemoPerson = {
  person: PersonId
  name: string
  initials: string
  organisation: string
  organisationKind: OrganisationKind
  role: Role
}
export type DemoPeople = { people: DemoPerson[] }

/** POST /session/demo */
export const demoSignIn = v.object({ person: v.custom<PersonId>(isId) })
export type DemoSignIn = v.InferOutput<typeof demoSignIn>

/** GET /me: who is signed in. 401 when nobody is. */
export type Me = {
  person: PersonId
  name: string
  initials: string
  organisation: string
  organisationKind: OrganisationKind
  demo: boolean
  /** Only in GET /me: the own address, whether this person may make agendas, and the region of who began this board. */
  email?: string
  mayFound?: boolean
  /** Whether this person may take in a dossier, in which others are said to have written: who began this board. */
  mayTakeIn?: boolean
  region?: string
}

/** GET /agendas: the agendas I am on. */
export type Agendas = { agendas: AgendaSummary[] }

/** POST /agendas: makes an agenda of which its maker is the coordinator. The client makes the id. */
export const newAgenda: v.GenericSchema<NewAgenda> = v.pipe(
  v.object({
    id: v.custom<AgendaId>(isId),
    title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
    region: v.pipe(v.string(), v.trim(), v.maxLength(100)),
    from: v.optional(v.custom<Day>(isDay)),
    to: v.optional(v.custom<Day>(isDay)),
    start: v.picklist(['empty', 'template']),
  }),
  v.check(({ from, to }) => (from === undefined) === (to === undefined), 'A period has a first and a last day'),
  v.check(({ from, to }) => from === undefined || to === undefined || from <= to, 'A period ends after it begins'),
)
export type NewAgenda = {
  id: AgendaId
  title: string
  region: string
  from?: Day | undefined
  to?: Day | undefined
  start: 'empty' | 'template'
}

/** GET /agendas/<id>: what the record knows of an agenda. A reader gets no plans-in-the-making, only who is at the table. */
export type Agenda = AgendaSummary & {
  me: Member
  /** The life of the room; local copies of another epoch are of no use. */
  epoch: string
  organisations: Organisation[]
  members: Member[]
  /** Who was on the agenda and is no longer: what they wrote keeps its author. */
  former: Member[]
  plans: Plan[]
}

/** GET /agendas/<id>/items: numbers and authorship, which the document does not hold. */
export type ItemRecords = { items: ItemRecord[] }
export type ItemRecord = { item: ItemId; number: number; addedBy: PersonId; addedAt: string }

/**
 * GET /agendas/<id>/history[?item=<id>][&before=<seq>]: what changed in an item, or in the agenda as a whole, the latest
 * first, 200 at a time; `before` goes on where the last answer ended.
 */
export type History = { changes: Change[] }
export type Change = {
  seq: number
  at: string
  person: PersonId
  /** Empty where the agenda itself changed: its title, its period, its themes. */
  item: ItemId | ''
  field: string
  before: unknown
  after: unknown
}

/** RFC 9457. `type` is stable; `title` and `detail` are in the language that was asked for. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  errors?: { path: string; message: string }[]
}
