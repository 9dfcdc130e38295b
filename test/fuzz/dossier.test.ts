import * as v from 'valibot'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import { takeInOnce } from '../../server/rooms/dossier.ts'
import { defaultLimits } from '../../server/rooms/limits.ts'
import { Room } from '../../server/rooms/room.ts'
import { makeTally } from '../../server/rooms/tally.ts'
import type { Me } from '../../shared/api.ts'
import { dossierSchema } from '../../shared/dossier.ts'
import { Chance } from '../kit/chance.ts'
import { act, edits, Ledger } from './deeds.ts'
import { Network } from './network.ts'

// FUZZ_SEED and FUZZ_RUNS give other chances, and more of them.
const seed = Number(process.env.FUZZ_SEED ?? 20261122)
const runs = Number(process.env.FUZZ_RUNS ?? 30)

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterAll(() => void vi.useRealTimers())

/** Three people at work, who are cut off and come back, with a room that is stopped and killed. */
async function work(chance: Chance): Promise<Network> {
  const network = new Network(['coordinator', 'editor', 'editor'])
  const ledger = new Ledger()
  for (const person of network.people) network.connect(person)
  for (let step = 0; step < 150; step++) {
    const person = chance.oneOf(network.people)
    const event = chance.below(20)
    if (event < 10) act(network, ledger, person, chance.oneOf(edits), chance)
    else if (event < 15) network.deliver(person, 1 + chance.below(4))
    else if (event < 17) network.cut(person)
    else if (event < 18) network.connect(person)
    else if (event < 19) {
      network.cut(person)
      person.startAgain()
    } else await network.restart(chance.below(2) === 0 ? 'stopped' : 'killed')
  }
  await network.settle()
  return network
}

function emptyRoom(): Room {
  return new Room({
    agenda: 'proef' as Room['agenda'],
    database: openDatabase(':memory:', { checkpoint: () => {} }),
    clock: () => 0,
    log: () => {},
    limits: defaultLimits,
    tally: makeTally(),
    news: () => {},
    gatherFor: 0,
    burstSilence: 60_000,
  })
}

it('[B6] [B8] whatever people did together, their agenda can be carried, and is the same there', async () => {
  for (let run = 0; run < runs; run++) {
    const network = await work(new Chance(seed + run))
    const dossier = network.room.dossier()
    const carried = v.parse(dossierSchema, JSON.parse(JSON.stringify(dossier)))
    const taker = { ...network.room.store.seat().members[0], organisation: '', organisationKind: 'other' } as Me
    const room = emptyRoom()
    expect(await takeInOnce(() => room, carried, taker), `seed ${seed + run}`).toEqual({ answer: 'made' })
    const isSame = JSON.stringify({ ...room.dossier(), epoch: '' }) === JSON.stringify({ ...dossier, epoch: '' })
    expect(isSame, `seed ${seed + run}`).toBe(true)
    room.database.close()
    network.close()
  }
}, 120_000)
