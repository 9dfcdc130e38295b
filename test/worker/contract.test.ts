import { afterAll, describe } from 'vitest'
import { agendaContract } from '../contract/agenda.ts'
import { hostileContract } from '../contract/hostile.ts'
import { httpContract } from '../contract/http.ts'
import { liveContract } from '../contract/live.ts'
import type { Runtime } from '../kit/server.ts'
import { startTestWorker } from '../kit/worker.ts'

let started: ReturnType<typeof startTestWorker> | undefined

/** Starting one takes seconds; the contracts make agendas of their own, and can share it. */
async function start(): Promise<Runtime> {
  started ??= startTestWorker()
  return { ...(await started), stop: async () => {} }
}

afterAll(async () => (await started)?.stop())

describe('on workerd: the live connection', () => liveContract(start))
describe('on workerd: HTTP', () => httpContract(start))
describe('on workerd: agendas', () => agendaContract(start))
describe('on workerd: who means harm', () => hostileContract(start))
