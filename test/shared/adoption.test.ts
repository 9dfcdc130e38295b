import { describe, expect, it } from 'vitest'
import {
  type Authority,
  beginSteps,
  type Capacity,
  capacities,
  decides,
  isDecided,
  isLate,
  isPassed,
  lastAdopted,
  needsWords,
  outcomes,
  type PlannedStep,
  partyOutcome,
  recordStep,
  type Step,
  type StepState,
  usualSteps,
} from '../../shared/adoption.ts'
import type { Member } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import { asId, type OrganisationId, type PersonId, type StepId } from '../../shared/ids.ts'
import { holdsMandate } from '../../shared/mandates.ts'
import { Chance } from '../kit/chance.ts'

const today = '2026-11-22'
const now = '2026-11-22T12:00:00.000Z'
const [alderman, caller] = [asId<PersonId>('wethouder'), asId<PersonId>('coordinator')]
const mandate: Authority = { kind: 'mandate', person: alderman }
const onBehalf = (ground: string | undefined): Authority => ({ kind: 'coordinator', person: caller, ground })
const id = (name: string) => asId<StepId>(name)
const alliance = () => beginSteps(usualSteps('alliance'))
const done = (date: Day): StepState => ({ outcome: 'done', date })

function record(steps: readonly Step[], step: string, state: StepState, by: Authority = mandate) {
  const expects = steps.find((other) => other.id === step)?.recorded?.at
  return recordStep(steps, id(step), state, { by, today, at: now, expects })
}

function stepsAfter(...changes: [step: string, state: StepState][]): Step[] {
  return changes.reduce<Step[]>((steps, [step, state]) => {
    const decision = record(steps, step, state)
    if (!decision.done) throw new Error(`${step}: ${decision.why}`)
    return decision.steps
  }, alliance())
}

