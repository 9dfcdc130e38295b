import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { SavedState } from './open-agenda.ts'

/** Whether the edits made here are on the server's disk. Told what happens; says only what it knows. */
export type Savings = {
  state: Accessor<SavedState>
  /** An edit was made here. */
  edited: () => void
  /** A connection began: its frames are counted from nothing, what was not acknowledged goes out again. */
  connecting: () => void
  /** The `count`th document frame of this connection went out; it and those before it hold every edit made until now. */
  frameSent: (count: number) => void
  /** So many document frames of this connection are on the server's disk. */
  saved: (frames: number) => void
  setConnected: (connected: boolean) => void
  setLoaded: (loaded: boolean) => void
  setServerReadOnly: (readOnly: boolean) => void
  close: (reason: Extract<SavedState, { state: 'closed' }>['reason']) => void
  /** A fresh copy was taken: nothing waits. */
  reset: () => void
}

/** `hasUnsent`: this device still holds edits from before that the server may not have. */
export function createSavings(hasUnsent: boolean, onUnsent: (unsent: boolean) => void): Savings {
  let made = hasUnsent ? 1 : 0
  let acknowledged = 0
  /** How many edits the frames that are not acknowledged yet hold, by frame. */
  let madeByFrame: { frame: number; made: number }[] = []
  const [waiting, setWaiting] = createSignal(made)
  const [connected, setConnected] = createSignal(true)
  const [loaded, setLoaded] = createSignal(false)
  const [readOnly, setServerReadOnly] = createSignal(false)
  const [closed, setClosed] = createSignal<Extract<SavedState, { state: 'closed' }>>()

  const settle = () => {
    const before = waiting()
    const now = setWaiting(made - acknowledged)
    if ((before === 0) !== (now === 0)) onUnsent(now > 0)
  }

  const state = createMemo((): SavedState => {
    const ended = closed()
    if (ended) return ended
    if (!loaded()) return { state: 'loading' }
    if (!connected()) return { state: 'offline', waiting: waiting() }
    if (readOnly()) return { state: 'server-read-only', waiting: waiting() }
    return waiting() === 0 ? { state: 'saved' } : { state: 'saving', waiting: waiting() }
  })

  return {
    state,
    edited: () => {
      made++
      settle()
    },
    connecting: () => {
      madeByFrame = []
    },
    frameSent: (frame) => void madeByFrame.push({ frame, made }),
    saved: (frames) => {
      const covered = madeByFrame.findLast((sent) => sent.frame <= frames)
      if (!covered) return
      madeByFrame = madeByFrame.filter((sent) => sent.frame > frames)
      acknowledged = covered.made
      settle()
    },
    setConnected,
    setLoaded,
    setServerReadOnly,
    close: (reason) => setClosed({ state: 'closed', reason }),
    reset: () => {
      acknowledged = made
      madeByFrame = []
      settle()
    },
  }
}
