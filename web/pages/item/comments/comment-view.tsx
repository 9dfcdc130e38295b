import { createSignal, createUniqueId, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { Comment } from '../../../../shared/comment.ts'
import type { CommentId } from '../../../../shared/ids.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { PersonMark } from '../../../ui/person-mark.tsx'
import { AnswerView } from './answer-view.tsx'
import { CommentForm } from './comment-form.tsx'
import { type CommentDialog, CommentMenu } from './comment-menu.tsx'
import { CommentText } from './comment-text.tsx'
import { useFailure } from './failure.ts'
import { useItemComments } from './item-comments.ts'
import { authorOf, nameOf } from './people.ts'
import { Reactions } from './reactions.tsx'
import { watchSeen } from './seen.ts'

const CommentDialogs = lazy(async () => ({ default: (await import('./comment-dialogs.tsx')).CommentDialogs }))

type Props = {
  comment: Comment
  /** What it is about, for the comment that began a thread. */
  about?: string
  onReply: (id: CommentId) => void
}

/** One comment: who, when, what they said, what others think of it, and what was done with it. */
export function CommentView(props: Props) {
  const comments = useItemComments()
  const { agenda, store } = comments
  const { t } = useLanguage()
  const format = useFormat()
  const announce = useAnnounce()
  const failure = useFailure()
  const headingId = createUniqueId()
  const [dialog, setDialog] = createSignal<CommentDialog>()
  const [isCorrecting, setCorrecting] = createSignal(false)
  let article!: HTMLElement
  const author = () => authorOf(agenda, props.comment.person, props.comment.organisation, t('comment.former'))
  const state = () => props.comment.state
  const isShown = () => state().state === 'shown'
  const isContribution = () => props.comment.id === props.comment.thread && author().kind === 'parent-organisation'
  const answer = () => props.comment.answer
  const stopCorrecting = () => {
    setCorrecting(false)
    article.focus({ preventScroll: true })
  }

  return (
    <article
      ref={(element) => {
        article = element
        watchSeen(element, comments, () => props.comment)
      }}
      class="oa-comment"
      classList={{ 'oa-comment--new': comments.isNew(props.comment) }}
      id={`comment-${props.comment.id}`}
      tabindex="-1"
      aria-labelledby={headingId}
    >
      <PersonMark name={author().name} initials={author().initials} kind={author().kind} hidden />
      <div class="oa-comment__who">
        <h3 id={headingId}>
          {author().name}
          <Show when={comments.isNew(props.comment)}>
            {' '}
            <span class="oa-badge oa-badge--caution">{t('comment.unread')}</span>
          </Show>
        </h3>
        <p class="oa-small oa-subtle">
          <time datetime={props.comment.at}>{format.moment(props.comment.at)}</time>
          <Show when={props.about}>{(about) => <>, {about()}</>}</Show>
          <Show when={props.comment.editedAt && isShown()}>
            {', '}
            <button
              type="button"
              class="oa-link-button"
              aria-label={t('comment.editedShow')}
              onClick={() => setDialog('earlier')}
            >
              {t('comment.edited')}
            </button>
          </Show>
        </p>
      </div>
      <Switch>
        <Match when={isCorrecting()}>
          <CommentForm
            label={t('comment.form.correct')}
            go={t('comment.form.save')}
            keep={`correct-${props.comment.id}`}
            text={props.comment.text}
            focused
            onSend={async ({ text, mentions }) => {
              const wrong = failure(await store.correct(props.comment.id, { text, mentions }))
              if (wrong !== undefined) return wrong
              stopCorrecting()
              announce(t('comment.form.corrected'))
              return undefined
            }}
            onCancel={stopCorrecting}
          />
        </Match>
        <Match when={isShown()}>
          <CommentText comment={props.comment} />
        </Match>
        <Match when={true}>
          <NotShown comment={props.comment} />
        </Match>
      </Switch>
      <Show when={answer()}>
        {(given) => (
          <AnswerView
            answer={given()}
            by={authorOf(agenda, given().person, given().organisation, t('comment.former')).name}
          />
        )}
      </Show>
      <Show when={isShown() && !isCorrecting()}>
        <Reactions comment={props.comment} />
        <Show when={isContribution() && comments.mayAnswer()}>
          <p>
            <button type="button" class="oa-button" onClick={() => setDialog('answer')}>
              {answer() ? t('comment.answer.change') : t('comment.answer.give')}
            </button>
          </p>
        </Show>
        <Show when={comments.mayComment()}>
          <p class="oa-row oa-comment__actions">
            <button
              type="button"
              class="oa-button oa-button--quiet"
              data-reply
              onClick={() => props.onReply(props.comment.thread)}
            >
              {t('comment.reply')}
            </button>
            <CommentMenu
              comment={props.comment}
              author={author().name}
              onCorrect={() => setCorrecting(true)}
              onDialog={setDialog}
            />
          </p>
        </Show>
      </Show>
      <Suspense>
        <Show when={dialog()} keyed>
          {(open) => <CommentDialogs comment={props.comment} dialog={open} onClose={() => setDialog(undefined)} />}
        </Show>
      </Suspense>
    </article>
  )
}

/** A comment that is withdrawn, hidden or reported: it says so, and by whom; who may read it nonetheless can. */
function NotShown(props: { comment: Comment }) {
  const comments = useItemComments()
  const { agenda, store } = comments
  const { t } = useLanguage()
  const announce = useAnnounce()
  const failure = useFailure()
  const name = (person: Parameters<typeof nameOf>[1]) => nameOf(agenda, person, t('comment.former'))
  const sentence = () => {
    const { state } = props.comment
    switch (state.state) {
      case 'withdrawn':
        return t('comment.state.withdrawn')
      case 'hidden':
        return t('comment.state.hidden', name(state.by), state.reason)
      case 'reported':
        return `${t('comment.state.reported')} ${t('comment.state.reportedBy', name(state.by))}`
      default:
        return ''
    }
  }
  const mayRestore = () =>
    props.comment.state.state === 'withdrawn'
      ? comments.mayComment() && props.comment.person === agenda.record.me.person
      : comments.mayModerate()
  const restore = async () => {
    const wrong = failure(await store.setState(props.comment.id, { state: 'shown' }))
    announce(wrong ?? t('comment.restored'))
    document.getElementById(`comment-${props.comment.id}`)?.focus({ preventScroll: true })
  }
  return (
    <div class="oa-stack oa-stack--tight">
      <p class="oa-comment__state">
        <Icon name={props.comment.state.state === 'reported' ? 'late' : 'eye-off'} small />
        <span>{sentence()}</span>
      </p>
      <Show when={props.comment.text !== ''}>
        <details>
          <summary>{t('comment.state.show')}</summary>
          <CommentText comment={props.comment} />
        </details>
      </Show>
      <Show when={mayRestore()}>
        <p>
          <button type="button" class="oa-button" onClick={() => void restore()}>
            <Icon name="undo" />
            {t('comment.restore')}
          </button>
        </p>
      </Show>
    </div>
  )
}