describe('the adoption of a version by a party', () => {
  it('[V13] goes body by body', () => {
    expect(record(alliance(), 'supervisory-board', done(today))).toEqual({ done: false, why: 'earlier-step-open' })
    const steps = stepsAfter(['board', done('2026-11-01')], ['support-plan-council', done('2026-11-10')])
    expect(partyOutcome(steps)).toBe('pending')
    expect(record(steps, 'supervisory-board', done('2026-11-09'))).toEqual({ done: false, why: 'date-too-early' })
    const last = record(steps, 'supervisory-board', done(today))
    expect(last.done && partyOutcome(last.steps)).toBe('adopted')
  })

  it('[V13] waits for nobody who only advises or is told', () => {
    const steps = beginSteps(usualSteps('municipality'))
    const decision = record(steps, 'college', done(today))
    expect(decision.done && partyOutcome(decision.steps)).toBe('adopted')
    expect(record(steps, 'council', done(today))).toEqual({ done: false, why: 'earlier-step-open' })
  })

  it('[V12] has its days in order, none of them to come, and a date for every outcome', () => {
    const why = (state: StepState) => {
      const decision = record(alliance(), 'board', state)
      return decision.done ? 'done' : decision.why
    }
    expect(why({ outcome: 'pending', prepared: '2026-11-03', submitted: '2026-11-02' })).toBe('days-not-in-order')
    expect(why({ outcome: 'done', submitted: '2026-11-03', date: '2026-11-02' })).toBe('days-not-in-order')
    expect(why({ outcome: 'pending', submitted: '2026-11-23' })).toBe('day-to-come')
    expect(why({ outcome: 'done' })).toBe('date-missing')
    expect(why({ outcome: 'pending', date: today })).toBe('date-missing')
    expect(why({ outcome: 'pending', prepared: '2026-11-01', submitted: '2026-11-02', due: '2027-01-01' })).toBe('done')
  })

  it('[V12] says what a reservation, a refusal or a withdrawal is about', () => {
    for (const outcome of outcomes.filter(needsWords)) {
      expect(record(alliance(), 'board', { outcome, date: today, words: ' ' })).toMatchObject({ why: 'words-missing' })
      expect(record(alliance(), 'board', { outcome, date: today, words: 'Mits er geld is.' }).done).toBe(true)
    }
  })

  it('[V12] is not withdrawn before it was decided, also when the withdrawal is corrected', () => {
    const withdrawn = (date: Day): StepState => ({ outcome: 'withdrawn', date, words: 'Eerst overleg.' })
    const steps = stepsAfter(['board', done('2026-11-10')])
    const tooEarly = { done: false, why: 'withdrawn-too-early' }
    expect(record(steps, 'board', withdrawn('2026-11-09'))).toEqual(tooEarly)
    expect(record(steps, 'board', withdrawn('2026-11-23'))).toMatchObject({ why: 'day-to-come' })
    const after = stepsAfter(['board', done('2026-11-10')], ['board', withdrawn('2026-11-12')])
    expect(record(after, 'board', withdrawn('2026-11-09'))).toEqual(tooEarly)
    expect(record(after, 'board', withdrawn('2026-11-10')).done).toBe(true)
    // Before it was decided there is nothing to be earlier than.
    expect(record(alliance(), 'board', withdrawn('2026-11-09')).done).toBe(true)
    const again = stepsAfter(['board', done('2026-11-10')], ['board', { outcome: 'pending' }])
    expect(record(again, 'board', withdrawn('2026-11-09')).done).toBe(true)
  })

  it('[V14] keeps what later bodies built on', () => {
    const steps = stepsAfter(['board', done('2026-11-01')], ['support-plan-council', done('2026-11-10')])
    expect(record(steps, 'board', { outcome: 'pending' })).toEqual({ done: false, why: 'later-step-decided' })
    expect(record(steps, 'board', { ...done('2026-11-01'), reference: 'B-17' }).done).toBe(true)
    const reserved = stepsAfter(
      ['board', { outcome: 'done-with-reservation', date: '2026-11-01', words: 'Mits er geld is.' }],
      ['support-plan-council', done('2026-11-10')],
    )
    const inOtherWords: StepState = {
      outcome: 'done-with-reservation',
      date: '2026-11-01',
      words: 'Mits het Rijk betaalt.',
    }
    expect(record(reserved, 'board', inOtherWords)).toEqual({ done: false, why: 'later-step-decided' })
    expect(record(steps, 'board', { ...done('2026-11-01'), words: 'Onder dank.' })).toMatchObject({ done: false })
    const back = record(steps, 'support-plan-council', { outcome: 'pending' })
    expect(back.done && record(back.steps, 'board', { outcome: 'pending' }).done).toBe(true)
  })

  it('[V11] is recorded by its mandate, or by a coordinator who says on what ground', () => {
    expect(record(alliance(), 'board', done(today), { kind: 'none' })).toMatchObject({ why: 'not-allowed' })
    expect(record(alliance(), 'board', done(today), onBehalf(' '))).toMatchObject({
      why: 'ground-missing',
    })
    expect(record(alliance(), 'board', done(today), onBehalf('Gebeld op 20 november')).done).toBe(true)
    expect(record(alliance(), 'raad', done(today))).toMatchObject({ why: 'not-found' })
  })

  it('[V11] is recorded anew when somebody else says the same, or says it on another ground', () => {
    const recorded = { person: caller, at: '2026-11-22T10:00:00.000Z', ground: 'Gebeld' }
    const steps = alliance().map((step) => (step.id === 'board' ? { ...step, state: done(today), recorded } : step))
    const isNews = (by: Authority) => record(steps, 'board', done(today), by)
    expect(isNews(onBehalf('Gebeld'))).toMatchObject({ done: true, isNews: false })
    expect(isNews(onBehalf('Brief van 20 november'))).toMatchObject({ done: true, isNews: true })
    expect(isNews(mandate)).toMatchObject({ done: true, isNews: true })
    expect(isNews(onBehalf(' '))).toMatchObject({ done: false, why: 'ground-missing' })
    expect(record(alliance(), 'board', { outcome: 'pending' })).toMatchObject({ done: true, isNews: false })
  })

  it('[V26] is not put back by who did not see what somebody else recorded', () => {
    const first = record(alliance(), 'board', { outcome: 'pending', due: '2026-12-01' }, onBehalf('Gebeld'))
    const steps = first.done ? first.steps : []
    const stale = (state: StepState, by: Authority, expects?: string) =>
      recordStep(steps, id('board'), state, { by, today, at: '2026-11-22T12:00:01.000Z', expects })
    expect(stale(done(today), mandate)).toEqual({ done: false, why: 'changed-meanwhile' })
    expect(stale(done(today), mandate, 'anders')).toEqual({ done: false, why: 'changed-meanwhile' })
    expect(stale(done(today), mandate, now)).toMatchObject({ done: true, isNews: true })
    // Sent twice it was recorded once, and says so.
    expect(stale({ outcome: 'pending', due: '2026-12-01' }, onBehalf('Gebeld'))).toMatchObject({ isNews: false })
  })

  it('[V15] comes to one word, and the last version that was adopted is known', () => {
    const declined = stepsAfter(['board', { outcome: 'declined', date: today, words: 'Te duur.' }])
    expect(partyOutcome(declined)).toBe('declined')
    const withdrawn = stepsAfter(['board', { outcome: 'withdrawn', date: today, words: 'Eerst overleg.' }])
    expect(partyOutcome(withdrawn)).toBe('withdrawn')
    const organisation = asId<OrganisationId>('swv')
    const reserved = stepsAfter(
      ['board', { outcome: 'done-with-reservation', date: '2026-11-01', words: 'Mits.' }],
      ['support-plan-council', done('2026-11-02')],
      ['supervisory-board', done('2026-11-03')],
    )
    expect(partyOutcome(reserved)).toBe('adopted-with-reservation')
    const adoptions = [declined, reserved, alliance()].map((steps, index) => ({
      version: 3 - index,
      parties: [{ organisation, steps }],
    }))
    expect(lastAdopted(adoptions, organisation)).toBe(2)
    expect(lastAdopted([], organisation)).toBeUndefined()
  })

  it('[V16] is late when a day has gone by on which it was due', () => {
    const [step] = stepsAfter(['board', { outcome: 'pending', due: '2026-11-21' }])
    expect(step && isLate(step, today)).toBe(true)
    expect(step && isLate(step, '2026-11-21')).toBe(false)
  })
})

