import { WebSocket as NodeWebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Visitor } from './server.ts'

export type PlainClient = { doc: Y.Doc; provider: WebsocketProvider; close: () => void }

/** An ordinary y-websocket client, as anyone could write it, with somebody's session cookie. */
export function connectPlain(url: string, agenda: string, as: Visitor, doc = new Y.Doc()): PlainClient {
  const provider = new WebsocketProvider(url.replace('http', 'ws').concat('/live'), agenda, doc, {
    WebSocketPolyfill: socketWithCookie(as.cookie),
    disableBc: true,
    // Tests restart servers on purpose; nobody wants to wait for the usual patience.
    maxBackoffTime: 100,
  })
  return {
    doc,
    provider,
    close() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Resolves when the client has the room's document. */
export function synced({ provider }: PlainClient): Promise<void> {
  if (provider.synced) return Promise.resolve()
  return new Promise((resolve) => {
    const listen = (isSynced: boolean) => {
      if (!isSynced) return
      provider.off('sync', listen)
      resolve()
    }
    provider.on('sync', listen)
  })
}

/** Resolves with the close code when the server ends the connection for good. */
export function closedForGood({ provider }: PlainClient): Promise<number> {
  return new Promise((resolve) => provider.once('closed', ({ code }: { code: number }) => resolve(code)))
}

/** Resolves as soon as the document satisfies the condition, checked at every update. */
export function until(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve()
  return new Promise((resolve) => {
    const listen = () => {
      if (!isSo()) return
      doc.off('update', listen)
      resolve()
    }
    doc.on('update', listen)
  })
}

function socketWithCookie(cookie: string): typeof WebSocket {
  class SocketWithCookie extends NodeWebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { headers: { cookie } })
    }
  }
  // ws is the browser's WebSocket in all that y-websocket uses of it.
  return SocketWithCookie as unknown as typeof WebSocket
}
