import { describe, expect, it } from 'vitest'
import {
  bodies,
  capacities,
  decides,
  hasHappened,
  isDecided,
  isLate,
  isPassed,
  isSameState,
  needsWords,
  outcomes,
  type PlannedStep,
  partyOutcome,
  type Step,
  type StepState,
  usualSteps,
} from '../../shared/adoption.ts'
import type { Day } from '../../shared/date.ts'
import { asId, type StepId } from '../../shared/ids.ts'
import type { Adoption, PartyAdoption, StepChange } from '../../shared/version/api.ts'
import { refusalIn } from '../../shared/version/refusals.ts'
import {
  type Answer,
  type Command,
  type Kept,
  makeListWorld,
  makeRoomWorld,
  parties,
  people,
  standingOf,
  today,
} from '../kit/adoption-world.ts'
import { Chance } from '../kit/chance.ts'
import { makeMemoryRoom } from '../kit/memory-room.ts'

// FUZZ_SEED and FUZZ_RUNS give other chances, and more of them.
const firstSeed = Number(process.env.FUZZ_SEED ?? 20261122)
const runs = Math.max(10_000, Number(process.env.FUZZ_RUNS ?? 0))
const roomRuns = Math.max(200, Math.floor(runs / 50))
const mostCommands = 40

describe('whatever anybody in any role does about the adoption of versions', () => {
  it('[V10] [V11] [V12] [V13] [V14] [V15] [V16] [V26] it holds together, and what is refused changes nothing', () => {
    const seen = new Set<string>()
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const chance = new Chance(seed)
      const world = makeListWorld()
      const focus = focusOf(chance)
      let before = { kept: world.kept(), parties: world.parties() }
      const length = 1 + chance.below(mostCommands)
      for (let number = 0; number < length; number++) {
        const command = madeUpCommand(chance, before, focus)
        const answer = world.act(command)
        const after = { kept: world.kept(), parties: world.parties() }
        const mistake = mistakeOf(command, answer, before, after, world.audited().at(-1))
        if (mistake) throw new Error(`seed ${seed}, command ${number}: ${mistake} ${JSON.stringify(command)}`)
        seen.add(nameOf(answer))
        if (answer.done) {
          if (!world.act(command).done || isOtherKept(after.kept, world.kept()))
            throw new Error(`seed ${seed}, command ${number}: the same again is news`)
          for (const { parties } of after.parties) for (const party of parties) seen.add(partyOutcome(party.steps))
        }
        before = after
      }
    }
    // Chance went everywhere: every refusal and every outcome was met.
    expect(seen).toEqual(
      new Set([
        'done',
        'not-found',
        'not-allowed',
        'adoption-changed',
        'ground-missing',
        'days-not-in-order',
        'day-to-come',
        'date-missing',
        'date-too-early',
        'withdrawn-too-early',
        'words-missing',
        'earlier-step-open',
        'later-step-decided',
        'pending',
        'adopted',
        'adopted-with-reservation',
        'declined',
        'withdrawn',
      ]),
    )
  }, 180_000)

  it('[V10] [V11] a room with its database decides and keeps the same', async () => {
    for (let seed = firstSeed; seed < firstSeed + roomRuns; seed++) {
      const chance = new Chance(seed)
      const lists = makeListWorld()
      const room = makeRoomWorld(makeMemoryRoom)
      const focus = focusOf(chance)
      const length = 1 + chance.below(mostCommands)
      for (let number = 0; number < length; number++) {
        const command = madeUpCommand(chance, { kept: lists.kept(), parties: lists.parties() }, focus)
        const expected = lists.act(command)
        const at = `seed ${seed}, command ${number}`
        expect(await room.act(command), at).toEqual(expected)
      }
      expect(room.parties(), `seed ${seed}`).toEqual(lists.parties())
      const inOrder = ({ states, settings, steps }: Kept) => ({
        states,
        settings: new Set(settings),
        steps: new Set(steps),
      })
      expect(inOrder(room.kept()), `seed ${seed}`).toEqual(inOrder(lists.kept()))
      expect(room.audited(), `seed ${seed}`).toEqual(lists.audited())
      room.close()
    }
  }, 180_000)
})

type Standing = { kept: Kept; parties: Adoption['versions'] }
/** Most of a run is about one party and one version, so that it gets somewhere. */
type Focus = { party: (typeof parties)[number]; version: number }

function focusOf(chance: Chance): Focus {
  return { party: chance.oneOf(parties), version: 1 + chance.below(2) }
}

