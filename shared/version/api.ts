import * as v from 'valibot'
import { bodies, capacities, outcomes, type PlannedStep, partyOutcomes, type StepState } from '../adoption.ts'
import { type Day, isDay } from '../date.ts'
import { type ItemId, isId, type OrganisationId, type PersonId, type StepId, type VersionId } from '../ids.ts'
import { publication } from '../publication.ts'
import { hash, itemAside, itemContent, versionMetadata, versionNumber } from './content-schema.ts'

// Versions and their adoption: part of the HTTP contract under /api/v1/agendas/<id>.

const person = v.custom<PersonId>(isId)
const organisation = v.custom<OrganisationId>(isId)
const item = v.custom<ItemId>(isId)
const day = v.custom<Day>(isDay, 'A day')
const moment = v.string()
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const webAddress = v.pipe(v.string(), v.trim(), v.maxLength(1_000), v.regex(/^https?:\/\/[^\s]+$/, 'A web address'))

/** POST …/versions: freezes what the preview showed. The client makes the id. */
export const newVersion = v.strictObject({
  id: v.custom<VersionId>(isId),
  /** What the coordinator says of it, for everyone to read. */
  remark: v.optional(words(500)),
  /** The hash that the preview gave: when something changed since, nothing is frozen. */
  expects: hash,
})
export type NewVersion = v.InferOutput<typeof newVersion>

/** GET …/versions: all of them, the last one first. */
export const versionSummary = v.object({
  number: versionNumber,
  hash,
  at: moment,
  by: person,
  remark: v.optional(v.string()),
  items: count,
  publication: v.optional(publication),
})
export type VersionSummary = v.InferOutput<typeof versionSummary>
export const versions = v.object({ versions: v.array(versionSummary) })
export type Versions = v.InferOutput<typeof versions>

/** GET …/versions/preview: what would be frozen now, and what is worth a look before. */
export const versionPreview = v.object({
  /** What is sent along to freeze exactly this. */
  hash,
  metadata: v.object({ number: versionNumber, previous: v.optional(hash) }),
  items: v.array(
    v.object({
      item,
      number: v.optional(v.number()),
      title: v.string(),
      /** Against the version before. */
      change: v.picklist(['added', 'changed', 'same']),
      hasOwner: v.boolean(),
      hasPriority: v.boolean(),
      /** Threads that are shown and have no answer. */
      openComments: count,
    }),
  ),
  /** In the version before, and not in this one. */
  struck: v.array(v.object({ item, title: v.string() })),
  openComments: count,
})
export type VersionPreview = v.InferOutput<typeof versionPreview>

/** GET …/versions/<number>: all of it, for everyone on the agenda, and for whoever wants to compute its hash. */
export const wholeVersion = v.object({
  number: versionNumber,
  hash,
  by: person,
  metadata: versionMetadata,
  positions: v.record(v.string(), hash),
  items: v.array(v.object({ item, salt: v.string(), hash, content: itemContent, aside: itemAside })),
  publication: v.optional(publication),
})

const steps = {
  id: v.custom<StepId>(isId),
  body: v.picklist(bodies),
  name: v.optional(words(200)),
  capacity: v.picklist(capacities),
}

/** How a step stands, as it is kept. */
export const stepState: v.GenericSchema<StepState> = v.strictObject({
  prepared: v.optional(day),
  submitted: v.optional(day),
  due: v.optional(day),
  outcome: v.picklist(outcomes),
  date: v.optional(day),
  words: v.optional(v.string()),
  reference: v.optional(v.string()),
  link: v.optional(v.string()),
})
export const plannedStep: v.GenericSchema<PlannedStep> = v.strictObject(steps)

/** A coordinator who records on behalf of a party says on what ground. */
const ground = v.optional(words(300))

/** PUT …/versions/<number>/adoption/<organisation>/<step>: how it stands now, all of it. */
export const stepChange = v.strictObject({
  prepared: v.optional(day),
  submitted: v.optional(day),
  due: v.optional(day),
  outcome: v.picklist(outcomes),
  date: v.optional(day),
  words: v.optional(words(2_000)),
  reference: v.optional(words(200)),
  link: v.optional(webAddress),
  ground,
  /** When it was recorded last (`recorded.at`); null or left out when it never was. Where that is not so, nothing is recorded. */
  expects: v.nullish(moment),
})
export type StepChange = v.InferOutput<typeof stepChange>

/** PUT …/adoption/<organisation>: the bodies of a party in their order, and what each does. */
export const stepsChange: v.GenericSchema<StepsChange> = v.strictObject({
  steps: v.pipe(
    v.array(
      v.pipe(
        v.strictObject(steps),
        v.check(({ body, name }) => body !== 'other' || name !== undefined, 'Another body needs a name'),
      ),
    ),
    v.minLength(1),
    v.maxLength(12),
    v.checkItems((step, index, all) => all.findIndex(({ id }) => id === step.id) === index, 'There twice'),
  ),
  ground,
})
export type StepsChange = { steps: PlannedStep[]; ground?: string | undefined }

const recorded = v.object({ person, at: moment, ground: v.optional(v.string()) })

/** The bodies that a party has; who set them, where it is not as usual, with a ground when on its behalf. */
export const adoptionSetting = v.object({
  organisation,
  steps: v.array(plannedStep),
  recorded: v.optional(recorded),
})
export type AdoptionSetting = v.InferOutput<typeof adoptionSetting>

const step = v.object({
  ...steps,
  state: stepState,
  /** Of a withdrawal: the day on which was decided what it takes back. */
  withdraws: v.optional(day),
  recorded: v.optional(recorded),
  /** How often it was recorded otherwise before: what, is in its history. */
  earlier: v.optional(count),
  /** When the party was reminded of it last, and by whom. */
  reminded: v.optional(v.object({ person, at: moment })),
})

/** GET …/versions/<number>/adoption/<organisation>/<step>/history: how the step stood, the last first; that is how it stands. */
export const stepHistory = v.object({ states: v.array(v.object({ state: stepState, recorded })) })
export type StepHistory = v.InferOutput<typeof stepHistory>

/** How far one party is with one version. */
export const partyAdoption = v.object({
  organisation,
  outcome: v.picklist(partyOutcomes),
  /** Something happened: from then on its steps on this version stay what they are. */
  begun: v.optional(v.boolean()),
  steps: v.array(step),
})
export type PartyAdoption = v.InferOutput<typeof partyAdoption>

/** POST …/versions/<number>/adoption/<organisation>/<step>/reminder: who gets a mail. Nothing is sent along. */
export const reminded = v.object({ people: v.array(person) })
export type Reminded = v.InferOutput<typeof reminded>

/** Against which version a party reads this one, and how many items changed for it since; left out where it reads all. */
export const partySince = v.object({ version: versionNumber, changed: count })

/** GET …/adoption: per version, the last one first, and party how far it is; and the steps that each party has. */
export const adoption = v.object({
  versions: v.array(
    v.object({
      version: versionNumber,
      parties: v.array(v.object({ ...partyAdoption.entries, since: v.optional(partySince) })),
    }),
  ),
  settings: v.array(adoptionSetting),
})
export type Adoption = v.InferOutput<typeof adoption>
