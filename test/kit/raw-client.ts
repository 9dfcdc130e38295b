import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import type { Visitor } from './server.ts'

/** A bare WebSocket that speaks bytes: for what no client of good will sends. Shares no code with the server. */
export class RawClient {
  readonly socket: WebSocket
  readonly frames: Uint8Array[] = []
  readonly closed: Promise<number>
  #listeners: (() => void)[] = []

  constructor(url: string, agenda: string, as: Visitor | undefined, { ours = false, query = '' } = {}) {
    // Like a browser it does not wait for ever, once told to go, until the other side hangs up: workerd takes ten seconds.
    const options = { headers: as ? { cookie: as.cookie } : {}, closeTimeout: 200 }
    const protocols = ours ? ['ontwikkelagenda.v1'] : []
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/live/${agenda}${query}`, protocols, options)
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(new Uint8Array(data))
      for (const listener of this.#listeners.splice(0)) listener()
    })
    this.socket.on('error', () => this.socket.terminate())
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve(code)))
  }

  /** Resolves when open, or with the HTTP status when the upgrade is refused. */
  opened(): Promise<'open' | number> {
    return new Promise((resolve) => {
      this.socket.on('open', () => resolve('open'))
      this.socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
        this.socket.terminate()
      })
    })
  }

  send(bytes: Uint8Array): void {
    this.socket.send(bytes)
  }

  /** Resolves with the first frame, received already or to come, that satisfies the condition. */
  async frame(isIt: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    for (let seen = 0; ; ) {
      for (; seen < this.frames.length; seen++) {
        const frame = this.frames[seen]
        if (frame && isIt(frame)) return frame
      }
      await new Promise<void>((resolve) => this.#listeners.push(resolve))
    }
  }

  close(): void {
    this.socket.terminate()
  }
}

/** A document frame: an update as the y-websocket protocol sends it. */
export function updateFrame(update: Uint8Array, step = 2): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
  })
}

/** A presence frame with these entries. */
export function awarenessFrame(entries: { client: number; clock: number; state: unknown }[]): Uint8Array {
  const content = encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    }
  })
  return encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, content)
  })
}

export function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The kind of a frame: its first number. */
export function kindOf(frame: Uint8Array): number {
  return decoding.readVarUint(decoding.createDecoder(frame))
}

/** How many document frames a `saved` frame speaks of. */
export function savedCount(frame: Uint8Array): number {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decoding.readVarUint(decoder)
}

/** What a presence frame says. */
export function readAwareness(frame: Uint8Array): { client: number; clock: number; state: unknown }[] {
  const outer = decoding.createDecoder(frame)
  decoding.readVarUint(outer)
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as unknown,
  }))
}
