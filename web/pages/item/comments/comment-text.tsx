import { For, Show } from 'solid-js'
import type { Comment } from '../../../../shared/comment.ts'
import { useItemComments } from './item-comments.ts'
import { nameables, splitAtNames } from './mentions.ts'

/** What somebody said, with whom they named standing out. */
export function CommentText(props: { comment: Comment }) {
  const { agenda } = useItemComments()
  const names = () => {
    const { people, organisations } = props.comment.mentions
    const ids: readonly string[] = [...people, ...organisations]
    return nameables(agenda.record).flatMap(({ id, name }) => (ids.includes(id) ? name : []))
  }
  return (
    <p class="oa-said">
      <For each={splitAtNames(props.comment.text, names())}>
        {({ text, isName }) => (
          <Show when={isName} fallback={text}>
            <strong class="oa-mention">{text}</strong>
          </Show>
        )}
      </For>
    </p>
  )
}
