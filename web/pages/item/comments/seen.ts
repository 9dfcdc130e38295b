import { createEffect, onCleanup } from 'solid-js'
import type { Comment } from '../../../../shared/comment.ts'
import type { ItemComments } from './item-comments.ts'

/** How much of a comment on the screen counts as seen: of a long one, a good beginning. */
const seenShare = 0.1

/** Notes that a comment was on the screen; when all that is new on this item was, the item is read. */
export function watchSeen(element: HTMLElement, comments: ItemComments, comment: () => Comment): void {
  let isVisible = false
  const look = () => {
    if (isVisible && document.visibilityState === 'visible') comments.see(comment())
  }
  const observer = new IntersectionObserver(
    (entries) => {
      isVisible = entries.at(-1)?.isIntersecting ?? false
      look()
    },
    { threshold: seenShare },
  )
  observer.observe(element)
  document.addEventListener('visibilitychange', look)
  createEffect(() => {
    comment().seq
    look()
  })
  onCleanup(() => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', look)
  })
}
