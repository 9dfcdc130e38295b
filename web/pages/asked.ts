import { type Accessor, createSignal, onCleanup } from 'solid-js'

/**
 * What was asked for; undefined until it is there. Unlike a resource it never holds up the page around it: a navigation
 * that waits for a resource whose page has gone meanwhile waits for ever (seen with @solidjs/router 1.0.0).
 */
export function createAsked<Value>(ask: () => Promise<Value>): Accessor<Value | undefined> {
  const [value, setValue] = createSignal<Value>()
  let disposed = false
  onCleanup(() => {
    disposed = true
  })
  void ask().then((answer) => {
    if (!disposed) setValue(() => answer)
  })
  return value
}
