import type { Member } from '../../../shared/agenda.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import type { Mandate, MemberChange } from '../../../shared/people.ts'
import { type Role, roles } from '../../../shared/roles.ts'
import type { RoomStore } from '../../store/room-store.ts'
import { type Decision, done, invalid, isSame, type Mistake, refused } from './decision.ts'
import type { RecordTurn } from './turn.ts'

/** Changes a membership: as what, for whom, and with which mandates. */
export function changeMember(
  store: RoomStore,
  turn: RecordTurn,
  person: PersonId,
  change: MemberChange,
): Decision<Member> {
  const seat = store.seat()
  const before = seat.members.find((member) => member.person === person)
  if (!before) return refused('not-found')
  const organisation = change.organisation ?? before.organisation
  // Who starts to act for one of their other organisations acts for it already.
  const alsoFor = change.alsoFor ?? (before.alsoFor ?? []).filter((other) => other !== organisation)
  const mandates = change.mandates ?? before.mandates ?? []
  const after: Member = {
    ...before,
    organisation,
    alsoFor,
    mandates,
    role: change.role ?? before.role,
  }
  if (isSame(after, { ...before, alsoFor: before.alsoFor ?? [], mandates: before.mandates ?? [] })) return done(before)
  const mistakes = [
    ...mistakesInParties(
      after,
      seat.organisations.map(({ id }) => id),
    ),
    ...mistakesInMandates(store, after, seat.members, change.mandates !== undefined),
  ]
  if (mistakes.length > 0) return invalid(mistakes)
  if (before.role === 'coordinator' && after.role !== 'coordinator' && isLastCoordinator(seat.members, person))
    return refused('last-coordinator')
  store.people.changeMember(person, { organisation, role: after.role })
  store.people.setCapacities(person, alsoFor)
  setMandates(store, turn.at, person, before.mandates ?? [], mandates)
  turn.audit('member-changed', { person }, { role: after.role, organisation, alsoFor, mandates })
  told(turn)
  return done(store.seat().members.find((member) => member.person === person) ?? after)
}

/** Ends a membership, and its mandates. Who is no longer on the agenda stays on record. */
export function endMember(store: RoomStore, turn: RecordTurn, person: PersonId): Decision {
  const { members } = store.seat()
  const member = members.find((other) => other.person === person)
  if (!member) return store.people.contact(person) ? done(undefined) : refused('not-found')
  if (isLastCoordinator(members, person)) return refused('last-coordinator')
  store.people.changeMember(person, { endedAt: turn.at })
  setMandates(store, turn.at, person, member.mandates ?? [], [])
  // Who comes back one day gets a new one.
  store.calendars.remove(person)
  turn.audit('member-ended', { person })
  told(turn)
  return done(undefined)
}

/** Somebody who comes in by a door: who they are, for whom, as what. */
export type Arriving = {
  person: PersonId
  name: string
  initials: string
  email: string
  organisation: OrganisationId
  role: Role
}

/** Lets somebody in. Who is here already may from now on act for this organisation as well, and keeps the higher role. */
export function admit(store: RoomStore, turn: RecordTurn, arriving: Arriving): void {
  const { person, name, initials, email, organisation, role } = arriving
  const { people } = store
  const member = store.seat().members.find((other) => other.person === person)
  if (member) {
    const higher = roles.indexOf(role) < roles.indexOf(member.role) ? role : member.role
    people.changeMember(person, { role: higher, email: people.contact(person)?.email ?? email })
    if (!actsFor(member, organisation)) people.setCapacities(person, [...(member.alsoFor ?? []), organisation])
  } else if (people.contact(person)) {
    people.changeMember(person, { name, initials, email, organisation, role, since: turn.at, endedAt: null })
    people.setCapacities(person, [])
  } else {
    people.addMember({ person, name, initials, organisation, role, since: turn.at }, email)
  }
  told(turn)
}

/** Whether a member may act for that organisation. */
export function actsFor(member: Member, organisation: OrganisationId): boolean {
  return member.organisation === organisation || (member.alsoFor ?? []).includes(organisation)
}

function isLastCoordinator(members: readonly Member[], person: PersonId): boolean {
  const coordinators = members.filter(({ role }) => role === 'coordinator')
  return coordinators.length === 1 && coordinators[0]?.person === person
}

function mistakesInParties({ organisation, alsoFor = [] }: Member, parties: readonly OrganisationId[]): Mistake[] {
  const mistakes: Mistake[] = []
  if (!parties.includes(organisation)) mistakes.push({ path: 'organisation', message: 'Not a party of this agenda' })
  for (const [index, other] of alsoFor.entries()) {
    const path = `alsoFor.${index}`
    if (!parties.includes(other)) mistakes.push({ path, message: 'Not a party of this agenda' })
    if (other === organisation || alsoFor.indexOf(other) < index) mistakes.push({ path, message: 'There twice' })
  }
  return mistakes
}

function mistakesInMandates(
  store: RoomStore,
  member: Member,
  members: readonly Member[],
  areGiven: boolean,
): Mistake[] {
  const mandates = member.mandates ?? []
  const mistakes = mandates.flatMap(({ id, organisation, from, until, deputy }, index) => {
    const found: Mistake[] = []
    const say = (key: string, message: string) => found.push({ path: `mandates.${index}.${key}`, message })
    const known = store.people.mandate(id)
    const isTaken = known !== undefined && (known.person !== member.person || known.endedAt !== null)
    if (isTaken || mandates.findIndex((other) => other.id === id) < index) say('id', 'This id is taken')
    if (!actsFor(member, organisation)) say('organisation', 'Not an organisation of this person')
    if (until !== undefined && until < from) say('until', 'Ends before it begins')
    // A deputy who left since is no mistake of a change that is about something else.
    if (areGiven && deputy !== undefined && !members.some(({ person }) => person === deputy))
      say('deputy', 'Not on this agenda')
    if (deputy === member.person) say('deputy', 'Cannot stand in for themselves')
    return found
  })
  // The mandates were not among what was sent: what is wrong is the organisation that is no longer there.
  return areGiven ? mistakes : mistakes.map(({ message }) => ({ path: 'alsoFor', message: `A mandate: ${message}` }))
}

function setMandates(
  store: RoomStore,
  at: number,
  person: PersonId,
  before: readonly Mandate[],
  after: readonly Mandate[],
): void {
  const gone = before.filter(({ id }) => !after.some((mandate) => mandate.id === id))
  store.people.endMandates(
    gone.map(({ id }) => id),
    at,
  )
  for (const mandate of after) {
    if (!before.some((other) => isSame(other, mandate))) store.people.putMandate(person, mandate)
  }
}

function told(turn: RecordTurn): void {
  turn.seatChanged()
  turn.tell({ kind: 'people' })
}
