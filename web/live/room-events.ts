import * as decoding from 'lib0/decoding'
import * as v from 'valibot'
import { closeCodes, messageKinds, type RoomEvent, roomEventSchema, subprotocol } from '../../shared/wire.ts'

/** How long to wait after a connection that ended, and at most after several, in ms. */
const firstPause = 2_000
const longestPause = 60_000

export type RoomListener = {
  event: (event: RoomEvent) => void
  /** It is connected, for the first time or again: what happened before was not heard. */
  connected: () => void
}

/**
 * Hears what happens in the record of an agenda, without its document: for a page that shows the record alone. It comes back
 * by itself, unless the server ended it for good. Gives what stops it.
 */
export function listenToRoom(origin: string, agenda: string, listener: RoomListener, Socket = WebSocket): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = firstPause
  let isOver = false

  function connect(): void {
    const next = new Socket(`${origin}/live/${agenda}`, [subprotocol])
    next.binaryType = 'arraybuffer'
    next.addEventListener('message', ({ data }) => {
      if (!(data instanceof ArrayBuffer) || isOver) return
      const kind = kindOf(data)
      if (kind === messageKinds.hello) {
        pause = firstPause
        listener.connected()
      }
      const event = kind === messageKinds.event ? eventIn(data) : undefined
      if (event) listener.event(event)
    })
    next.addEventListener('close', ({ code }) => {
      if (isOver || isFinal(code)) return
      timer = setTimeout(connect, pause)
      pause = Math.min(pause * 2, longestPause)
    })
    socket = next
  }
  connect()

  return () => {
    isOver = true
    clearTimeout(timer)
    socket?.close()
  }
}

/** The server will not take it back; as y-websocket has it. */
function isFinal(code: number): boolean {
  return code >= closeCodes.refused && code < 4500
}

function kindOf(data: ArrayBuffer): number {
  return decoding.readVarUint(decoding.createDecoder(new Uint8Array(data)))
}

function eventIn(data: ArrayBuffer): RoomEvent | undefined {
  const decoder = decoding.createDecoder(new Uint8Array(data))
  decoding.readVarUint(decoder)
  try {
    const event = v.safeParse(roomEventSchema, JSON.parse(decoding.readVarString(decoder)))
    return event.success ? event.output : undefined
  } catch {
    // Not JSON: of another time, and nothing that this page knows.
    return undefined
  }
}
