import { createEffect, createMemo, createUniqueId, For, on, onCleanup, onMount, untrack } from 'solid-js'
import type { CommentId } from '../../../../shared/ids.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { keepFocusInList } from '../keep-focus-in-list.ts'
import { useItemComments } from './item-comments.ts'
import { NewComment } from './new-comment.tsx'
import { Thread } from './thread.tsx'

const gapPx = 12
/** The card in which a comment is being written. */
const chosen = 'chosen'

/** The threads on passages, each as near to its passage as those above it allow. */
export function CommentsMargin() {
  const comments = useItemComments()
  const { t } = useLanguage()
  const headingId = createUniqueId()
  let list!: HTMLUListElement
  const isWriting = () => comments.chosen() !== undefined && comments.chosenIn() === 'margin'
  /** Where the passage of the new comment begins: it stays there while it is being written. */
  const writingAt = createMemo<number | undefined>((before) =>
    isWriting() ? (before ?? untrack(comments.chosenAt)?.from ?? 0) : undefined,
  )
  const cards = createMemo<(CommentId | typeof chosen)[]>(() => {
    const ids = comments.inMargin()
    const at = writingAt()
    if (at === undefined) return ids
    const isBefore = (id: CommentId) => {
      const place = untrack(() => comments.placeOf(id))
      return place.at === 'passage' && (place.field === 'title' || place.from <= at)
    }
    return [...ids.filter(isBefore), chosen, ...ids.filter((id) => !isBefore(id))]
  })

  const place = () => {
    let cursor = list.getBoundingClientRect().top
    for (const [index, thread] of cards().entries()) {
      const card = list.children[index]
      if (!(card instanceof HTMLElement)) continue
      const top = comments.passages()?.topOf(thread) ?? cursor
      const gap = Math.round(Math.max(top - cursor, 0))
      card.style.setProperty('--oa-card-gap', `${gap}px`)
      cursor += gap + card.getBoundingClientRect().height + gapPx
    }
  }
  onMount(() => {
    const resized = new ResizeObserver(place)
    resized.observe(list)
    const release = keepFocusInList(list)
    onCleanup(() => {
      resized.disconnect()
      release()
    })
    createEffect(() => comments.passages()?.onMove(place))
    createEffect(on(cards, () => requestAnimationFrame(place)))
  })

  return (
    <section class="oa-margin" aria-labelledby={headingId} hidden={cards().length === 0}>
      <h2 id={headingId} class="oa-visually-hidden">
        {t('comment.margin')}
      </h2>
      <ul ref={list} class="oa-list oa-margin__list">
        <For each={cards()}>
          {(card) => (
            <li>
              {card === chosen ? (
                <NewComment where="margin" focused />
              ) : (
                <Thread thread={card} inMargin onShowPassage={() => comments.passages()?.show(card)} />
              )}
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
