import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { type CommentId, makeId } from '../../../../shared/ids.ts'
import { makeAnchor } from '../../../../shared/passage.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { CommentForm, type Written } from './comment-form.tsx'
import { focusComment } from './focus-comment.ts'
import { useItemComments } from './item-comments.ts'
import { useSend } from './send.ts'
import { sentencesOf } from './sentences.ts'
import { shortened } from './thread.tsx'

/** Where a thread is begun: on the chosen passage or on the whole item. */
export function NewComment(props: { where: 'margin' | 'section'; focused?: boolean }) {
  const comments = useItemComments()
  const { t } = useLanguage()
  const send = useSend()
  const anchor = () => (comments.chosenIn() === props.where ? comments.chosen() : undefined)
  const write = async ({ text, mentions, organisation }: Written) => {
    const id = makeId<CommentId>()
    const about = anchor()
    await send({ id, item: comments.item, text, mentions, organisation, ...(about && { anchor: about }) })
    comments.choose(undefined)
    focusComment(id)
    return undefined
  }
  const stop = () => {
    const quote = anchor()
    comments.choose(undefined)
    if (quote) comments.passages()?.backToText(quote.field)
  }
  return (
    <div class="oa-new-comment" classList={{ 'oa-thread oa-thread--margin': props.where === 'margin' }}>
      <CommentForm
        label={t('comment.form.label')}
        go={t('comment.form.send')}
        keep={`new-${comments.item}`}
        asksCapacity
        focused={props.focused === true}
        onSend={write}
        {...(props.where === 'margin' && { onCancel: stop })}
      >
        <Show when={props.where === 'section'} fallback={<Quote />}>
          <About />
        </Show>
      </CommentForm>
    </div>
  )

  function Quote() {
    return (
      <Show when={anchor()}>{(about) => <blockquote class="oa-quote">{shortened(about().quote)}</blockquote>}</Show>
    )
  }
}

/** What the comment is about, to choose from a list: who cannot select text can comment on a sentence all the same. */
function About() {
  const comments = useItemComments()
  const { agenda, item } = comments
  const { t, language } = useLanguage()
  const id = createUniqueId()
  const sentences = createMemo(() => sentencesOf(comments.textOf('body'), language()))
  const title = () => comments.textOf('title')
  const anchor = () => (comments.chosenIn() === 'section' ? comments.chosen() : undefined)
  const value = () => {
    const chosen = anchor()
    if (!chosen) return 'item'
    if (chosen.field === 'title' && chosen.quote === title().trim()) return 'title'
    const at = comments.chosenAt()
    const sentence = sentences().findIndex(({ from, to }) => from === at?.from && to === at.to)
    return chosen.field === 'body' && sentence !== -1 ? String(sentence) : 'chosen'
  }
  const choose = (choice: string) => {
    if (choice === 'chosen') return
    const sentence = sentences()[Number(choice)]
    if (choice === 'title') comments.choose(makeAnchor(agenda.doc, item, 'title', 0, title().length))
    else if (choice !== 'item' && sentence) {
      comments.choose(makeAnchor(agenda.doc, item, 'body', sentence.from, sentence.to))
    } else comments.choose(undefined)
  }
  return (
    <div class="oa-field">
      <label class="oa-field__label" for={id}>
        {t('comment.form.about')}
      </label>
      <select class="oa-input oa-new-comment__about" id={id} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="item" selected={value() === 'item'}>
          {t('comment.form.aboutItem')}
        </option>
        <Show when={value() === 'chosen' && anchor()}>
          {(chosen) => (
            <option value="chosen" selected>
              {t('comment.form.aboutChosen', shortened(chosen().quote))}
            </option>
          )}
        </Show>
        <Show when={title().trim() !== ''}>
          <option value="title" selected={value() === 'title'}>
            {t('comment.form.aboutTitle', shortened(title()))}
          </option>
        </Show>
        <Show when={sentences().length > 0}>
          <optgroup label={t('comment.form.aboutSentence')}>
            <For each={sentences()}>
              {({ text }, index) => (
                <option value={index()} selected={value() === String(index())}>
                  {shortened(text)}
                </option>
              )}
            </For>
          </optgroup>
        </Show>
      </select>
    </div>
  )
}
