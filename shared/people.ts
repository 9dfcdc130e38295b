import * as v from 'valibot'
import { organisationKinds } from './agenda.ts'
import { type Day, isDay } from './date.ts'
import {
  type CommentLinkId,
  type InvitationId,
  isId,
  type MandateId,
  type OrganisationId,
  type PersonId,
} from './ids.ts'
import { type Role, roles } from './roles.ts'

// People on an agenda, and the ways in: part of the HTTP contract under /api/v1/agendas/<id>.

const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
/** ISO 8601, in UTC. */
const moment = v.string()

/** One address of a person, in lower case. What a mail server takes beyond this is too rare to tell from a typing error. */
export const emailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.email('An e-mail address, for example naam@gemeente.nl'),
)

/** A TOOI or CBS code, for example GM0505. */
const organisationCode = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_:/.-]{1,100}$/))
const website = v.pipe(v.string(), v.trim(), v.maxLength(300), v.regex(/^https?:\/\/[^\s]+$/))

/** An organisation as somebody enters it. The client makes the id. */
export const newOrganisation = v.strictObject({
  id: v.custom<OrganisationId>(isId),
  name: line(200),
  short: line(24),
  kind: v.picklist(organisationKinds),
  code: v.optional(organisationCode),
  website: v.optional(website),
})
export type NewOrganisation = v.InferOutput<typeof newOrganisation>

/** PATCH …/organisations/<organisation>. What is left out stays as it is; `null` takes a code or website away. */
export const organisationChange = v.strictObject({
  name: v.optional(line(200)),
  short: v.optional(line(24)),
  kind: v.optional(v.picklist(organisationKinds)),
  code: v.optional(v.nullable(organisationCode)),
  website: v.optional(v.nullable(website)),
})
export type OrganisationChange = v.InferOutput<typeof organisationChange>

/** POST …/organisations: all of them or none. */
export const newOrganisations: v.GenericSchema<NewOrganisations> = v.strictObject({
  organisations: v.pipe(v.array(newOrganisation), v.minLength(1), v.maxLength(500)),
})

export type NewOrganisations = { organisations: NewOrganisation[] }

/** That somebody speaks for an organisation: from and until when, on what ground, and who stands in. */
export const mandate = v.strictObject({
  id: v.custom<MandateId>(isId),
  organisation: v.custom<OrganisationId>(isId),
  from: v.custom<Day>(isDay),
  until: v.optional(v.custom<Day>(isDay)),
  ground: line(300),
  deputy: v.optional(v.custom<PersonId>(isId)),
})
export type Mandate = v.InferOutput<typeof mandate>

/** POST …/invitations: one for each address, all or none. The client makes the ids. */
export const newInvitations: v.GenericSchema<NewInvitations> = v.strictObject({
  invitations: v.pipe(
    v.array(v.strictObject({ id: v.custom<InvitationId>(isId), email: emailAddress })),
    v.minLength(1),
    v.maxLength(200),
  ),
  organisation: v.custom<OrganisationId>(isId),
  role: v.picklist(roles),
})
export type NewInvitations = {
  invitations: { id: InvitationId; email: string }[]
  organisation: OrganisationId
  role: Role
}

export const invitationStates = ['open', 'expired', 'accepted', 'withdrawn'] as const
export const invitation = v.object({
  id: v.custom<InvitationId>(isId),
  email: v.string(),
  organisation: v.custom<OrganisationId>(isId),
  role: v.picklist(roles),
  state: v.picklist(invitationStates),
  invitedBy: v.custom<PersonId>(isId),
  invitedAt: moment,
  /** When the last mail was asked for; later than `invitedAt` when it was sent again. */
  sentAt: moment,
  until: moment,
  person: v.optional(v.custom<PersonId>(isId)),
})
export type Invitation = v.InferOutput<typeof invitation>

/** PATCH …/members/<person>. What is left out stays as it is. */
export const memberChange: v.GenericSchema<MemberChange> = v.strictObject({
  role: v.optional(v.picklist(roles)),
  organisation: v.optional(v.custom<OrganisationId>(isId)),
  /** The other organisations for which this person may act. */
  alsoFor: v.optional(v.pipe(v.array(v.custom<OrganisationId>(isId)), v.maxLength(20))),
  mandates: v.optional(v.pipe(v.array(mandate), v.maxLength(20))),
})
export type MemberChange = {
  role?: Role | undefined
  organisation?: OrganisationId | undefined
  alsoFor?: OrganisationId[] | undefined
  mandates?: Mandate[] | undefined
}

/** POST …/comment-links: a link by which members of one parent organisation become commenters. */
export const newCommentLink = v.strictObject({
  id: v.custom<CommentLinkId>(isId),
  organisation: v.custom<OrganisationId>(isId),
  until: v.custom<Day>(isDay),
  places: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
})
export type NewCommentLink = v.InferOutput<typeof newCommentLink>

export const commentLink = v.object({
  ...newCommentLink.entries,
  used: v.number(),
  withdrawn: v.boolean(),
  /** The address of the page that it leads to. Only a coordinator gets it. */
  path: v.string(),
})
export type CommentLink = v.InferOutput<typeof commentLink>

/** What a person of the agenda has, beyond what everyone sees of a member: for who manages people. */
export const contact = v.object({
  person: v.custom<PersonId>(isId),
  email: v.optional(v.string()),
  since: moment,
})

/** GET …/people: everything that the people screen shows. */
export const people = v.object({
  contacts: v.array(contact),
  invitations: v.array(invitation),
  links: v.array(commentLink),
})
export type People = v.InferOutput<typeof people>
