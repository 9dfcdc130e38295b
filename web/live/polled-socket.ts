import { nanoid } from 'nanoid'
import {
  closeHeader,
  type PolledRequest,
  packFrames,
  polledParameters,
  unpackFrames,
} from '../../shared/polled-frames.ts'
import { closeCodes, ping, pong, subprotocol } from '../../shared/wire.ts'

/** A request that fails is sent again after so long, in ms; so often, and the connection is given up. */
const againAfter = [500, 2_000, 5_000]
/** A proxy may never answer; the server answers within 20 s. */
const patience = 30_000

/**
 * What y-websocket uses of a WebSocket, over plain HTTP requests: for networks on which something blocks WebSockets. Two
 * requests at a time at most: one that brings what is new, one that takes what is new here.
 */
export function makePolledSocketClass(send: typeof fetch = fetch): typeof WebSocket {
  class PolledSocket extends EventTarget {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    readyState: number = PolledSocket.CONNECTING
    binaryType = 'arraybuffer'
    readonly protocol: string
    onopen: ((event: Event) => void) | null = null
    onmessage: ((event: MessageEvent) => void) | null = null
    onclose: ((event: CloseEvent) => void) | null = null
    onerror: ((event: Event) => void) | null = null
    readonly #address: URL
    readonly #connection = nanoid()
    readonly #stop = new AbortController()
    #waiting: Uint8Array[] = []
    #isSending = false
    #sent = 0
    #received = 1

    constructor(address: string | URL, protocols?: string | string[]) {
      super()
      this.#address = new URL(String(address).replace(/^ws/, 'http'))
      this.protocol = [protocols ?? []].flat().includes(subprotocol) ? subprotocol : ''
      void this.#run()
    }

    send(data: unknown): void {
      if (this.readyState !== PolledSocket.OPEN) return
      // Asking whether the server is there takes no request of its own: the one that waits has the answer.
      if (data === ping) this.#message(pong)
      if (!(data instanceof Uint8Array)) return
      this.#waiting.push(data.slice())
      void this.#deliver()
    }

    close(): void {
      if (this.readyState >= PolledSocket.CLOSING) return
      const wasOpen = this.readyState === PolledSocket.OPEN
      this.#end(1000)
      // Nobody waits for the answer; without it the server forgets the connection by itself.
      if (wasOpen)
        send(this.#where({ connection: this.#connection, does: 'close' }), { method: 'POST', keepalive: true }).catch(
          () => {},
        )
    }

    async #run(): Promise<void> {
      const epoch = this.#address.searchParams.get('epoch') ?? undefined
      const ours = this.protocol === subprotocol
      let answer = await this.#ask({ connection: this.#connection, does: 'open', epoch, ours })
      if (answer) {
        this.readyState = PolledSocket.OPEN
        this.#emit('open', new Event('open'))
      }
      while (answer) {
        for (const frame of answer) {
          if (this.readyState !== PolledSocket.OPEN) return
          this.#message(frame.slice().buffer)
        }
        this.#received += 1
        answer = await this.#ask({ connection: this.#connection, does: 'receive', count: this.#received })
      }
    }

    /** Sends what waits, one request after the other, so that the order stays. */
    async #deliver(): Promise<void> {
      if (this.#isSending) return
      this.#isSending = true
      while (this.#waiting.length > 0 && this.readyState === PolledSocket.OPEN) {
        const frames = this.#waiting
        this.#waiting = []
        this.#sent += 1
        if (!(await this.#ask({ connection: this.#connection, does: 'send', count: this.#sent }, packFrames(frames))))
          return
      }
      this.#isSending = false
    }

    /** The frames of the answer. When there is none to be had, or the server says that it is over, so it is. */
    async #ask(request: PolledRequest, body?: Uint8Array<ArrayBuffer>): Promise<Uint8Array[] | undefined> {
      for (const wait of [...againAfter, undefined]) {
        if (this.#stop.signal.aborted) return undefined
        try {
          const answer = await send(this.#where(request), {
            method: 'POST',
            signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(patience)]),
            ...(body && { body, headers: { 'content-type': 'application/octet-stream' } }),
          })
          if (answer.status === 204) return []
          const frames = answer.ok ? unpackFrames(new Uint8Array(await answer.arrayBuffer())) : undefined
          if (frames) return frames
          // A gateway that is in trouble for a moment is no answer of ours; everything else is.
          if (answer.status < 500) {
            this.#end(closeCodeOf(answer))
            return undefined
          }
        } catch {
          // No network, no answer in time, or this side closed: the loop sees which.
        }
        if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait))
      }
      this.#end(closeCodes.restart)
      return undefined
    }

    #where(request: PolledRequest): string {
      const { origin, pathname } = this.#address
      return `${origin}${pathname}?${new URLSearchParams(polledParameters(request))}`
    }

    #message(data: string | ArrayBuffer): void {
      this.#emit('message', new MessageEvent('message', { data }))
    }

    #end(code: number): void {
      if (this.readyState >= PolledSocket.CLOSING) return
      this.readyState = PolledSocket.CLOSED
      this.#stop.abort()
      // As a WebSocket does: whoever closes hears of it later, not within the call.
      queueMicrotask(() => this.#emit('close', closeEvent(code)))
    }

    /** To the listeners first, to the handler last, unless a listener stopped it. */
    #emit(name: 'open' | 'message' | 'close', event: Event): void {
      let isStopped = true
      const last = () => {
        isStopped = false
      }
      this.addEventListener(name, last, { once: true })
      this.dispatchEvent(event)
      this.removeEventListener(name, last)
      if (isStopped) return
      if (name === 'open') this.onopen?.(event)
      else if (name === 'message') this.onmessage?.(event as MessageEvent)
      else this.onclose?.(event as CloseEvent)
    }
  }
  // It has all that y-websocket and LiveSocket use of a WebSocket.
  return PolledSocket as unknown as typeof WebSocket
}

/** Without a code of ours the client asks over HTTP why, and comes back. */
function closeCodeOf(answer: Response): number {
  return Number(answer.headers.get(closeHeader)) || closeCodes.restart
}

/** Not every runtime that tests run in has the browser's own class. */
function closeEvent(code: number): Event {
  return Object.assign(new Event('close'), { code, reason: '', wasClean: true })
}
