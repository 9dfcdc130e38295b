import { createSignal, onCleanup, onMount } from 'solid-js'
import { type Moments, shortestSpan } from '../../../../shared/moments.ts'
import type { OpenAgenda } from '../../../live/open-agenda.ts'
import type { Past } from '../../../live/past.ts'
import { isNow } from './time.ts'

/** While others write, its moments are asked for again, at most this often, in ms. */
const renewEvery = 5_000

/** When the agenda changed, kept up to date, and the change before or after a moment. */
export function createMoments(agenda: OpenAgenda, past: Past) {
  const [moments, setMoments] = createSignal<Moments>()
  const [isFailed, setFailed] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false

  const load = async () => {
    timer = undefined
    const answer = await past.moments()
    if (isGone) return
    if (answer.ok) setMoments(answer.value)
    setFailed(!answer.ok && moments() === undefined)
  }
  const { doc } = agenda
  const renew = () => {
    timer ??= setTimeout(() => void load(), renewEvery)
  }
  onMount(() => {
    void load()
    doc.on('update', renew)
  })
  onCleanup(() => {
    isGone = true
    clearTimeout(timer)
    doc.off('update', renew)
  })

  /** The last change before a moment: where spans are long, within the span as well. Undefined at the beginning. */
  async function before(at: string | undefined): Promise<string | undefined> {
    const known = moments()
    const moment = at ?? known?.last
    if (!known || moment === undefined) return undefined
    const coarse = known.changes.findLast((change) => change.at < moment)
    if (known.span <= shortestSpan) return coarse?.at
    const part = await past.moments({ ...(coarse && { from: coarse.at }), to: justBeside(moment, -1) })
    return (part.ok ? part.value.changes.at(-1)?.at : undefined) ?? coarse?.at
  }

  /** The first change after a moment; `now` when that is the last. */
  async function after(at: string): Promise<string | 'now'> {
    const known = moments()
    const coarse = known?.changes.find((change) => change.at > at)
    if (!known || !coarse) return 'now'
    const part = known.span <= shortestSpan ? undefined : await past.moments({ from: justBeside(at, 1), to: coarse.at })
    const next = (part?.ok ? part.value.changes[0]?.at : undefined) ?? coarse.at
    return isNow(known, next) ? 'now' : next
  }

  return { moments, isFailed, again: () => void load(), before, after }
}
export type KnownMoments = ReturnType<typeof createMoments>

/** The moment so many ms from another. */
function justBeside(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}
