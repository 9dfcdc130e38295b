import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Hello, messageKinds, type RoomEvent } from '../../shared/wire.ts'

// Frames as the y-websocket protocol has them, and ours beside them.

export const syncSteps = { step1: 0, step2: 1, update: 2 } as const

/** One entry of an awareness frame: a client id, its clock, and its state as JSON (`null` when it left). */
export type PresenceEntry = { client: number; clock: number; state: string }

export type Frame =
  | { kind: 'sync-request'; stateVector: Uint8Array }
  /** A piece of the document: an answer to our request, or an edit. Both count in `saved`. */
  | { kind: 'document'; update: Uint8Array; isAnswer: boolean }
  | { kind: 'presence'; entries: PresenceEntry[] }
  | { kind: 'presence-request' }

/** Reads a frame; undefined when it is none of the protocol's. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case messageKinds.sync: {
        const step = decoding.readVarUint(decoder)
        const content = decoding.readVarUint8Array(decoder)
        if (step === syncSteps.step1) return { kind: 'sync-request', stateVector: content }
        if (step === syncSteps.step2 || step === syncSteps.update) {
          return { kind: 'document', update: content, isAnswer: step === syncSteps.step2 }
        }
        return undefined
      }
      case messageKinds.awareness:
        return { kind: 'presence', entries: readPresence(decoding.readVarUint8Array(decoder)) }
      case messageKinds.queryAwareness:
        return { kind: 'presence-request' }
      default:
        return undefined
    }
  } catch {
    // The decoder throws wherever the bytes end too soon: then they are no frame.
    return undefined
  }
}

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  const entries: PresenceEntry[] = []
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ client, clock, state: decoding.readVarString(decoder) })
  }
  return entries
}

export function syncFrame(step: (typeof syncSteps)[keyof typeof syncSteps], content: Uint8Array): Uint8Array {
  return frame(messageKinds.sync, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, content)
  })
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const content = encoding.createEncoder()
  encoding.writeVarUint(content, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(content, client)
    encoding.writeVarUint(content, clock)
    encoding.writeVarString(content, state)
  }
  return frame(messageKinds.awareness, (encoder) =>
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(content)),
  )
}

export function helloFrame(hello: Hello): Uint8Array {
  return frame(messageKinds.hello, (encoder) => encoding.writeVarString(encoder, JSON.stringify(hello)))
}

/** The first so many document frames of the connection are on the disk. */
export function savedFrame(frames: number): Uint8Array {
  return frame(messageKinds.saved, (encoder) => encoding.writeVarUint(encoder, frames))
}

export function eventFrame(event: RoomEvent): Uint8Array {
  return frame(messageKinds.event, (encoder) => encoding.writeVarString(encoder, JSON.stringify(event)))
}

function frame(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
