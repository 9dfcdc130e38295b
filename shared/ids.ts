import { nanoid } from 'nanoid'

/** Exported only because declarations of schemas that hold ids have to name it. */
export declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type AgendaId = Branded<'agenda'>
export type ItemId = Branded<'item'>
export type ThemeId = Branded<'theme'>
export type OrganisationId = Branded<'organisation'>
export type PersonId = Branded<'person'>
export type PlanId = Branded<'plan'>
export type InvitationId = Branded<'invitation'>
export type MandateId = Branded<'mandate'>
export type CommentLinkId = Branded<'comment-link'>
export type CommentId = Branded<'comment'>
export type VersionId = Branded<'version'>
/** The address under which everyone may read a version. */
export type PublicationId = Branded<'publication'>
/** A step of the adoption of one party: which of its bodies does what. */
export type StepId = Branded<'step'>
/** The key of a deadline, link, agreement or indicator inside its item. */
export type EntryId = Branded<'entry'>

type AnyId =
  | AgendaId
  | ItemId
  | ThemeId
  | OrganisationId
  | PersonId
  | PlanId
  | EntryId
  | InvitationId
  | MandateId
  | CommentLinkId
  | CommentId
  | VersionId
  | PublicationId
  | StepId

/** A fresh id. Clients make ids themselves, so that a retry after a lost answer creates nothing twice. */
export function makeId<Id extends AnyId>(): Id {
  const id = nanoid()
  // One in 4,096 begins with two underscores, which no id may.
  return isId<Id>(id) ? id : makeId<Id>()
}

/**
 * Whether a text from outside can be an id: 1 to 64 letters, digits, `-` and `_`. Names that start with two underscores
 * are refused: `__proto__` as a key would set the prototype of plain objects made from the document.
 */
export function isId<Id extends AnyId>(value: unknown): value is Id {
  return typeof value === 'string' && /^(?!__)[A-Za-z0-9_-]{1,64}$/.test(value)
}

/** Claims that a text that we wrote ourselves (a constant, a row of our own database) is an id; throws when it cannot be. */
export function asId<Id extends AnyId>(value: string): Id {
  if (!isId<Id>(value)) throw new TypeError('not an id')
  return value
}
