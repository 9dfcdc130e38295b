import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

// The live connection over plain HTTP, where something on the way blocks WebSockets: POST /live/<agenda> carries frames.

/** How long an answer that has nothing to say yet is held back, in ms. Below what proxies allow a request to take. */
export const longestWait = 20_000
/** After so long without a request a polled connection is gone, in ms. */
export const forgottenAfter = 45_000
/** Says, on an answer with status 410, with which close code a WebSocket would have ended. */
export const closeHeader = 'ontwikkelagenda-close'

/**
 * What a request asks of its connection. Sending and receiving count their requests, so that one that is repeated after a
 * lost answer does nothing twice and loses nothing.
 */
export type PolledRequest = { connection: string } & (
  | { does: 'open'; epoch: string | undefined; ours: boolean }
  | { does: 'send' | 'receive'; count: number }
  | { does: 'close' }
)

/** More than a room takes at once; so many empty ones in one body would fill the memory that they are read into. */
const mostFrames = 10_000

/** Several frames as one body: each with its length before it. */
export function packFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

/** The frames of a body; undefined when it is cut off, holds too many or is something else. */
export function unpackFrames(body: Uint8Array): Uint8Array[] | undefined {
  const decoder = decoding.createDecoder(body)
  const frames: Uint8Array[] = []
  try {
    while (decoding.hasContent(decoder)) {
      if (frames.length === mostFrames) return undefined
      frames.push(decoding.readVarUint8Array(decoder))
    }
  } catch {
    // The decoder throws wherever the bytes end too soon.
    return undefined
  }
  return frames
}

/** A request as the parameters of its address. */
export function polledParameters(request: PolledRequest): Record<string, string> {
  return {
    connection: request.connection,
    does: request.does,
    ...('count' in request && { count: String(request.count) }),
    ...(request.does === 'open' && request.epoch !== undefined && { epoch: request.epoch }),
    ...(request.does === 'open' && request.ours && { ours: 'yes' }),
  }
}

/** Reads the parameters of an address; undefined when they are none of ours. */
export function readPolledParameters(parameters: Partial<Record<string, string>>): PolledRequest | undefined {
  const { connection = '', does, count: written, epoch, ours } = parameters
  if (!/^[\w-]{16,64}$/.test(connection)) return undefined
  switch (does) {
    case 'open':
      return { connection, does, epoch, ours: ours === 'yes' }
    case 'send':
    case 'receive': {
      const count = Number(written)
      return Number.isSafeInteger(count) && count > 0 ? { connection, does, count } : undefined
    }
    case 'close':
      return { connection, does }
    default:
      return undefined
  }
}
