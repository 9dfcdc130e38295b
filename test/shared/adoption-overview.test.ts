import { describe, expect, it } from 'vitest'
import type { Step, StepState } from '../../shared/adoption.ts'
import { asId, type StepId } from '../../shared/ids.ts'
import { byUrgency, overviewOf } from '../../shared/version/adoption-overview.ts'

const today = '2026-11-22'

function party(name: string, ...states: StepState[]) {
  const steps = states.map((state, place): Step => {
    return { id: asId<StepId>(`stap-${place}`), body: 'board', capacity: 'adopts', state }
  })
  return { name, steps }
}

const done: StepState = { outcome: 'done', date: '2026-11-01' }
const reserved: StepState = { outcome: 'done-with-reservation', date: '2026-11-01', words: 'Mits er geld is.' }
const declined: StepState = { outcome: 'declined', date: '2026-11-01', words: 'Nee.' }
const pending = (due?: StepState['due']): StepState => ({ outcome: 'pending', ...(due && { due }) })

describe('who follows an adoption', () => {
  it('[V16] sees what is late first, then what is pending by its day, then the rest by name', () => {
    const parties = [
      party('Zwijndrecht', done),
      party('Alblasserdam', declined),
      party('Dordrecht', pending()),
      party('Papendrecht', done, pending('2026-12-01')),
      party('Sliedrecht', pending('2026-11-21')),
      party('Hardinxveld', pending('2026-11-01')),
      party('Ambacht', pending()),
    ]
    const names = byUrgency(parties, today, (a, b) => a.name.localeCompare(b.name)).map(({ name }) => name)
    expect(names).toEqual([
      'Hardinxveld',
      'Sliedrecht',
      'Papendrecht',
      'Ambacht',
      'Dordrecht',
      'Alblasserdam',
      'Zwijndrecht',
    ])
  })

  it('[V15] [V16] counts who adopted, with reservation or not, who is at work, who did not, and who is late', () => {
    const parties = [
      party('a', done),
      party('b', done, reserved),
      party('c', pending('2026-11-21')),
      party('d', declined),
      party('e', pending(today)),
    ]
    expect(overviewOf(parties, today)).toEqual({ all: 5, adopted: 2, reserved: 1, waiting: 2, declined: 1, late: 1 })
  })
})