describe('[V11] a mandate', () => {
  const organisation = asId<OrganisationId>('dordrecht')
  const [holder, deputy] = [asId<PersonId>('wethouder'), asId<PersonId>('loco')]
  const members = [
    {
      person: holder,
      mandates: [{ id: 'm', organisation, from: '2026-01-01', until: '2026-12-31', ground: 'Besluit', deputy }],
    },
    { person: deputy },
  ] as unknown as Member[]

  it('is held from its first day to its last, also by its deputy, for its organisation', () => {
    for (const person of [holder, deputy]) {
      expect(holdsMandate(members, person, organisation, '2026-01-01')).toBe(true)
      expect(holdsMandate(members, person, organisation, '2026-12-31')).toBe(true)
      expect(holdsMandate(members, person, organisation, '2025-12-31')).toBe(false)
      expect(holdsMandate(members, person, organisation, '2027-01-01')).toBe(false)
      expect(holdsMandate(members, person, asId<OrganisationId>('papendrecht'), today)).toBe(false)
    }
    expect(holdsMandate(members, asId<PersonId>('ander'), organisation, today)).toBe(false)
  })
})

// FUZZ_SEED and FUZZ_RUNS give other chances, and more of them.
const firstSeed = Number(process.env.FUZZ_SEED ?? 20261122)
const runs = Math.max(10_000, Number(process.env.FUZZ_RUNS ?? 0))

