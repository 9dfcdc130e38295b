import * as v from 'valibot'
import { anchor, answerOutcomes, mentions, reactionKinds } from './comment.ts'
import {
  type CommentId,
  type ItemId,
  isId,
  type OrganisationId,
  type PersonId,
  type StepId,
  type VersionId,
} from './ids.ts'
import { plannedStep, stepState } from './version/api.ts'
import { itemAside, itemContent, versionMetadata, versionNumber } from './version/content-schema.ts'

// What was said about the items of an agenda, what was agreed, and the audit trail, as a dossier has them: table by table,
// in their order.

const comment = v.custom<CommentId>(isId, 'An id')
const person = v.custom<PersonId>(isId, 'An id')
const organisation = v.custom<OrganisationId>(isId, 'An id')
/** Milliseconds since 1970. */
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const change = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const words = v.pipe(v.string(), v.maxLength(5_000))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'A hash'))
const salt = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const steps = v.pipe(v.array(plannedStep), v.minLength(1), v.maxLength(12))
const state = v.picklist(['shown', 'withdrawn', 'hidden', 'reported'])

/** A dossier of before comments were kept leaves these out. */
export const dossierRecord = {
  comments: v.optional(
    v.array(
      v.strictObject({
        id: comment,
        thread: comment,
        item: v.custom<ItemId>(isId, 'An id'),
        person,
        organisation,
        text: words,
        at: moment,
        editedAt: v.nullable(moment),
        state,
        stateAt: v.nullable(moment),
        stateBy: v.nullable(person),
        stateReason: v.nullable(words),
        anchor: v.nullable(anchor),
        mentions,
        seq: change,
        news: change,
      }),
    ),
    [],
  ),
  /** What comments said before they were corrected. */
  commentTexts: v.optional(v.array(v.strictObject({ comment, until: moment, text: words })), []),
  /** What was done about comments. */
  commentStates: v.optional(
    v.array(v.strictObject({ comment, state, person, at: moment, reason: v.nullable(words) })),
    [],
  ),
  reactions: v.optional(v.array(v.strictObject({ comment, person, kind: v.picklist(reactionKinds), at: moment })), []),
  answers: v.optional(
    v.array(
      v.strictObject({ comment, outcome: v.picklist(answerOutcomes), reason: words, person, organisation, at: moment }),
    ),
    [],
  ),
  /** By number, each with its items in their order. */
  versions: v.optional(
    v.array(
      v.strictObject({
        number: versionNumber,
        id: v.custom<VersionId>(isId, 'An id'),
        at: moment,
        person,
        metadata: versionMetadata,
        positions: v.record(v.string(), hash),
        hash,
        items: v.array(
          v.strictObject({ item: v.custom<ItemId>(isId, 'An id'), salt, hash, content: itemContent, aside: itemAside }),
        ),
      }),
    ),
    [],
  ),
  /** By which the hashes of later versions are salted. */
  salts: v.optional(v.array(v.strictObject({ item: v.custom<ItemId>(isId, 'An id'), salt })), []),
  /** Who set them is left out in a dossier of before that was kept. */
  adoptionSettings: v.optional(
    v.array(
      v.strictObject({
        organisation,
        steps,
        person: v.optional(v.nullable(person), null),
        ground: v.optional(v.nullable(words), null),
        at: v.optional(v.nullable(moment), null),
      }),
    ),
    [],
  ),
  adoptionSteps: v.optional(v.array(v.strictObject({ version: versionNumber, organisation, steps })), []),
  adoptionStates: v.optional(
    v.array(
      v.strictObject({
        version: versionNumber,
        organisation,
        step: v.custom<StepId>(isId, 'An id'),
        state: stepState,
        person,
        ground: v.nullable(words),
        at: moment,
      }),
    ),
    [],
  ),
  /** Whom a coordinator reminded of a step, the first one first. */
  adoptionReminders: v.optional(
    v.array(
      v.strictObject({
        version: versionNumber,
        organisation,
        step: v.custom<StepId>(isId, 'An id'),
        person,
        people: v.pipe(v.array(person), v.minLength(1)),
        at: moment,
      }),
    ),
    [],
  ),
  /** The chain goes along, and goes on. */
  audit: v.optional(
    v.array(
      v.strictObject({
        at: moment,
        person,
        kind: v.pipe(v.string(), v.maxLength(64)),
        subject: v.pipe(v.string(), v.maxLength(8_000)),
        contentHash: v.nullable(hash),
        salt: v.nullable(v.pipe(v.string(), v.maxLength(64))),
        hash,
      }),
    ),
    [],
  ),
}

const record = v.object(dossierRecord)
export type DossierRecord = v.InferOutput<typeof record>
