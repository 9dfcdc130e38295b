import {
  closeHeader,
  forgottenAfter,
  longestWait,
  packFrames,
  readPolledParameters,
  unpackFrames,
} from '../../shared/polled-frames.ts'
import { type CloseReason, closeCodes } from '../../shared/wire.ts'
import type { Identity, Socket } from '../ports.ts'
import { problemFor } from '../problem.ts'
import type { Room } from './room.ts'

/** A person has a handful of windows; more is somebody who opens connections to leave them. */
const connectionsPerPerson = 20

/**
 * Live connections over plain HTTP (rule L11), for networks that block WebSockets: the same frames through the same room.
 * They live in memory only: after a restart or a sleep the client hears that its connection is over, and comes back.
 */
export class PolledConnections {
  readonly #room: Room
  readonly #open = new Map<string, PolledSocket>()

  constructor(room: Room) {
    this.#room = room
  }

  async handle(request: Request, identity: Identity): Promise<Response> {
    const asked = readPolledParameters(Object.fromEntries(new URL(request.url).searchParams))
    const may = this.#room.mayConnect(identity.person)
    if (!asked) return problemFor(request, may === 'yes' ? 'invalid' : may)
    // Of another session nobody can guess a connection; who names one of theirs all the same hears nothing of it.
    const known = this.#open.get(`${identity.session} ${asked.connection}`)
    if (asked.does === 'open') {
      if (known) return known.receive(request, 1)
      if (may !== 'yes') return problemFor(request, may)
      return this.#begin(identity, asked.connection, asked).receive(request, 1)
    }
    if (!known) return may === 'yes' ? overAnswer(request, 'restart') : problemFor(request, may)
    switch (asked.does) {
      case 'send': {
        const frames = unpackFrames(new Uint8Array(await request.arrayBuffer()))
        return frames ? known.take(request, asked.count, frames) : problemFor(request, 'invalid')
      }
      case 'receive':
        return await known.receive(request, asked.count)
      case 'close':
        known.leave()
        return new Response(null, { status: 204 })
      default:
        return asked satisfies never
    }
  }

  #begin(
    identity: Identity,
    connection: string,
    { ours, epoch }: { ours: boolean; epoch: string | undefined },
  ): PolledSocket {
    const own = [...this.#open.entries()].filter(([, { person }]) => person === identity.person)
    if (own.length >= connectionsPerPerson) own[0]?.[1].leave()
    const key = `${identity.session} ${connection}`
    const socket = new PolledSocket(this.#room, identity.person, () => this.#open.delete(key))
    this.#open.set(key, socket)
    this.#room.connect(socket, { identity, ours, epoch })
    return socket
  }
}

/** One such connection, as the room sees it: what it sends waits here until the client asks for it. */
class PolledSocket implements Socket {
  readonly person: string
  readonly #room: Room
  readonly #gone: () => void
  #waiting: Uint8Array[] = []
  #unsent = 0
  #taken = 0
  /** The last batch that was handed out, in case its answer was lost. */
  #handed = { count: 0, body: new Uint8Array() }
  #over: CloseReason | undefined
  #wake: (() => void) | undefined
  #forget: ReturnType<typeof setTimeout> | undefined

  constructor(room: Room, person: string, gone: () => void) {
    this.#room = room
    this.person = person
    this.#gone = gone
    this.#seen()
  }

  send(frames: readonly Uint8Array[]): void {
    if (this.#over) return
    this.#waiting.push(...frames)
    for (const frame of frames) this.#unsent += frame.length
    this.#wake?.()
  }

  close(reason: CloseReason): void {
    if (this.#over) return
    this.#over = reason
    this.#wake?.()
    // The client still asks once more, and hears why.
    this.#seen()
  }

  unsent(): number {
    return this.#unsent
  }

  /** Frames of the client. The same count again is the same request again: its answer was lost. */
  take(request: Request, count: number, frames: readonly Uint8Array[]): Response {
    this.#seen()
    if (count !== this.#taken && count !== this.#taken + 1) this.#end('restart')
    if (this.#over) return overAnswer(request, this.#over)
    if (count === this.#taken + 1) {
      this.#taken = count
      for (const frame of frames) this.#room.message(this, frame)
    }
    return this.#over ? overAnswer(request, this.#over) : new Response(null, { status: 204 })
  }

  /** What waits for the client; when that is nothing, it is waited for. */
  async receive(request: Request, count: number): Promise<Response> {
    this.#seen()
    if (count !== this.#handed.count && count !== this.#handed.count + 1) this.#end('restart')
    if (count === this.#handed.count + 1) {
      if (this.#waiting.length === 0 && !this.#over) await this.#news()
      this.#seen()
      // What came before the goodbye is of use no more: the client starts with everything when it comes back.
      if (this.#over) return overAnswer(request, this.#over)
      this.#handed = { count, body: packFrames(this.#waiting) }
      this.#waiting = []
      this.#unsent = 0
    }
    if (this.#over) return overAnswer(request, this.#over)
    return new Response(this.#handed.body, {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
    })
  }

  leave(): void {
    clearTimeout(this.#forget)
    this.#over ??= 'restart'
    this.#wake?.()
    this.#room.closed(this)
    this.#gone()
  }

  #news(): Promise<void> {
    // Two who wait at once: the one before gets its empty answer.
    this.#wake?.()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), longestWait)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = undefined
        resolve()
      }
    })
  }

  #end(reason: CloseReason): void {
    this.close(reason)
    this.#room.closed(this)
  }

  #seen(): void {
    clearTimeout(this.#forget)
    this.#forget = setTimeout(() => this.leave(), forgottenAfter)
    // On Node this timer alone must not keep a process alive that wants to stop; elsewhere timers are numbers.
    ;(this.#forget as { unref?: () => void }).unref?.()
  }
}

function overAnswer(request: Request, reason: CloseReason): Response {
  const answer = problemFor(request, 'connection-over')
  answer.headers.set(closeHeader, String(closeCodes[reason]))
  return answer
}