describe('whatever anybody does', () => {
  it('[V10] [V11] [V12] [V13] [V14] [V15] the steps of a party hold together, and what is refused changes nothing', () => {
    const seen = new Set<string>()
    for (let run = 0; run < runs; run++) {
      const chance = new Chance(firstSeed + run)
      const planned = madeUpSteps(chance)
      let steps = beginSteps(planned)
      const length = 1 + chance.below(40)
      for (let command = 0; command < length; command++) {
        const at = `seed ${firstSeed + run}, command ${command}`
        const target = chance.below(20) === 0 ? id('nergens') : chance.oneOf(planned).id
        const state = madeUpState(chance, steps.find((step) => step.id === target)?.state)
        const by = chance.oneOf(authorities)
        Object.freeze(steps)
        const decision = recordStep(steps, target, state, {
          by,
          today,
          at,
          expects: steps.find((step) => step.id === target)?.recorded?.at,
        })
        if (!decision.done) {
          seen.add(decision.why)
          continue
        }
        expectThat(by.kind !== 'none', `${at}: without the right`)
        expectThat(by.kind !== 'coordinator' || by.ground !== undefined, `${at}: without a ground`)
        expectThat(
          decision.steps.every((step, place) => step === steps[place] || step.id === target),
          `${at}: another step was changed`,
        )
        expectThat(
          decision.steps.every(
            ({ id, capacity }, place) => id === planned[place]?.id && capacity === planned[place].capacity,
          ),
          `${at}: the steps themselves were changed`,
        )
        const again = recordStep(decision.steps, target, state, { by, today, at, expects: undefined })
        expectThat(again.done && !again.isNews, `${at}: the same again is news`)
        steps = decision.steps
        const mistake = mistakeIn(steps)
        expectThat(mistake === undefined, `${at}: ${mistake}`)
        seen.add(partyOutcome(steps))
      }
    }
    // Chance went everywhere: every refusal and every outcome was met.
    expect(seen).toEqual(
      new Set([
        'not-found',
        'not-allowed',
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
  })
})

const authorities: Authority[] = [mandate, mandate, mandate, onBehalf('Gebeld'), onBehalf(undefined), { kind: 'none' }]

/** Said without the assertion library, which is too slow for so many. */
function expectThat(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise)
}

function madeUpSteps(chance: Chance): PlannedStep[] {
  return Array.from({ length: 1 + chance.below(4) }, (_, index) => ({
    id: id(`stap-${index}`),
    body: 'board' as const,
    capacity: chance.oneOf<Capacity>(capacities),
  }))
}

const days: Day[] = ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']

function madeUpState(chance: Chance, now: StepState | undefined): StepState {
  if (now && chance.below(10) === 0) return { ...now, reference: `B-${chance.below(3)}` }
  const outcome = chance.below(2) === 0 ? 'done' : chance.oneOf(outcomes)
  const date = chance.below(40) === 0 ? '2026-12-01' : chance.oneOf(days)
  return {
    outcome,
    ...(chance.below(20) > 0 === (outcome !== 'pending') && { date }),
    ...(chance.below(4) === 0 && { prepared: chance.oneOf(days) }),
    ...(chance.below(4) === 0 && { submitted: chance.oneOf(days) }),
    ...(chance.below(4) === 0 && { due: chance.oneOf(days) }),
    ...(chance.below(4) > 0 && { words: 'Omdat.' }),
  }
}

/** What the rules forbid, told in another way than the state machine tells it. */
function mistakeIn(steps: readonly Step[]): string | undefined {
  for (const [place, step] of steps.entries()) {
    const { outcome, date, prepared, submitted, words } = step.state
    if ((outcome === 'pending') === (date !== undefined)) return 'an outcome without a date'
    if ([prepared, submitted, date].some((day) => day !== undefined && day > today)) return 'a day to come'
    if (prepared !== undefined && submitted !== undefined && submitted < prepared) return 'submitted before prepared'
    if (date !== undefined && [prepared, submitted].some((day) => day !== undefined && day > date))
      return 'decided before'
    if (needsWords(outcome) && !words) return 'no words'
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