function madeUpCommand(chance: Chance, { parties: now }: Standing, focus: Focus): Command {
  const isFocused = chance.below(10) > 0
  const party = (isFocused ? focus.party : chance.oneOf(parties)).id
  const able = people.filter((person) => standingOf(person, party, 'Gebeld'))
  const as = chance.below(3) > 0 && able.length > 0 ? chance.oneOf(able) : chance.oneOf(people)
  const ground = chance.below(8) > 0 ? chance.oneOf(['Gebeld', 'Brief']) : chance.oneOf(['', ' '])
  if (chance.below(12) === 0) {
    return { kind: 'set', as, party, change: { steps: madeUpSteps(chance), ...(ground && { ground }) } }
  }
  const version = isFocused ? focus.version : 1 + chance.below(3)
  const steps =
    now.find((row) => row.version === version)?.parties.find((row) => row.organisation === party)?.steps ?? []
  const known = steps.length > 0 ? chance.oneOf(steps) : undefined
  const step = known && chance.below(30) > 0 ? known.id : asId<StepId>('nergens')
  const expects = chance.below(12) > 0 ? known?.recorded?.at : chance.oneOf([null, '2026-11-22T12:00:01.000Z'])
  const change: StepChange = {
    ...madeUpState(chance, known?.state),
    ...(ground && { ground }),
    ...(expects !== undefined && { expects }),
  }
  return { kind: 'record', as, party, version, step, change }
}

/** Their ids are few, so that a body that went may come back. */
function madeUpSteps(chance: Chance): PlannedStep[] {
  const first = chance.below(5)
  return Array.from({ length: 1 + chance.below(3) }, (_, index) => ({
    id: asId<StepId>(`stap-${(first + index) % 5}`),
    body: chance.oneOf(bodies.filter((body) => body !== 'other')),
    capacity: chance.oneOf(capacities),
  }))
}

const days: Day[] = ['2026-11-01', '2026-11-08', '2026-11-15', today]

function madeUpState(chance: Chance, now: StepState | undefined): StepState {
  if (now && chance.below(10) === 0) return { ...now, reference: `B-${chance.below(3)}` }
  if (now && chance.below(12) === 0) return now
  const outcome = chance.below(2) === 0 ? 'done' : chance.oneOf(outcomes)
  const date = chance.below(40) === 0 ? '2026-12-01' : chance.oneOf(days)
  return {
    outcome,
    ...(chance.below(20) > 0 === (outcome !== 'pending') && { date }),
    ...(chance.below(6) === 0 && { prepared: chance.oneOf(days) }),
    ...(chance.below(6) === 0 && { submitted: chance.oneOf(days) }),
    ...(chance.below(4) === 0 && { due: chance.oneOf(days) }),
    ...(chance.below(4) > 0 && { words: chance.oneOf(['Omdat.', 'Daarom.']) }),
  }
}

function nameOf(answer: Answer): string {
  if (answer.done) return 'done'
  return answer.problem === 'invalid' ? (refusalIn({ errors: answer.mistakes ?? [] }) ?? 'invalid') : answer.problem
}

/** What the rules forbid, told in another way than the code under test tells it. */
function mistakeOf(
  command: Command,
  answer: Answer,
  before: Standing,
  after: Standing,
  audited: string | undefined,
): string | undefined {
  if (before.kept.states.some((row, place) => row !== after.kept.states[place]))
    return 'what was recorded is not on record'
  const added = after.kept.states.slice(before.kept.states.length)
  const isChanged = isOtherKept(before.kept, after.kept)
  if (!answer.done) return isChanged ? 'refused, and changed all the same' : undefined
  const { as, party, change } = command
  const standing = standingOf(as, party, change.ground)
  if (!standing) return 'without the right, or without a ground'
  if (isChanged && audited?.endsWith('-on-behalf') !== (standing === 'behalf')) return 'not recorded as such'
  const ground = standing === 'behalf' ? change.ground : null
  if (command.kind === 'set') {
    const setting = after.kept.settings.find(({ organisation }) => organisation === party)
    const isKept = setting?.person === as && setting.ground === ground && setting.steps === command.change.steps
    if (added.length > 0 || (isChanged && !isKept)) return 'not what was set'
  } else {
    const [row, ...more] = added
    const { ground: _, expects, ...state } = command.change
    const was = stepIn(before.parties, command)
    const isSameWord = was && isSameState(was.state, state)
    if (more.length > 0) return 'recorded twice'
    if (row && (row.person !== as || row.ground !== ground || !isSameState(row.state, state)))
      return 'not what was said'
    if (row && (row.version !== command.version || row.organisation !== party || row.step !== command.step))
      return 'recorded elsewhere'
    if (row && (expects ?? undefined) !== was?.recorded?.at) return 'recorded over what was not known'
    if (!row && !isSameWord) return 'called recorded, and not recorded'
    if (!row && was?.recorded && (was.recorded.person !== as || (was.recorded.ground ?? null) !== ground))
      return 'a word of somebody else, or a ground, was not kept'
    const later = partyIn(before.parties, command)?.steps ?? []
    const builtOn = later
      .slice(later.findIndex(({ id }) => id === command.step) + 1)
      .some((step) => isDecided(step.state))
    if (row && was && decides(was) && builtOn && !isSameDecision(was.state, state)) return 'changed under later hands'
  }
  for (const { version, parties: rows } of after.parties) {
    for (const row of rows) {
      const mistake =
        (row.organisation === party ? undefined : mistakeBeside(row, before.parties, version)) ??
        mistakeInSteps(row, version, before, after) ??
        mistakeIn(row.steps) ??
        mistakeInWithdrawals(row, version, after.kept)
      if (mistake) return mistake
    }
  }
  return undefined
}

