import { createResource, For, Show } from 'solid-js'
import type { CommentId } from '../../../../shared/ids.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useFormat } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useFailure } from './failure.ts'
import { useItemComments } from './item-comments.ts'

/** What a comment said before it was corrected. */
export function EarlierTextsDialog(props: { comment: CommentId; onClose: () => void }) {
  const { store } = useItemComments()
  const { t } = useLanguage()
  const format = useFormat()
  const failure = useFailure()
  const [answer] = createResource(() => store.earlierTexts(props.comment), { initialValue: undefined })
  const wrong = () => {
    const given = answer.latest
    return given && failure(given)
  }
  const texts = () => {
    const given = answer.latest
    return given?.ok ? given.value.texts : []
  }
  return (
    <Dialog title={t('comment.dialog.earlierTitle')} onClose={props.onClose}>
      <Show when={wrong()}>{(text) => <p role="alert">{text()}</p>}</Show>
      <ol class="oa-list oa-stack">
        <For each={texts()}>
          {({ text, until }) => (
            <li class="oa-stack oa-stack--tight">
              <p class="oa-small oa-subtle">
                <time datetime={until}>{t('comment.dialog.until', format.moment(until))}</time>
              </p>
              <blockquote class="oa-quote oa-said">{text}</blockquote>
            </li>
          )}
        </For>
      </ol>
    </Dialog>
  )
}
