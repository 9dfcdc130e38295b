import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import { createDocumentStore } from '../../../live/document-store.ts'
import type { OpenAgenda } from '../../../live/open-agenda.ts'
import type { Past } from '../../../live/past.ts'

/** What is on the screen of the past. While another moment is on its way, what was shown stays. */
export type PastState =
  | { state: 'now' }
  | { state: 'loading'; at: string }
  | { state: 'shown'; at: string; doc: Y.Doc }
  | { state: 'failed'; at: string; reason: 'unreachable' | 'too-fast' }

/** Who slides passes many moments; only where they rest for so long is asked for, in ms. */
const restFor = 200
/** The last documents, for who goes back and forth between two moments. */
const keptDocuments = 6

/** The agenda as it was at a moment, as a store, which is not written to. */
export function createPastDocument(live: OpenAgenda, past: Past, at: Accessor<string | undefined>) {
  const store = createDocumentStore()
  const kept = new Map<string, Y.Doc>()
  const [state, setState] = createSignal<PastState>({ state: 'now' })
  const [shown, setShown] = createSignal<{ at: string; doc: Y.Doc }>()
  let stopShowing = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = new AbortController()

  const show = (moment: string, doc: Y.Doc) => {
    kept.delete(moment)
    kept.set(moment, doc)
    for (const oldest of [...kept.keys()].slice(0, -keptDocuments)) kept.delete(oldest)
    stopShowing()
    stopShowing = store.show(doc)
    setShown({ at: moment, doc })
    setState({ state: 'shown', at: moment, doc })
  }

  const load = async (moment: string) => {
    const { signal } = asked
    const answer = await past.document(moment, signal)
    if (signal.aborted) return
    if (answer.ok) show(moment, answer.value)
    else {
      const isTooFast = answer.reason === 'problem' && answer.problem.status === 429
      setState({ state: 'failed', at: moment, reason: isTooFast ? 'too-fast' : 'unreachable' })
    }
  }

  const goTo = (moment: string | undefined, wait: number) => {
    clearTimeout(timer)
    asked.abort()
    asked = new AbortController()
    if (moment === undefined) {
      setShown(undefined)
      setState({ state: 'now' })
      return
    }
    const known = kept.get(moment)
    if (known) return show(moment, known)
    setState({ state: 'loading', at: moment })
    timer = setTimeout(() => void load(moment), wait)
  }
  createEffect(on(at, (moment, before) => goTo(moment, before === undefined ? 0 : restFor)))
  onCleanup(() => {
    clearTimeout(timer)
    asked.abort()
    stopShowing()
  })

  /** For parts that read an agenda: what stood there then, by the people of now, and nothing to write. */
  const then: OpenAgenda = {
    ...live,
    get doc() {
      return shown()?.doc ?? live.doc
    },
    text: store.text,
    itemIds: store.itemIds,
    mayEdit: () => false,
    mayCoordinate: () => false,
    present: () => [],
    presentIn: () => [],
    comments: () => undefined,
  }

  return { state, shown, then, again: () => goTo(at(), 0) }
}
