import { beforeEach, describe, expect, it } from 'vitest'
import { demoRegion } from '../../server/demo/demo.ts'
import type { Identity, Socket } from '../../server/ports.ts'
import type { Room } from '../../server/rooms/room.ts'
import { asId, type PersonId } from '../../shared/ids.ts'
import type { CloseReason } from '../../shared/wire.ts'
import { makeMemoryRoom } from '../kit/memory-room.ts'

const coordinator = asId<PersonId>('coordinator')
const minute = 60_000

describe('a session that ended', () => {
  let now: number
  let room: Room

  beforeEach(() => {
    now = Date.UTC(2026, 10, 22)
    room = makeMemoryRoom(() => now)
    demoRegion.found(room, now)
  })

  function arrive(identity: Partial<Identity> = {}) {
    const seen: { frames: number; closed: CloseReason[]; waiting: number } = { frames: 0, closed: [], waiting: 0 }
    const socket: Socket = {
      send(frames) {
        seen.frames += frames.length
      },
      close: (reason) => void seen.closed.push(reason),
      unsent: () => seen.waiting,
    }
    const who = { person: coordinator, session: 'sessie', until: now + minute, ...identity }
    room.connect(socket, { identity: who, ours: true, epoch: undefined })
    return seen
  }

  const tellEverybody = () => room.record(coordinator, (turn) => turn.tell({ kind: 'people' }))

  it('[L7] opens no connection that was let in at the gate just before', () => {
    room.endSession('sessie')
    expect(arrive()).toMatchObject({ frames: 0, closed: ['notSignedIn'] })
    expect(arrive({ session: 'andere' }).closed).toEqual([])
  })

  it('[L7] hears nothing any more of what happens, also when it ends by itself', async () => {
    const [short, long] = [arrive(), arrive({ session: 'andere', until: now + 9 * minute })]
    const before = short.frames
    now += 2 * minute
    await tellEverybody()
    expect(short).toMatchObject({ frames: before, closed: ['notSignedIn'] })
    expect(long).toMatchObject({ frames: before + 1, closed: [] })
  })

  it('[L4] and who does not read is cut, also when nothing is said but what happens in the record', async () => {
    const slow = arrive()
    slow.waiting = 100 << 20
    await tellEverybody()
    expect(slow.closed).toEqual(['slow'])
  })
})
