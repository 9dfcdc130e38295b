import { createUniqueId, For, Show } from 'solid-js'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItemComments } from './item-comments.ts'
import { NewComment } from './new-comment.tsx'
import { Thread } from './thread.tsx'
import { WaitingComments } from './waiting-comments.tsx'

/** The comments under the text: those on the whole item, and on narrow sheets those on its passages too. */
export function CommentsSection() {
  const comments = useItemComments()
  const { store, item } = comments
  const { t } = useLanguage()
  const headingId = createUniqueId()
  const { inMargin } = comments
  const here = () => {
    const beside = new Set(inMargin())
    return comments.threads().filter((id) => !beside.has(id))
  }
  const count = () => comments.threads().reduce((sum, id) => sum + 1 + store.replies(id).length, 0)
  return (
    <section class="oa-sheet__section oa-comments" aria-labelledby={headingId} data-comments>
      <div class="oa-row oa-row--apart">
        <h2 id={headingId} tabindex="-1">
          {t('comment.heading')}{' '}
          <Show when={count() > 0}>
            <span class="oa-column__count">{count()}</span>
          </Show>
        </h2>
        <Show when={comments.mayComment()}>
          <button
            type="button"
            class="oa-button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => comments.commentOnSelection()}
          >
            <Icon name="comment" />
            {t('comment.selection.fromSection')}
          </button>
        </Show>
      </div>
      <Show when={inMargin().length > 0}>
        <p class="oa-subtle">{t('comment.inMargin', inMargin().length)}</p>
      </Show>
      <Show when={count() === 0}>
        <p class="oa-subtle">{store.isKnown() ? t('comment.empty') : t('comment.loading')}</p>
      </Show>
      <Show when={here().length > 0}>
        <ul class="oa-list oa-threads">
          <For each={here()}>
            {(id) => (
              <li>
                <Thread thread={id} onShowPassage={() => comments.passages()?.show(id)} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <WaitingComments of={(comment) => comment.item === item && comment.thread === undefined} />
      <Show when={comments.mayComment()}>
        <NewComment where="section" />
      </Show>
    </section>
  )
}
