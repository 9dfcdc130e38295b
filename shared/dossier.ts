import { fromBase64, toBase64 } from 'lib0/buffer'
import * as v from 'valibot'
import { organisationKinds, planKinds } from './agenda.ts'
import { type Day, isDay } from './date.ts'
import { dossierRecord } from './dossier-record.ts'
import {
  type AgendaId,
  type ItemId,
  isId,
  type MandateId,
  type OrganisationId,
  type PersonId,
  type PlanId,
} from './ids.ts'
import { roles } from './roles.ts'

// GET and PUT /agendas/<id>/dossier: everything of one agenda as one JSON document, to keep it or to carry it elsewhere.
// Left out on purpose: addresses of people, invitations and comment links. They are ways in, and let nobody in elsewhere.

/** The largest dossier that is taken in, in bytes. What is larger moves as a backup. */
export const largestDossier = 24 << 20

const dossierFormat = 'ontwikkelagenda.dossier'
/** Version 1 knew neither comments nor who was on the agenda before: what it lacks, it may leave out. */
const dossierVersion = 2

const id = <Id extends AgendaId | ItemId | MandateId | OrganisationId | PersonId | PlanId>() =>
  v.custom<Id>(isId, 'An id')
const day = v.custom<Day>(isDay, 'A day')
const line = v.pipe(v.string(), v.maxLength(500))
const name = v.pipe(line, v.minLength(1))
const epoch = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
/** Milliseconds since 1970. */
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const bytes = v.pipe(
  v.string(),
  v.check((text) => isBase64(text), 'Bytes as base64'),
)

export const dossierSchema = v.strictObject({
  format: v.literal(dossierFormat),
  version: v.picklist([1, dossierVersion]),
  agenda: id<AgendaId>(),
  /** The life of the room that it was taken from. Where it is taken in, a new one begins. */
  epoch,
  settings: v.strictObject({ region: line }),
  organisations: v.array(
    v.strictObject({
      id: id<OrganisationId>(),
      name,
      short: name,
      kind: v.picklist(organisationKinds),
      code: v.optional(line),
      website: v.optional(v.pipe(line, v.regex(/^https?:\/\//, 'A web address'))),
    }),
  ),
  /** Everyone who ever was on the agenda; of who is no longer, with when that ended. */
  members: v.array(
    v.strictObject({
      person: id<PersonId>(),
      name,
      initials: line,
      organisation: id<OrganisationId>(),
      alsoFor: v.optional(v.array(id<OrganisationId>())),
      mandates: v.optional(
        v.array(
          v.strictObject({
            id: id<MandateId>(),
            organisation: id<OrganisationId>(),
            from: day,
            until: v.optional(day),
            ground: name,
            deputy: v.optional(id<PersonId>()),
            endedAt: v.optional(moment),
          }),
        ),
      ),
      role: v.picklist(roles),
      since: v.optional(moment, 0),
      endedAt: v.optional(moment),
    }),
  ),
  plans: v.array(
    v.strictObject({
      id: id<PlanId>(),
      kind: v.picklist(planKinds),
      name,
      organisation: id<OrganisationId>(),
      deadline: v.optional(day),
    }),
  ),
  /** By number. */
  items: v.array(
    v.strictObject({
      item: id<ItemId>(),
      number: v.pipe(v.number(), v.safeInteger()),
      person: id<PersonId>(),
      at: moment,
    }),
  ),
  /** Whose each Yjs client id is: the authorship. */
  clients: v.array(
    v.strictObject({
      client: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      person: id<PersonId>(),
      epoch,
      at: moment,
    }),
  ),
  /** Every accepted edit as a Yjs update, the first one first. Replaying them all gives `document`. */
  log: v.array(v.strictObject({ at: moment, person: id<PersonId>(), bytes })),
  history: v.array(
    v.strictObject({
      at: moment,
      person: id<PersonId>(),
      item: v.union([v.literal(''), id<ItemId>()]),
      field: name,
      before: v.unknown(),
      after: v.unknown(),
    }),
  ),
  ...dossierRecord,
  /** The whole document as one Yjs update. */
  document: bytes,
})

export type Dossier = v.InferOutput<typeof dossierSchema>

/** What every dossier of this program begins with. */
export const dossierHeading = { format: dossierFormat, version: dossierVersion } as const

export const bytesToText = toBase64
export const textToBytes = fromBase64

/** Only the one way to write bytes down: what a lenient decoder skips could hide in a dossier. */
function isBase64(text: string): boolean {
  try {
    return toBase64(fromBase64(text)) === text
  } catch {
    // Some decoders throw where others skip; either way it is not base64.
    return false
  }
}
