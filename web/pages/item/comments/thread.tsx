import { createSignal, For, Show } from 'solid-js'
import { type CommentId, makeId } from '../../../../shared/ids.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { CommentForm, type Written } from './comment-form.tsx'
import { CommentView } from './comment-view.tsx'
import { useItemComments } from './item-comments.ts'
import { authorOf } from './people.ts'
import { useSend } from './send.ts'
import { WaitingComments } from './waiting-comments.tsx'

/** A comment with its replies, and where a reply is written. */
export function Thread(props: { thread: CommentId; inMargin?: boolean; onShowPassage?: () => void }) {
  const comments = useItemComments()
  const { agenda, store } = comments
  const { t } = useLanguage()
  const send = useSend()
  const [isReplying, setReplying] = createSignal(false)
  let root!: HTMLDivElement
  const first = () => store.comment(props.thread)
  const about = () => {
    const place = comments.placeOf(props.thread)
    switch (place.at) {
      case 'item':
        return t('comment.on.item')
      case 'gone':
        return t('comment.on.gone', shortened(place.quote))
      case 'passage':
        return t('comment.on.passage', shortened(place.quote))
    }
  }
  const name = () => {
    const comment = first()
    return comment ? authorOf(agenda, comment.person, comment.organisation, t('comment.former')).name : ''
  }
  const reply = async ({ text, mentions, organisation }: Written) => {
    const comment = first()
    if (!comment) return undefined
    const id = makeId<CommentId>()
    const wrong = await send({ id, item: comment.item, thread: props.thread, text, mentions, organisation })
    if (wrong === undefined) stopReplying()
    return wrong
  }
  const stopReplying = () => {
    setReplying(false)
    root.querySelector<HTMLElement>('[data-reply]')?.focus({ preventScroll: true })
  }
  const isHere = () => comments.active() === props.thread

  return (
    <div
      ref={root}
      class="oa-thread"
      classList={{ 'oa-thread--margin': props.inMargin, 'oa-thread--active': isHere() }}
      data-thread={props.thread}
      onFocusIn={() => comments.setActive(props.thread)}
      onPointerEnter={() => props.inMargin && comments.setActive(props.thread)}
    >
      <Show when={first()}>
        {(comment) => <CommentView comment={comment()} about={about()} onReply={() => setReplying(true)} />}
      </Show>
      <Show when={props.onShowPassage && comments.placeOf(props.thread).at === 'passage'}>
        <p class="oa-thread__passage">
          <button type="button" class="oa-link-button" onClick={() => props.onShowPassage?.()}>
            {t('comment.showInText')}
          </button>
        </p>
      </Show>
      <Show when={store.replies(props.thread).length > 0}>
        <ul class="oa-list oa-thread__replies" aria-label={t('comment.replies', store.replies(props.thread).length)}>
          <For each={store.replies(props.thread)}>
            {(id) => (
              <li>
                <Show when={store.comment(id)}>
                  {(comment) => <CommentView comment={comment()} onReply={() => setReplying(true)} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <WaitingComments of={(comment) => comment.thread === props.thread} />
      <Show when={isReplying()}>
        <CommentForm
          label={t('comment.form.reply', name())}
          go={t('comment.form.sendReply')}
          keep={`reply-${props.thread}`}
          asksCapacity
          focused
          onSend={reply}
          onCancel={stopReplying}
        />
      </Show>
    </div>
  )
}

const longestShown = 60

/** A quote in a few words: the whole of it stands in the text. */
export function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length <= longestShown ? line : `${line.slice(0, line.lastIndexOf(' ', longestShown) || longestShown)}…`
}
