import { For, Show } from 'solid-js'
import { type Comment, type ReactionKind, reactionKinds } from '../../../../shared/comment.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useFailure } from './failure.ts'
import { useItemComments } from './item-comments.ts'
import { nameOf } from './people.ts'

const icons: Record<ReactionKind, IconName> = { thumb: 'thumb', heart: 'heart', idea: 'bulb', question: 'question' }

/** What people think of a comment, in one press; who they are is said too. */
export function Reactions(props: { comment: Comment }) {
  const { t } = useLanguage()
  return (
    <fieldset class="oa-reactions" aria-label={t('comment.reaction.group')}>
      <For each={reactionKinds}>{(kind) => <Reaction comment={props.comment} kind={kind} />}</For>
    </fieldset>
  )
}

function Reaction(props: { comment: Comment; kind: ReactionKind }) {
  const { agenda, store, mayComment } = useItemComments()
  const { t } = useLanguage()
  const format = useFormat()
  const announce = useAnnounce()
  const failure = useFailure()
  const people = () => props.comment.reactions.find(({ kind }) => kind === props.kind)?.people ?? []
  const mine = () => people().includes(agenda.record.me.person)
  const word = () => t(`comment.reaction.${props.kind}`)
  const who = () => format.list(people().map((person) => nameOf(agenda, person, t('comment.former'))))
  const toggle = async () => {
    const wrong = failure(await store.react(props.comment.id, { kind: props.kind, on: !mine() }))
    if (wrong) announce(wrong)
  }
  return (
    <Show when={mayComment() || people().length > 0}>
      <button
        type="button"
        class="oa-chip oa-reaction"
        classList={{ 'oa-reaction--none': people().length === 0 }}
        aria-pressed={mine()}
        title={people().length > 0 ? t('comment.reaction.who', word(), who()) : word()}
        aria-disabled={mayComment() ? undefined : 'true'}
        onClick={() => mayComment() && void toggle()}
      >
        <Icon name={icons[props.kind]} />
        <span class="oa-visually-hidden">
          {people().length > 0 ? t('comment.reaction.who', word(), who()) : word()}
        </span>
        <Show when={people().length > 0}>
          <span>{people().length}</span>
        </Show>
      </button>
    </Show>
  )
}
