import { Show } from 'solid-js'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { focusComment } from './focus-comment.ts'
import { useItemComments } from './item-comments.ts'

/** Under the title: how many comments there are, how many are new, and the way to them. */
export function CommentsHere() {
  const comments = useItemComments()
  const { store } = comments
  const { t } = useLanguage()
  const all = () => comments.threads().flatMap((thread) => [thread, ...store.replies(thread)])
  const fresh = () =>
    all().filter((id) => {
      const comment = store.comment(id)
      return comment && comments.isNew(comment)
    })
  const onTitle = () =>
    comments.threads().filter((thread) => {
      const place = comments.placeOf(thread)
      return place.at === 'passage' && place.field === 'title'
    })
  const go = (id: string | undefined) => id && focusComment(id)
  return (
    <Show when={all().length > 0}>
      <p class="oa-row oa-row--facts oa-comments-here">
        <button type="button" class="oa-link-button" onClick={() => go(fresh()[0] ?? all()[0])}>
          <Icon name="comment" small />
          {fresh().length > 0
            ? `${t('comment.count', all().length)}, ${t('comment.fresh', fresh().length)}`
            : t('comment.count', all().length)}
        </button>
        <Show when={onTitle().length > 0}>
          <button type="button" class="oa-link-button oa-comments-here__title" onClick={() => go(onTitle()[0])}>
            {t('comment.onTitle', onTitle().length)}
          </button>
        </Show>
      </p>
    </Show>
  )
}
