import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js'
import { askPreview, type previewAddress } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'
import { whyNot } from '../why-not.ts'

/** So long the choices must rest before a preview is asked for, in ms. */
const pause = 400

/** What is to be seen: the page at an address, or why there is none. */
type Seen = { address: string } | { why: string; mayAskAgain: boolean } | undefined

/** Asks for a preview whenever the choices change. What was seen stays until there is something else to see. */
export function createPreview(wanted: () => ReturnType<typeof previewAddress> | undefined) {
  const { t } = useLanguage()
  const [seen, setSeen] = createSignal<Seen>()
  const [isAsking, setAsking] = createSignal(false)
  const [tries, setTries] = createSignal(0)
  // What makes no other page is not asked for again.
  const address = createMemo(wanted)
  createEffect(() => {
    tries()
    const next = address()
    if (next === undefined) return
    if (typeof next !== 'string')
      return void setSeen({ why: t(`exports.noPreviewOf.${next.none}`), mayAskAgain: false })
    const controller = new AbortController()
    const ask = async () => {
      setAsking(true)
      const answer = await askPreview(next, controller.signal)
      // Who chose something else meanwhile sees that, not this.
      if (controller.signal.aborted) return
      setAsking(false)
      setSeen(answer.ok ? { address: next } : { why: whyNot(answer, t('exports.unreachable')), mayAskAgain: true })
    }
    const timer = setTimeout(() => void ask(), untrack(seen) ? pause : 0)
    onCleanup(() => {
      clearTimeout(timer)
      controller.abort()
      setAsking(false)
    })
  })
  return {
    seen,
    isAsking,
    again: () => setTries((count) => count + 1),
    /** The connection went between the asking and the showing. */
    lost: () => setSeen({ why: t('exports.unreachable'), mayAskAgain: true }),
  }
}
export type Preview = ReturnType<typeof createPreview>
