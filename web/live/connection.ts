import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import {
  closeCodes,
  type Hello,
  helloSchema,
  messageKinds,
  type PresentUser,
  ping,
  type RoomEvent,
  roomEventSchema,
  subprotocol,
} from '../../shared/wire.ts'
import { makeSocketClass } from './live-socket.ts'

/** What a connection tells about itself, as it happens. */
export type ConnectionEvents = {
  /** Trying, connected, or without connection. */
  status: (status: 'connecting' | 'connected' | 'disconnected') => void
  hello: (hello: Hello) => void
  /** The document is as the server has it. */
  synced: () => void
  event: (event: RoomEvent) => void
  documentFrameSent: (count: number) => void
  /** So many document frames of this connection are on the server's disk. */
  saved: (frames: number) => void
  /** How the server presents this window to everybody. */
  stamped: (user: unknown) => void
  /** The server ended it for good, with this close code; it does not come back by itself. */
  ended: (code: number) => void
  /** An attempt failed before it was a connection: a browser cannot see why. */
  failed: () => void
}

export type Connection = { connect: () => void; disconnect: () => void; close: () => void }

/** What is connected to, and the kind of socket that the next attempt uses. */
export type Destination = { origin: string; agenda: string; epoch: string; socket: () => typeof WebSocket }

/** The live connection of one document. It comes back by itself after everything but an end by the server. */
export function makeConnection(
  to: Destination,
  doc: Y.Doc,
  awareness: Awareness,
  events: ConnectionEvents,
): Connection {
  const provider: WebsocketProvider = new WebsocketProvider(`${to.origin}/live`, to.agenda, doc, {
    connect: false,
    awareness,
    params: { epoch: to.epoch },
    protocols: [subprotocol],
    // Windows of one browser may belong to two people, so they speak through the server only.
    disableBc: true,
    WebSocketPolyfill: makeSocketClass(to.socket, {
      documentFrameSent: events.documentFrameSent,
      pong: () => {
        provider.wsLastMessageReceived = Date.now()
      },
    }),
  })
  sendOwnPresenceOnly(provider, awareness)
  handleOwnMessages(provider, awareness, events)

  let opened = false
  provider.on('status', ({ status }) => {
    if (status === 'connecting') {
      opened = false
      // A higher clock on every connection, else those who saw this window leave take its return for old news.
      awareness.setLocalState(awareness.getLocalState())
      forgetOthers(awareness)
    }
    if (status === 'connected') opened = true
    events.status(status)
  })
  provider.on('sync', (synced) => {
    if (synced) events.synced()
  })
  provider.on('connection-close', () => {
    if (opened) return
    events.status('disconnected')
    events.failed()
  })
  provider.on('closed', ({ code }) => events.ended(code))

  spreadReturns(provider)
  const stopRest = restWhileHidden(provider)
  const stopLooking = lookWhenNetworkChanges(provider)
  return {
    connect: () => provider.connect(),
    disconnect: () => provider.disconnect(),
    close: () => {
      stopRest()
      stopLooking()
      provider.destroy()
    },
  }
}

/**
 * y-websocket sends on every presence it receives, and the awareness protocol renews its own every 15 seconds. The server
 * drops the first and needs no second, so both go: `_awarenessUpdateHandler` and `_checkInterval` are private there.
 */
function sendOwnPresenceOnly(provider: WebsocketProvider, awareness: Awareness): void {
  awareness.off('update', provider._awarenessUpdateHandler)
  clearInterval(awareness._checkInterval)
  const send = (_changes: unknown, origin: unknown) => {
    if (origin !== 'local' || !provider.wsconnected || provider.ws?.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageKinds.awareness)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
    provider.ws.send(encoding.toUint8Array(encoder))
  }
  awareness.on('update', send)
}

/** Their clocks did not move while this window was away, and the protocol ignores what does not move. */
function forgetOthers(awareness: Awareness): void {
  for (const client of awareness.meta.keys()) {
    if (client !== awareness.clientID && !awareness.states.has(client)) awareness.meta.delete(client)
  }
}

