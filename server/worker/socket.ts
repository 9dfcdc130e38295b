import * as v from 'valibot'
import { isId, type PersonId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire.ts'
import type { Remembered, Socket } from '../ports.ts'

/** A WebSocket that the platform holds, also while the object sleeps. What must outlive the sleep is its attachment. */
export function socketOf(webSocket: WebSocket): Socket {
  return {
    send(frames) {
      try {
        for (const frame of frames) webSocket.send(frame)
      } catch {
        // Closed already, which the room hears from the platform a moment later.
      }
    },
    close(reason) {
      try {
        webSocket.close(closeCodes[reason])
      } catch {
        // Closed already.
      }
    },
    // The platform buffers, and cuts who does not read; it does not tell how much waits.
    unsent: () => 0,
    remember: (state) => webSocket.serializeAttachment(state),
  }
}

const rememberedSchema = v.object({
  person: v.custom<PersonId>(isId),
  session: v.string(),
  until: v.number(),
  ours: v.boolean(),
  received: v.number(),
  acknowledged: v.number(),
  owes: v.boolean(),
  presence: v.optional(v.object({ client: v.number(), clock: v.number(), state: v.string() })),
})

/** What was remembered of a connection; undefined when that is not ours to read. */
export function rememberedOf(webSocket: WebSocket): Remembered | undefined {
  const result = v.safeParse(rememberedSchema, webSocket.deserializeAttachment())
  if (!result.success) return undefined
  const { presence, ...rest } = result.output
  return presence ? { ...rest, presence } : rest
}
