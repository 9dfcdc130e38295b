import type { PersonId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/roles.ts'

/** A field of an item that an update writes. */
export type Touched = { item: string; field: string | undefined }

export type Verdict =
  /** Nothing in it is new: a resend after a lost answer, or a reconnect. */
  | { answer: 'known' }
  /** It may be applied; these clients are this person's from now on. */
  | { answer: 'accepted'; newClients: number[]; touched: Touched[]; touchesAgenda: boolean }
  | Objection

/** Why an update cannot be taken in as it is. */
export type Objection =
  /** It builds on something that is not here: ask for everything, store nothing. */
  { answer: 'resync' } | { answer: 'refused'; reason: 'refused' | 'notAllowed' | 'otherEpoch'; rule: string }

/** What the gate needs to know of the one who sends, and of the room. */
export type Sender = {
  person: PersonId
  role: Role
  epoch: string
  /** Whose a client id is, and since which epoch. */
  ownerOf: (client: number) => { person: PersonId; epoch: string } | undefined
  /** It is an edit of a log, which may hold what could be written once. */
  isOfLog?: boolean
}

export const resync: Objection = { answer: 'resync' }

export function refuse(rule: string, reason: 'refused' | 'notAllowed' | 'otherEpoch' = 'refused'): Objection {
  return { answer: 'refused', reason, rule }
}
