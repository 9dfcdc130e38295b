import { dutchDayOf } from '../../../shared/dutch-day.ts'
import type { OrganisationId, PersonId, StepId } from '../../../shared/ids.ts'
import { holdersOf } from '../../../shared/mandates.ts'
import type { Reminded } from '../../../shared/version/api.ts'
import { canonical } from '../../../shared/version/canonical.ts'
import type { RoomReader } from '../../store/room-store.ts'
import type { AdoptionReminderRow } from '../../store/version-store.ts'
import { partyOf } from './adoption.ts'
import { type Decision, done, refused } from './decision.ts'
import type { RecordTurn } from './turn.ts'
import { isPartyOf, type VersionScene } from './versions.ts'

/** So often a party is reminded within a day, whatever its steps: whoever renames them must not fill a mailbox. */
const mostADay = 24
const day = 86_400_000

/** Has who holds the mandate of a party, and who stands in, reminded of a step by mail (rules V18 and V19). */
export function remindOfStep(
  scene: VersionScene,
  turn: RecordTurn,
  agendaTitle: string,
  { version, organisation, step: id }: { version: number; organisation: OrganisationId; step: StepId },
): Decision<Reminded> {
  const { store, me } = scene
  const head = store.versions.head(version)
  if (!head || !isPartyOf(head, organisation)) return refused('not-found')
  const step = partyOf(store, version, organisation).steps.find((other) => other.id === id)
  if (!step) return refused('not-found')
  if (step.state.outcome !== 'pending') return refused('step-closed')
  const today = dutchDayOf(turn.at)
  if (step.reminded && dutchDayOf(Date.parse(step.reminded.at)) === today) return refused('reminded-today')
  const lately = store.versions.adoptionReminders().filter((row) => row.at > turn.at - day)
  if (lately.filter((row) => row.organisation === organisation).length >= mostADay) return refused('reminded-today')
  const { members, organisations } = store.seat()
  const holders = holdersOf(members, organisation, today)
  if (holders.length === 0) return refused('no-mandate')
  const people = reachable(store, holders)
  if (people.length === 0) return refused('no-address')
  const row: AdoptionReminderRow = { version, organisation, step: id, person: me.person, people, at: turn.at }
  store.versions.addAdoptionReminder(row)
  turn.audit('adoption-reminder', { version, organisation, step: id }, reminderSaid(row))
  const { body, name, capacity } = step
  turn.post({
    kind: 'reminder',
    people,
    version,
    step: { body, capacity, ...(name !== undefined && { name }) },
    ...(step.state.due && { due: step.state.due }),
    by: me.name,
    organisation: organisations.find((party) => party.id === organisation)?.name ?? '',
    agendaTitle,
  })
  turn.tell({ kind: 'adoption', organisation })
  return done({ people })
}

/** What the audit trail covers of a reminder: who got it. */
export function reminderSaid({ people }: Pick<AdoptionReminderRow, 'people'>): string {
  return canonical(people)
}

/** Those with an address. In the demo nobody has one: there the mail is shown on this machine. */
function reachable(store: RoomReader, people: readonly PersonId[]): PersonId[] {
  if (store.setting('demo') === 'yes') return [...people]
  const known = new Set(store.people.contacts().flatMap(({ person, email }) => (email === null ? [] : person)))
  return people.filter((person) => known.has(person))
}
