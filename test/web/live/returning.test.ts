import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { closeCodes } from '../../../shared/wire.ts'
import { type Connection, makeConnection } from '../../../web/live/connection.ts'
import { Chance } from '../../kit/chance.ts'

/** Sockets on no network: what is asked of them is when they are made. */
class Line extends EventTarget {
  static made: Line[] = []
  static isServerThere = true
  readonly OPEN = 1
  readyState = 1
  binaryType = ''
  onopen = () => {}
  onclose = (_event: { code: number }) => {}

  constructor() {
    super()
    Line.made.push(this)
    if (!Line.isServerThere) setTimeout(() => this.onclose({ code: 1006 }))
  }

  send(): void {}

  close(): void {}
}

const windows = 40
const open: Connection[] = []

beforeEach(() => {
  const chance = new Chance(3)
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockImplementation(() => chance.next())
  Line.made = []
  Line.isServerThere = true
  // Each has a listener of y-websocket there.
  process.setMaxListeners(2 * windows)
  const nothing = () => {}
  for (let count = 0; count < windows; count++) {
    const doc = new Y.Doc()
    const made = makeConnection(
      // Only what the connection uses of a WebSocket is there.
      { origin: 'ws://localhost', agenda: 'x', epoch: 'e', socket: () => Line as unknown as typeof WebSocket },
      doc,
      new Awareness(doc),
      {
        status: nothing,
        hello: nothing,
        synced: nothing,
        event: nothing,
        documentFrameSent: nothing,
        saved: nothing,
        stamped: nothing,
        ended: nothing,
        failed: nothing,
      },
    )
    made.connect()
    open.push(made)
  }
})

afterEach(() => {
  for (const connection of open.splice(0)) connection.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** All are sent away at once. */
function sendAway(code: number): void {
  const lines = Line.made.splice(0)
  for (const line of lines) line.onopen()
  for (const line of lines) line.onclose({ code })
}

/** How many come in each tenth of a second, from now on. */
function arrivals(tenths: number): number[] {
  return Array.from({ length: tenths }, () => {
    Line.made = []
    vi.advanceTimersByTime(100)
    return Line.made.length
  })
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

describe('forty windows that a restarting server sends away at once', () => {
  it('[R5] come back one after the other, all within three seconds', () => {
    sendAway(closeCodes.restart)
    const came = arrivals(30)
    expect(sum(came)).toBe(windows)
    expect(Math.max(...came)).toBeLessThanOrEqual(6)
  })

  it('[R5] still come one after the other when the server needs longer than that', () => {
    Line.isServerThere = false
    sendAway(closeCodes.restart)
    arrivals(30)
    Line.isServerThere = true
    const came = arrivals(25)
    expect(sum(came)).toBe(windows)
    expect(Math.max(...came)).toBeLessThanOrEqual(8)
  })
})

describe('a window whose line breaks', () => {
  it('is back at once: nobody else is on its way', () => {
    sendAway(1006)
    expect(sum(arrivals(2))).toBe(windows)
  })
})
