import { describe } from 'vitest'
import { type DoorsRuntime, doorsContract } from '../contract/doors.ts'
import { startTestWorker } from '../kit/worker.ts'

async function start(board: 'demo' | 'new'): Promise<DoorsRuntime> {
  const worker = await startTestWorker({ vars: board === 'demo' ? { DEMO: 'on' } : { DEMO: 'off', FIRST_LINK: 'on' } })
  return { ...worker, said: () => worker.harness.getLogs().map(({ message }) => message) }
}

describe('on workerd: the doors', () => doorsContract(start))
