import {
  type Authority,
  beginSteps,
  hasHappened,
  isGroundless,
  type PlannedStep,
  partyOutcome,
  type Recorded,
  type Refusal,
  recordStep,
  type Step,
  usualSteps,
  withState,
} from '../../../shared/adoption.ts'
import { hasBsn } from '../../../shared/bsn.ts'
import type { Day } from '../../../shared/date.ts'
import { dutchDayOf } from '../../../shared/dutch-day.ts'
import type { OrganisationId, PersonId, StepId } from '../../../shared/ids.ts'
import { holdsMandate } from '../../../shared/mandates.ts'
import { may } from '../../../shared/rights.ts'
import type { Adoption, AdoptionSetting, PartyAdoption, StepChange, StepsChange } from '../../../shared/version/api.ts'
import { canonical, type Json } from '../../../shared/version/canonical.ts'
import { refusalPlaces } from '../../../shared/version/refusals.ts'
import type { RoomReader } from '../../store/room-store.ts'
import type {
  AdoptionReminderRow,
  AdoptionSettingRow,
  AdoptionStateRow,
  AdoptionStepsRow,
} from '../../store/version-store.ts'
import { type Decision, done, invalid, isSame, refused } from './decision.ts'
import { type CountChanges, withSince } from './party-since.ts'
import { momentOf } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'
import { isPartyOf, type VersionScene } from './versions.ts'

/** Records how a step of a party stands (rules V10 to V14 and V26). */
export function recordAdoption(
  scene: VersionScene,
  turn: RecordTurn,
  { version, organisation, step }: { version: number; organisation: OrganisationId; step: StepId },
  { ground, expects, ...state }: StepChange,
): Decision<PartyAdoption> {
  const { store, me } = scene
  if ([ground, state.words].some((words) => words !== undefined && hasBsn(words))) return refused('bsn')
  const head = store.versions.head(version)
  if (!head || !isPartyOf(head, organisation)) return refused('not-found')
  const today = dutchDayOf(turn.at)
  const by = authorityOf(scene, organisation, today, ground)
  const party = partyOf(store, version, organisation)
  const decision = recordStep(party.steps, step, state, {
    by,
    today,
    at: momentOf(turn.at),
    expects: expects ?? undefined,
  })
  if (!decision.done) return answerTo(decision.why)
  if (!decision.isNews) return done(party)
  // From now on the steps of this party on this version stay what they are.
  if (hasHappened(state) && !party.begun) {
    const begun = party.steps.map(({ id, body, name, capacity }) => ({ id, body, ...(name && { name }), capacity }))
    store.versions.setAdoptionSteps({ version, organisation, steps: begun })
    turn.audit('adoption-begun', { version, organisation }, stepsSaid(begun))
  }
  const onBehalf = by.kind === 'coordinator'
  const row: AdoptionStateRow = {
    version,
    organisation,
    step,
    state,
    person: me.person,
    ground: onBehalf ? (ground ?? null) : null,
    at: turn.at,
  }
  store.versions.addAdoptionState(row)
  turn.audit(
    onBehalf ? 'adoption-on-behalf' : 'adoption',
    { version, organisation, step, outcome: state.outcome },
    stateSaid(row),
  )
  turn.tell({ kind: 'adoption', organisation })
  turn.newsChanged()
  return done(partyOf(store, version, organisation))
}

/** Sets which bodies of a party do what (rule V10): for versions on which nothing happened with it yet. */
export function setSteps(
  scene: VersionScene,
  turn: RecordTurn,
  organisation: OrganisationId,
  { steps, ground }: StepsChange,
): Decision<AdoptionSetting> {
  const { store, me } = scene
  if ([ground, ...steps.map(({ name }) => name)].some((words) => words !== undefined && hasBsn(words)))
    return refused('bsn')
  if (!store.seat().organisations.some(({ id }) => id === organisation)) return refused('not-found')
  const by = authorityOf(scene, organisation, dutchDayOf(turn.at), ground)
  if (by.kind === 'none') return refused('not-allowed')
  if (isGroundless(by)) return invalid([refusalPlaces['ground-missing']])
  const before = store.versions.adoptionSettings().find((row) => row.organisation === organisation)
  const onBehalf = by.kind === 'coordinator'
  const row = { organisation, steps, person: me.person, ground: onBehalf ? (ground ?? null) : null, at: turn.at }
  if (before && isSame({ ...before, at: turn.at }, row)) return done(toSetting(before))
  store.versions.setAdoptionSettings(row)
  turn.audit(onBehalf ? 'adoption-steps-on-behalf' : 'adoption-steps', { organisation }, settingSaid(row))
  turn.tell({ kind: 'adoption', organisation })
  turn.newsChanged()
  return done(toSetting(row))
}

