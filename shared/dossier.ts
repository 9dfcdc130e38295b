import { fromBase64, toBase64 } from 'lib0/buffer'
import * as v from 'valibot'
import { organisationKinds, planKinds } from './agenda.ts'
import { type Day, isDay } from './date.ts'
import { type AgendaId, type ItemId, isId, type OrganisationId, type PersonId, type PlanId } from './ids.ts'
import { roles } from './roles.ts'

// GET and PUT /agendas/<id>/dossier: everything of one agenda as one JSON document, to keep it or to carry it elsewhere.

/** The largest dossier that is taken in, in bytes. What is larger moves as a backup. */
export const largestDossier = 24 << 20

const dossierFormat = 'ontwikkelagenda.dossier'
const dossierVersion = 1

const id = <Id extends AgendaId | ItemId | OrganisationId | PersonId | PlanId>() => v.custom<Id>(isId, 'An id')
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
  version: v.literal(dossierVersion),
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
  members: v.array(
    v.strictObject({
      person: id<PersonId>(),
      name,
      initials: line,
      organisation: id<OrganisationId>(),
      role: v.picklist(roles),
    }),
  ),
  plans: v.array(
    v.strictObject({
      id: id<PlanId>(),
      kind: v.picklist(planKinds),
      name,
      organisation: id<OrganisationId>(),
      deadline: v.optional(v.custom<Day>(isDay, 'A day')),
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
      item: id<ItemId>(),
      field: name,
      before: v.unknown(),
      after: v.unknown(),
    }),
  ),
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
