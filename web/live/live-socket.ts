import * as decoding from 'lib0/decoding'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import { messageKinds, ping, pong } from '../../shared/wire.ts'

export type SocketWatcher = {
  /** A document frame was handed to the network: the `count`th of this connection. */
  documentFrameSent: (count: number) => void
  /** The server answered that it is there. */
  pong: () => void
}

const pingEvery = 15_000
/** Something on the way can swallow an attempt without a word. */
const openWithin = 8_000

/** The socket that y-websocket makes for an attempt: of the kind that is asked for at that moment. */
export function makeSocketClass(kind: () => typeof WebSocket, watcher: SocketWatcher): typeof WebSocket {
  const classes = new Map<typeof WebSocket, typeof WebSocket>()
  function NextSocket(url: string | URL, protocols?: string | string[]): WebSocket {
    const base = kind()
    const known = classes.get(base) ?? watchedClass(base, watcher)
    classes.set(base, known)
    return new known(url, protocols)
  }
  // Called with `new` only, which a function that returns an object serves as well as a class.
  return NextSocket as unknown as typeof WebSocket
}

/**
 * It counts the document frames that go out, as the server does for `saved`, and asks now and then, in text that y-websocket
 * never sees, whether the server is still there.
 */
function watchedClass(Base: typeof WebSocket, watcher: SocketWatcher): typeof WebSocket {
  return class LiveSocket extends Base {
    #documentFrames = 0
    #stateSent = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      const timer = setInterval(() => {
        if (this.readyState === this.OPEN) super.send(ping)
      }, pingEvery)
      const opening = setTimeout(() => {
        if (this.readyState === this.CONNECTING) this.close()
      }, openWithin)
      this.addEventListener('open', () => clearTimeout(opening))
      this.addEventListener('close', () => {
        clearInterval(timer)
        clearTimeout(opening)
      })
      // Registered before y-websocket sets `onmessage`, so text frames stop here.
      this.addEventListener('message', (event) => {
        if (typeof event.data !== 'string') return
        event.stopImmediatePropagation()
        if (event.data === pong) watcher.pong()
      })
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      const kind = data instanceof Uint8Array ? documentFrameKind(data) : undefined
      // Until the server has our whole state, an update could build on edits it has not seen and would be refused;
      // the state, which goes out when the server asks for it, holds these updates too.
      if (kind === 'update' && !this.#stateSent) return
      if (kind === 'state') this.#stateSent = true
      super.send(data as Uint8Array<ArrayBuffer>)
      if (kind) watcher.documentFrameSent(++this.#documentFrames)
    }
  }
}

function documentFrameKind(frame: Uint8Array): 'state' | 'update' | undefined {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== messageKinds.sync) return undefined
  const step = decoding.readVarUint(decoder)
  return step === messageYjsSyncStep2 ? 'state' : step === messageYjsUpdate ? 'update' : undefined
}