/** How far every party is with every version, the last version first; and the steps that each has. */
export function readAdoption(store: RoomReader, countChanges: CountChanges): Adoption {
  const planned = plansOf(store)
  const set = new Map(store.versions.adoptionSettings().map((row) => [row.organisation, row]))
  return {
    versions: withSince(partiesByVersion(store), countChanges),
    settings: store.seat().organisations.map(({ id }) => {
      const row = set.get(id)
      return row ? toSetting(row) : { organisation: id, steps: planned(id) }
    }),
  }
}

/** The same, without what changed for each. */
export function partiesByVersion(store: RoomReader): Adoption['versions'] {
  const partyOn = partyReader(store)
  return store.versions
    .heads()
    .reverse()
    .map(({ number, metadata }) => ({
      version: number,
      parties: metadata.parties.map(({ id }) => partyOn(number, id)),
    }))
}

/** The steps that a party set, with who did so and on what ground. */
function toSetting({ organisation, steps, person, ground, at }: AdoptionSettingRow): AdoptionSetting {
  if (person === null || at === null) return { organisation, steps }
  return { organisation, steps, recorded: recordedOf({ person, ground, at }) }
}

/** What the audit trail covers of a recorded state. */
export function stateSaid({ state, ground }: Pick<AdoptionStateRow, 'state' | 'ground'>): string {
  return canonical({ state: state as Json, ground })
}

/** What the audit trail covers of the settings of a party: of those before it was kept who set them, the steps alone. */
export function settingSaid({ steps, person, ground }: AdoptionSettingRow): string {
  return person === null ? stepsSaid(steps) : canonical({ steps: steps as unknown as Json, ground })
}

/** What the audit trail covers of the steps of a party. */
export function stepsSaid(steps: readonly PlannedStep[]): string {
  return canonical(steps as unknown as Json)
}

function authorityOf(
  { store, me }: VersionScene,
  organisation: OrganisationId,
  today: Day,
  ground: string | undefined,
): Authority {
  if (holdsMandate(store.seat().members, me.person, organisation, today)) return { kind: 'mandate', person: me.person }
  return may(me.role, 'follow-adoption') ? { kind: 'coordinator', person: me.person, ground } : { kind: 'none' }
}

function answerTo(why: Refusal): Decision<never> {
  if (why === 'not-found' || why === 'not-allowed') return refused(why)
  if (why === 'changed-meanwhile') return refused('adoption-changed')
  return invalid([refusalPlaces[why]])
}

/** How far a party is with a version. */
export function partyOf(store: RoomReader, version: number, organisation: OrganisationId): PartyAdoption {
  return partyReader(store)(version, organisation)
}

/** The same for many of them: what was recorded is read once, and each party finds its own without looking through all. */
function partyReader(store: RoomReader): (version: number, organisation: OrganisationId) => PartyAdoption {
  const { versions } = store
  const keyOf = (row: Pick<AdoptionStepsRow, 'version' | 'organisation'>) => `${row.version} ${row.organisation}`
  const kept = new Map(versions.adoptionSteps().map((row) => [keyOf(row), row.steps]))
  const allStates = Map.groupBy(versions.adoptionStates(), keyOf)
  const reminders = Map.groupBy(versions.adoptionReminders(), keyOf)
  const planned = plansOf(store)
  return (version, organisation) => {
    const key = keyOf({ version, organisation })
    const states = allStates.get(key) ?? []
    // Also when it was taken back: what was recorded of a body does not disappear with it.
    const begun = states.some(({ state }) => hasHappened(state)) ? kept.get(key) : undefined
    const steps = beginSteps(begun ?? planned(organisation)).map((step) =>
      standing(step, states, reminders.get(key) ?? []),
    )
    return { organisation, outcome: partyOutcome(steps), ...(begun && { begun: true }), steps }
  }
}

function standing(step: Step, states: readonly AdoptionStateRow[], reminders: readonly AdoptionReminderRow[]): Step {
  const reminder = reminders.findLast((row) => row.step === step.id)
  const reminded = reminder && { reminded: { person: reminder.person, at: momentOf(reminder.at) } }
  const rows = states.filter((row) => row.step === step.id)
  const last = rows.at(-1)
  if (!last) return { ...step, ...reminded }
  const now = rows.reduce((then, { state }) => withState(then, state), step)
  const earlier = rows.length - 1
  return { ...now, recorded: recordedOf(last), ...(earlier > 0 && { earlier }), ...reminded }
}

/** Who recorded it, and on what ground when on behalf of the party. */
export function recordedOf({ person, ground, at }: { person: PersonId; ground: string | null; at: number }): Recorded {
  return { person, at: momentOf(at), ...(ground !== null && { ground }) }
}

/** The steps that each party has for a version on which nothing happened with it yet. */
function plansOf(store: RoomReader): (organisation: OrganisationId) => PlannedStep[] {
  const set = new Map(store.versions.adoptionSettings().map(({ organisation, steps }) => [organisation, steps]))
  const kinds = new Map(store.seat().organisations.map(({ id, kind }) => [id, kind]))
  return (organisation) => set.get(organisation) ?? usualSteps(kinds.get(organisation) ?? 'other')
}
