import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { awarenessFrame, kindOf, RawClient, savedCount, updateFrame } from './raw-client.ts'
import type { Visitor } from './server.ts'

const sync = { step1: 0, step2: 1, update: 2 }

/**
 * A client of which a test decides when each frame goes out: a bare connection with a document. What comes in is applied;
 * nothing is answered by itself.
 */
export class WritingClient {
  readonly doc: Y.Doc
  readonly raw: RawClient
  /** The document frames that were sent on this connection, and how many of them the room called saved. */
  sent = 0
  saved = 0
  #clock = 0
  #waiting: Uint8Array[] = []
  #ended = false

  constructor(url: string, agenda: string, as: Visitor, doc = new Y.Doc()) {
    this.doc = doc
    this.raw = new RawClient(url, agenda, as, { ours: true })
    this.raw.socket.on('message', (data: Buffer) => this.#take(new Uint8Array(data)))
    doc.on('update', this.#keep)
  }

  /** What was written since the last frame. A test that forgets it plays a frame that was lost on its way. */
  takeUpdate(): Uint8Array {
    const [first, ...more] = this.#waiting.splice(0)
    if (!first) throw new Error('nothing was written')
    return more.length > 0 ? Y.mergeUpdates([first, ...more]) : first
  }

  sendUpdate(update = this.takeUpdate()): void {
    this.sent += 1
    this.raw.send(updateFrame(update))
  }

  /** Asks for what is missing here. */
  askState(): void {
    this.raw.send(updateFrame(Y.encodeStateVector(this.doc), sync.step1))
  }

  /** Sends everything there is, as an answer to the room's question. */
  sendState(): void {
    this.sent += 1
    this.#waiting = []
    this.raw.send(updateFrame(Y.encodeStateAsUpdate(this.doc), sync.step2))
  }

  sendPresence(state: unknown): void {
    this.#clock += 1
    this.raw.send(awarenessFrame([{ client: this.doc.clientID, clock: this.#clock, state }]))
  }

  /** Resolves with the first frame from now on that satisfies the condition. */
  next(isIt: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    const before = new Set(this.raw.frames)
    return this.raw.frame((frame) => !before.has(frame) && isIt(frame))
  }

  /** Resolves when the room called everything saved that was sent. */
  async allSaved(): Promise<void> {
    await this.raw.frame((frame) => kindOf(frame) === 101 && savedCount(frame) >= this.sent)
  }

  /** The document stays; the connection goes. */
  leave(): void {
    this.#ended = true
    this.doc.off('update', this.#keep)
    this.raw.close()
  }

  readonly #keep = (update: Uint8Array, origin: unknown) => {
    if (origin !== this && !this.#ended) this.#waiting.push(update)
  }

  #take(frame: Uint8Array): void {
    if (this.#ended) return
    const kind = kindOf(frame)
    if (kind === 101) this.saved = savedCount(frame)
    if (kind !== 0) return
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    if (decoding.readVarUint(decoder) === sync.step1) return
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
  }
}

/** Whether this is a frame that asks for our state, or one that brings some. */
export function isStep(frame: Uint8Array, step: keyof typeof sync): boolean {
  return frame[0] === 0 && frame[1] === sync[step]
}
