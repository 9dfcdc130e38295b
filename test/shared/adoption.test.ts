import { describe, expect, it } from 'vitest'
import {
  type Authority,
  beginSteps,
  isLate,
  lastAdopted,
  needsWords,
  outcomes,
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
