import { afterAll, beforeAll, describe, expect } from 'vitest'
import { agendaContract } from '../contract/agenda.ts'
import { type Attacked, hostileContract } from '../contract/hostile.ts'
import { httpContract } from '../contract/http.ts'
import { liveContract } from '../contract/live.ts'
import { startNodeRuntime } from '../kit/server.ts'

const unhandled: unknown[] = []
const note = (reason: unknown) => unhandled.push(reason)
beforeAll(() => {
  process.on('unhandledRejection', note)
})
afterAll(() => {
  process.off('unhandledRejection', note)
})

async function start(): Promise<Attacked> {
  const server = await startNodeRuntime()
  return {
    ...server,
    inspect(agenda) {
      const { store } = server.rooms.room(agenda).doc
      expect([store.pendingStructs, store.pendingDs]).toEqual([null, null])
      expect(unhandled).toEqual([])
    },
  }
}

describe('on Node: the live connection', () => liveContract(start))
describe('on Node: HTTP', () => httpContract(start))
describe('on Node: agendas', () => agendaContract(start))
describe('on Node: who means harm', () => hostileContract(start))
