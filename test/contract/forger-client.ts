import { WebSocket } from 'ws'
import { syncFrame } from './forged-bytes.ts'

/** Somebody's connection, spoken to in bytes. */
export class ForgerClient {
  readonly socket: WebSocket
  /** The close code, or the HTTP status with which the door was shut. */
  readonly ended: Promise<number>
  readonly opened: Promise<void>
  readonly #frames: Uint8Array[] = []
  #wake: (() => void)[] = []

  constructor(url: string, agenda: string, cookie: string, protocol?: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/live/${agenda}`, protocol ? [protocol] : [], {
      headers: { cookie },
    })
    this.opened = new Promise((resolve) => this.socket.once('open', resolve))
    this.ended = new Promise((resolve) => {
      this.socket.once('close', resolve)
      this.socket.once('unexpected-response', (_request, { statusCode }) => {
        resolve(statusCode ?? 0)
        this.socket.terminate()
      })
    })
    // A door that is shut is an error as well; `ended` says which.
    this.socket.on('error', () => {})
    this.socket.on('message', (data: Buffer) => {
      this.#frames.push(new Uint8Array(data))
      for (const wake of this.#wake.splice(0)) wake()
    })
  }

  send(...frames: (Uint8Array | string)[]): void {
    for (const frame of frames) this.socket.send(frame)
  }

  /** The next frame, from those that were not asked for yet, that begins so. */
  async next(...start: number[]): Promise<Uint8Array> {
    for (;;) {
      const index = this.#frames.findIndex((frame) => start.every((byte, at) => frame[at] === byte))
      const [frame] = index < 0 ? [] : this.#frames.splice(index, 1)
      if (frame) return frame
      await new Promise<void>((resolve) => this.#wake.push(resolve))
    }
  }

  /** All of the document, in the room's own bytes. */
  async document(): Promise<string> {
    this.send(syncFrame(0, [0]))
    return Buffer.from(await this.next(0, 1)).toString('base64')
  }

  /** Whether the room still listens to this connection. */
  async answers(): Promise<boolean> {
    this.send('ping')
    await this.next(...Buffer.from('pong'))
    return true
  }

  close(): void {
    this.socket.terminate()
  }
}
