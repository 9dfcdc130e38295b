import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createSavings, type Savings } from '../../../web/live/saved-state.ts'

function savings(hasUnsent = false): Savings & { flags: boolean[] } {
  const flags: boolean[] = []
  const made = createRoot(() => createSavings(hasUnsent, (unsent) => flags.push(unsent)))
  made.setLoaded(true)
  return { ...made, flags }
}

describe('the saved state', () => {
  it('says saved only when every frame that held an edit is on the disk', () => {
    const state = savings()
    state.connecting()
    state.frameSent(1)
    expect(state.state()).toEqual({ state: 'saved' })

    state.edited()
    state.frameSent(2)
    state.edited()
    state.frameSent(3)
    expect(state.state()).toEqual({ state: 'saving', waiting: 2 })
    state.saved(1)
    expect(state.state()).toEqual({ state: 'saving', waiting: 2 })
    state.saved(2)
    expect(state.state()).toEqual({ state: 'saving', waiting: 1 })
    state.saved(3)
    expect(state.state()).toEqual({ state: 'saved' })
  })

  it('does not take frames of an earlier connection for those of this one', () => {
    const state = savings()
    state.connecting()
    state.frameSent(1)
    state.edited()
    state.frameSent(2)
    state.setConnected(false)
    expect(state.state()).toEqual({ state: 'offline', waiting: 1 })

    state.connecting()
    state.setConnected(true)
    state.saved(2)
    expect(state.state()).toEqual({ state: 'saving', waiting: 1 })
    state.frameSent(1)
    state.saved(1)
    expect(state.state()).toEqual({ state: 'saved' })
  })

  it('knows of edits that this device kept from before', () => {
    const state = savings(true)
    expect(state.state()).toEqual({ state: 'saving', waiting: 1 })
    state.connecting()
    state.frameSent(1)
    state.saved(1)
    expect(state.state()).toEqual({ state: 'saved' })
    expect(state.flags).toEqual([false])
  })

  it('flags this device when the first edit waits and when none does any more', () => {
    const state = savings()
    state.connecting()
    for (let frame = 1; frame <= 3; frame++) {
      state.edited()
      state.frameSent(frame)
    }
    expect(state.flags).toEqual([true])
    state.saved(3)
    expect(state.flags).toEqual([true, false])
  })

  it('says that the server cannot write, and that the end is the end', () => {
    const state = savings()
    state.setServerReadOnly(true)
    state.edited()
    expect(state.state()).toEqual({ state: 'server-read-only', waiting: 1 })
    state.close('signed-out')
    expect(state.state()).toEqual({ state: 'closed', reason: 'signed-out' })
  })
})