/** The messages beyond y-websocket's own. What does not look as agreed is left aside. */
function handleOwnMessages(provider: WebsocketProvider, awareness: Awareness, events: ConnectionEvents): void {
  const handlers = provider.messageHandlers
  handlers[messageKinds.hello] = (_encoder, decoder) => {
    const hello = v.safeParse(helloSchema, readJson(decoder))
    if (hello.success) events.hello(hello.output)
  }
  handlers[messageKinds.saved] = (_encoder, decoder) => events.saved(decoding.readVarUint(decoder))
  handlers[messageKinds.event] = (_encoder, decoder) => {
    const event = v.safeParse(roomEventSchema, readJson(decoder))
    if (event.success) events.event(event.output)
  }
  const applyPresence = handlers[messageKinds.awareness]
  handlers[messageKinds.awareness] = (encoder, decoder, ...rest) => {
    const own = readPresence(
      decoding.createDecoder(decoding.readVarUint8Array(decoding.clone(decoder))),
      awareness.clientID,
    )
    if (own) events.stamped(own.user)
    applyPresence?.(encoder, decoder, ...rest)
  }
}

/** The echo of our own presence carries our clock, so the awareness protocol ignores it; its stamp is worth reading. */
function readPresence(decoder: decoding.Decoder, client: number): { user?: PresentUser } | undefined {
  const count = decoding.readVarUint(decoder)
  for (let index = 0; index < count; index++) {
    const entry = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const state: unknown = JSON.parse(decoding.readVarString(decoder))
    if (entry === client && typeof state === 'object' && state !== null) return state
  }
  return undefined
}

function readJson(decoder: decoding.Decoder): unknown {
  try {
    return JSON.parse(decoding.readVarString(decoder))
  } catch {
    // Not JSON: the validator that comes next refuses `undefined`.
    return undefined
  }
}

const returnWithin = 3_000

/**
 * A server that restarts sends everyone away at one moment, and y-websocket waits equally long in every window. So this
 * window waits as long as chance says; if the server is not there yet then, it goes on as usual from there.
 */
function spreadReturns(provider: WebsocketProvider): void {
  const usual = provider.maxBackoffTime
  provider.on('connection-close', (event) => {
    provider.maxBackoffTime = usual
    if (event?.code !== closeCodes.restart) return
    // It waits 100 ms times 2 to the power of this, yet at most the other: high enough, the other alone counts.
    provider.wsUnsuccessfulReconnects = 5
    provider.maxBackoffTime = Math.random() * returnWithin
  })
}

const restAfter = 5 * 60_000

/** A window that nobody sees for five minutes leaves, and comes back when it is shown. */
function restWhileHidden(provider: WebsocketProvider): () => void {
  if (typeof document === 'undefined') return () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let resting = false
  const look = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'hidden') {
      timer = setTimeout(() => {
        resting = provider.shouldConnect
        if (resting) provider.disconnect()
      }, restAfter)
    } else if (resting) {
      resting = false
      provider.connect()
    }
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

const answerWithin = 3_000

/**
 * When the browser says that the network went, the connection is dropped at once and tried anew: what it says is only a
 * hint, since a server on this machine can be reached without any network. When it says that the network came, the next
 * attempt is made at once, and a connection that seemed to live on is asked whether it does.
 */
function lookWhenNetworkChanges(provider: WebsocketProvider): () => void {
  if (typeof window === 'undefined') return () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const tryAnew = () => {
    // Resting, or ended by the server: then there is nothing to try.
    if (!provider.shouldConnect) return
    provider.disconnect()
    provider.connect()
  }
  const onOnline = () => {
    if (!provider.wsconnected) return tryAnew()
    const asked = Date.now()
    provider.ws?.send(ping)
    clearTimeout(timer)
    timer = setTimeout(() => {
      // y-websocket's own watch then sees a connection that has been silent for too long.
      if (provider.wsLastMessageReceived < asked) provider.wsLastMessageReceived = 0
    }, answerWithin)
  }
  window.addEventListener('offline', tryAnew)
  window.addEventListener('online', onOnline)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('offline', tryAnew)
    window.removeEventListener('online', onOnline)
  }
}
