import { describe } from 'vitest'
import { type DoorsRuntime, doorsContract } from '../contract/doors.ts'
import { startNodeRuntime } from '../kit/server.ts'

async function start(board: 'demo' | 'new'): Promise<DoorsRuntime> {
  let passed = 0
  const said: string[] = []
  const server = await startNodeRuntime({
    settings: { demo: board === 'demo' },
    clock: () => Date.now() + passed,
    say: (text) => said.push(text),
  })
  return {
    ...server,
    said: () => said,
    pass(time) {
      passed += time
    },
  }
}

describe('on Node: the doors', () => doorsContract(start))
