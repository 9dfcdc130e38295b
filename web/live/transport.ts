/** Which kind of socket the next attempt to connect uses. */
export type Transport = {
  socket: () => typeof WebSocket
  opened: () => void
  /** A WebSocket failed to open although the server answers: something on the way may block it. */
  failedWhileServerAnswers: () => Promise<void>
}

/** After so long WebSockets are tried again, in ms: a laptop moves to another network. */
const tryAgainAfter = 10 * 60_000

/**
 * WebSockets, and plain HTTP where they are blocked. One failure is enough for a page that never had a WebSocket; who had
 * one may have met a server that restarts, so that takes two.
 */
export function makeTransport(
  webSocket: typeof WebSocket,
  polled: () => Promise<typeof WebSocket>,
  now: () => number,
): Transport {
  let hadOne = false
  let failures = 0
  let blockedAt = Number.NEGATIVE_INFINITY
  let substitute: typeof WebSocket | undefined
  const isBlocked = () => now() - blockedAt < tryAgainAfter
  return {
    socket: () => (isBlocked() && substitute) || webSocket,
    opened() {
      failures = 0
      if (!isBlocked()) hadOne = true
    },
    async failedWhileServerAnswers() {
      failures += 1
      if (isBlocked() || failures < (hadOne ? 2 : 1)) return
      substitute ??= await polled()
      blockedAt = now()
    },
  }
}
