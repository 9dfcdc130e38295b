import { createSignal, For, Show } from 'solid-js'
import { type CommentId, makeId } from '../../../../shared/ids.ts'
import type { WaitingComment } from '../../../live/offline.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { CommentForm, type Written } from './comment-form.tsx'
import { useItemComments } from './item-comments.ts'
import { useSend } from './send.ts'

/** What was written here and is not with the others yet: it waits for a connection, or was refused and says why. */
export function WaitingComments(props: { of: (comment: WaitingComment) => boolean }) {
  const { store, item } = useItemComments()
  const ids = () =>
    store
      .waiting()
      .filter((comment) => comment.item === item && props.of(comment))
      .map(({ id }) => id)
  return (
    <Show when={ids().length > 0}>
      <ul class="oa-list oa-waiting">
        <For each={ids()}>
          {(id) => (
            <li id={`waiting-${id}`} tabindex="-1">
              <Show when={store.waiting().find((comment) => comment.id === id)}>
                {(comment) => <Waiting comment={comment()} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Waiting(props: { comment: WaitingComment }) {
  const { store } = useItemComments()
  const { t } = useLanguage()
  const send = useSend()
  const [isEditing, setEditing] = createSignal(false)
  const again = async ({ text, mentions, organisation }: Written) => {
    const { at: _at, refused: _refused, ...comment } = props.comment
    store.discard(comment.id)
    return send({ ...comment, id: makeId<CommentId>(), text, mentions, organisation })
  }
  return (
    <div class="oa-notice oa-notice--caution oa-waiting__one">
      <Icon name={props.comment.refused === undefined ? 'offline' : 'late'} />
      <div class="oa-stack oa-stack--tight">
        <Show when={props.comment.refused} fallback={<p class="oa-small">{t('comment.waiting.waits')}</p>}>
          {(why) => (
            <p role="alert">
              <strong>{t('comment.waiting.refused')}</strong> {why()} {t('comment.waiting.kept')}
            </p>
          )}
        </Show>
        <Show
          when={isEditing()}
          fallback={
            <>
              <blockquote class="oa-said">{props.comment.text}</blockquote>
              <p class="oa-row">
                <Show
                  when={props.comment.refused}
                  fallback={
                    <button type="button" class="oa-button oa-button--quiet" onClick={() => void store.sendWaiting()}>
                      {t('comment.waiting.retry')}
                    </button>
                  }
                >
                  <button type="button" class="oa-button oa-button--quiet" onClick={() => setEditing(true)}>
                    {t('comment.waiting.edit')}
                  </button>
                </Show>
                <button
                  type="button"
                  class="oa-button oa-button--quiet"
                  onClick={() => store.discard(props.comment.id)}
                >
                  {t('comment.waiting.discard')}
                </button>
              </p>
            </>
          }
        >
          <CommentForm
            label={t('comment.form.correct')}
            go={t('comment.form.send')}
            keep={`waiting-${props.comment.id}`}
            text={props.comment.text}
            asksCapacity
            focused
            onSend={again}
            onCancel={() => setEditing(false)}
          />
        </Show>
      </div>
    </div>
  )
}
