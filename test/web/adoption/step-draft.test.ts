import { describe, expect, it } from 'vitest'
import { beginSteps, type Step, usualSteps } from '../../../shared/adoption.ts'
import { asId, type PersonId } from '../../../shared/ids.ts'
import { refusalIn, refusalPlaces } from '../../../shared/version/refusals.ts'
import { changeOf, draftOf, groundOf, refusalOf } from '../../../web/pages/adoption/step-draft.ts'

const steps = beginSteps(usualSteps('municipality'))
const [college] = steps
if (!college) throw new Error('A municipality has a college')
const empty = draftOf(college)
const today = '2026-11-22'
const person = asId<PersonId>('wethouder')

describe('the form of a step', () => {
  it('[V12] sends what was filled in and nothing else', () => {
    const draft = { ...empty, outcome: 'done' as const, date: '2026-11-20', reference: ' B-17 ', ground: 'Gebeld' }
    expect(changeOf(draft, false)).toEqual({ outcome: 'done', date: '2026-11-20', reference: 'B-17' })
    expect(changeOf(draft, true)).toMatchObject({ ground: 'Gebeld' })
    expect(changeOf({ ...draft, outcome: 'pending', words: 'Toch niet.' }, false)).toEqual({
      outcome: 'pending',
      reference: 'B-17',
    })
  })

  it('[V11] [V12] says at which field it would be refused', () => {
    const refusal = (change: Partial<typeof empty>, isOnBehalf = false) =>
      refusalOf(steps, college.id, changeOf({ ...empty, ...change }, isOnBehalf), { person, isOnBehalf, today })?.field
    expect(refusal({ due: '2026-12-01' })).toBeUndefined()
    expect(refusal({ due: '2026-12-01' }, true)).toBe('ground')
    expect(refusal({ outcome: 'done' })).toBe('date')
    expect(refusal({ outcome: 'declined', date: '2026-11-20' })).toBe('words')
    expect(refusal({ submitted: '2026-12-01' })).toBe('submitted')
    expect(refusal({ prepared: '2026-12-01' })).toBe('prepared')
    expect(refusal({ prepared: '2026-11-20', submitted: '2026-11-19' })).toBe('submitted')
    expect(refusal({ outcome: 'done', submitted: '2026-11-20', date: '2026-11-19' })).toBe('date')
  })

  it('[V11] keeps the ground of what was recorded while that is corrected, and asks for another for anything else', () => {
    const asked: Step = {
      ...college,
      state: { outcome: 'pending', due: '2026-12-01' },
      recorded: { person, at: '2026-11-01T10:00:00.000Z', ground: 'Afgesproken in het OOGO' },
    }
    const draft = draftOf(asked)
    expect(draft.ground).toBe('')
    expect(groundOf(draft, asked)).toBe('Afgesproken in het OOGO')
    expect(groundOf({ ...draft, link: 'https://dordrecht.example' }, asked)).toBe('Afgesproken in het OOGO')
    expect(groundOf({ ...draft, ground: 'Gebeld' }, asked)).toBe('Gebeld')
    for (const other of [
      { outcome: 'done' as const, date: '2026-11-20' },
      { due: '2026-12-08' },
      { submitted: '2026-11-20' },
    ]) {
      expect(groundOf({ ...draft, ...other }, asked)).toBe('')
      expect(groundOf({ ...draft, ...other, ground: 'Brief' }, asked)).toBe('Brief')
    }
    const decided: Step = { ...asked, state: { outcome: 'done', date: '2026-11-20', words: 'Akkoord.' } }
    expect(groundOf({ ...draftOf(decided), reference: 'B-17' }, decided)).toBe('Afgesproken in het OOGO')
    expect(groundOf({ ...draftOf(decided), words: 'Toch niet.' }, decided)).toBe('')
    expect(groundOf({ ...draftOf(decided), date: '2026-11-19' }, decided)).toBe('')
    // What the party itself recorded has no ground to keep.
    expect(groundOf(draftOf(asked), { state: asked.state, recorded: { person, at: '' } })).toBe('')
  })

  it('[V12] knows each refusal of the server again', () => {
    for (const [why, place] of Object.entries(refusalPlaces)) expect(refusalIn({ errors: [place] })).toBe(why)
    expect(refusalIn({ errors: [{ path: 'link', message: 'A web address' }] })).toBeUndefined()
    expect(refusalIn({})).toBeUndefined()
  })
})