function partyIn(versions: Adoption['versions'], { party, version }: { party: string; version: number }) {
  return versions.find((row) => row.version === version)?.parties.find(({ organisation }) => organisation === party)
}

function stepIn(versions: Adoption['versions'], command: Command & { kind: 'record' }): Step | undefined {
  return partyIn(versions, command)?.steps.find(({ id }) => id === command.step)
}

function isSameDecision(one: StepState, other: StepState): boolean {
  return one.outcome === other.outcome && one.date === other.date && (one.words ?? '') === (other.words ?? '')
}

function isOtherKept(one: Kept, other: Kept): boolean {
  return (['states', 'settings', 'steps'] as const).some(
    (table) =>
      one[table].length !== other[table].length || one[table].some((row, place) => row !== other[table][place]),
  )
}

function mistakeBeside(row: PartyAdoption, before: Adoption['versions'], version: number): string | undefined {
  const then = partyIn(before, { party: row.organisation, version })
  return JSON.stringify(then) === JSON.stringify(row) ? undefined : 'another party was changed'
}

/** The bodies of a party: its settings, until something happened there; from then on what they were. */
function mistakeInSteps(row: PartyAdoption, version: number, before: Standing, after: Standing): string | undefined {
  const { organisation } = row
  const planOf = (steps: readonly PlannedStep[]) =>
    steps.map(({ id, body, capacity }) => `${id} ${body} ${capacity}`).join()
  const hasBegun = ({ kept }: Standing) =>
    kept.states.some(
      (state) => state.version === version && state.organisation === organisation && hasHappened(state.state),
    )
  const kind = parties.find(({ id }) => id === organisation)?.kind ?? 'other'
  const set = (at: Standing) =>
    at.kept.settings.find((setting) => setting.organisation === organisation)?.steps ?? usualSteps(kind)
  const wanted = hasBegun(before)
    ? (partyIn(before.parties, { party: organisation, version })?.steps ?? [])
    : set(after)
  return planOf(row.steps) === planOf(wanted) ? undefined : 'other bodies than were set'
}

function mistakeIn(steps: readonly Step[]): string | undefined {
  for (const [place, step] of steps.entries()) {
    const { outcome, date, prepared, submitted, words, due } = step.state
    if ((outcome === 'pending') === (date !== undefined)) return 'an outcome without a date'
    if ([prepared, submitted, date].some((day) => day !== undefined && day > today)) return 'a day to come'
    if (prepared !== undefined && submitted !== undefined && submitted < prepared) return 'submitted before prepared'
    if (date !== undefined && [prepared, submitted].some((day) => day !== undefined && day > date))
      return 'decided before'
    if (needsWords(outcome) && !words) return 'no words'
    if (isLate(step, today) !== (outcome === 'pending' && due !== undefined && due < today)) return 'late or not'
    if (!isDecided(step.state)) continue
    for (const earlier of steps.slice(0, place).filter(decides)) {
      if (!isPassed(earlier)) return 'decided before an earlier body'
      if ((earlier.state.date ?? '') > (date ?? '')) return 'dated before an earlier body'
    }
  }
  const deciding = steps.filter(decides)
  const isAdopted = ['adopted', 'adopted-with-reservation'].includes(partyOutcome(steps))
  const allPassed = (deciding.length > 0 ? deciding : steps).every(isPassed)
  return isAdopted === allPassed ? undefined : 'adopted is not what all passed'
}

/** What was decided is not withdrawn on an earlier day, also when the withdrawal was corrected since. */
function mistakeInWithdrawals(row: PartyAdoption, version: number, { states }: Kept): string | undefined {
  for (const { id, state } of row.steps) {
    if (state.outcome !== 'withdrawn') continue
    const before = states.findLast(
      (other) =>
        other.version === version &&
        other.organisation === row.organisation &&
        other.step === id &&
        other.state.outcome !== 'withdrawn',
    )
    if (before && (before.state.date ?? '') > (state.date ?? '')) return 'withdrawn before it was decided'
  }
  return undefined
}
