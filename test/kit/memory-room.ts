import { openDatabase } from '../../server/node/database.ts'
import { defaultLimits } from '../../server/rooms/limits.ts'
import { Room } from '../../server/rooms/room.ts'
import { makeTally } from '../../server/rooms/tally.ts'
import { asId } from '../../shared/ids.ts'

/** A room of which nothing is on a disk, with nobody and nothing in it yet. */
export function makeMemoryRoom(clock: () => number): Room {
  return new Room({
    agenda: asId('proef'),
    database: { ...openDatabase(':memory:', { checkpoint: () => {} }), durable: () => Promise.resolve() },
    clock,
    log: () => {},
    limits: defaultLimits,
    tally: makeTally(),
    news: () => {},
    gatherFor: 0,
    burstSilence: 60_000,
  })
}
