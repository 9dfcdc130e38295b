import { createSignal, createUniqueId, For, onMount, Show } from 'solid-js'
import { hasBsn } from '../../../../shared/bsn.ts'
import { findCaseSigns } from '../../../../shared/case-words.ts'
import { longestComment, type Mentions } from '../../../../shared/comment.ts'
import type { OrganisationId } from '../../../../shared/ids.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItemComments } from './item-comments.ts'
import { createMentionList } from './mention-list.tsx'
import { mentionsIn, nameables } from './mentions.ts'
import { capacities } from './people.ts'

export type Written = { text: string; mentions: Mentions; organisation: OrganisationId }

type Props = {
  label: string
  go: string
  /** Under this name what was written stays on this device until it is sent. */
  keep: string
  /** What stands in it at first. */
  text?: string
  /** Offers the choice of organisation, for who may act for several. */
  asksCapacity?: boolean
  focused?: boolean
  /** Sends it; says what went wrong, in which case the text stays. */
  onSend: (written: Written) => Promise<string | undefined>
  onCancel?: () => void
  /** Above the field: what it is about. */
  children?: import('solid-js').JSX.Element
}

/** Where a comment, reply or correction is written. A citizen service number is refused before it leaves the device. */
export function CommentForm(props: Props) {
  const { agenda } = useItemComments()
  const { t } = useLanguage()
  const id = createUniqueId()
  const kept = `comment-draft/${agenda.record.id}/${props.keep}`
  const [text, setText] = createSignal(sessionStorage.getItem(kept) ?? props.text ?? '')
  const [organisation, setOrganisation] = createSignal(agenda.record.me.organisation)
  const [failure, setFailure] = createSignal<string>()
  const [isTried, setTried] = createSignal(false)
  const [isSending, setSending] = createSignal(false)
  const [isCaseFine, setCaseFine] = createSignal(false)
  let field!: HTMLTextAreaElement
  const names = createMentionList(
    () => field,
    () => nameables(agenda.record),
    id,
  )

  const over = () => text().trim().length - longestComment
  const problem = () => {
    if (hasBsn(text())) return t('comment.form.bsn')
    if (over() > 0) return t('comment.form.tooLong', over())
    if (isTried() && text().trim() === '') return t('comment.form.missing')
    return failure()
  }
  const looksLikeCase = () => !isCaseFine() && problem() === undefined && findCaseSigns(text()).length > 0
  const write = (value: string) => {
    setText(value)
    setFailure(undefined)
    if (value.trim() !== '') setTried(false)
    // What holds such a number is kept nowhere.
    if (value.trim() === '' || hasBsn(value)) sessionStorage.removeItem(kept)
    else sessionStorage.setItem(kept, value)
  }
  const send = async () => {
    setTried(true)
    if (isSending()) return
    if (problem() !== undefined) return field.focus()
    setSending(true)
    const said = text().trim()
    const mentions = mentionsIn(said, nameables(agenda.record))
    const wrong = await props.onSend({ text: said, mentions, organisation: organisation() })
    setSending(false)
    setTried(false)
    if (wrong !== undefined) {
      setFailure(wrong)
      return field.focus()
    }
    write('')
    field.value = ''
  }
  const cancel = () => {
    sessionStorage.removeItem(kept)
    props.onCancel?.()
  }
  onMount(() => {
    field.value = text()
    if (props.focused) field.focus()
  })

  return (
    <form
      class="oa-comment-form oa-stack oa-stack--tight"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void send()
        }
        if (event.key !== 'Escape' || event.defaultPrevented) return
        // Not the sheet: Escape in a field of text must not take the whole item away.
        event.preventDefault()
        event.stopPropagation()
        if (props.onCancel) cancel()
      }}
    >
      {props.children}
      <div class="oa-field">
        <label class="oa-field__label" for={id}>
          {props.label}
        </label>
        <textarea
          ref={field}
          id={id}
          class="oa-input oa-comment-form__text"
          rows={3}
          data-checks-numbers
          placeholder={t('comment.form.placeholder')}
          aria-invalid={problem() !== undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-autocomplete="list"
          aria-controls={names.controls()}
          aria-activedescendant={names.activeOption()}
          onInput={(event) => {
            write(event.currentTarget.value)
            names.look()
          }}
          onClick={() => names.look()}
          onKeyDown={(event) => names.onKeyDown(event)}
          onBlur={() => names.close()}
        />
        <names.List />
        <span class="oa-field__hint" id={`${id}-hint`}>
          {t('comment.form.hint')}
        </span>
        <span class="oa-field__error" id={`${id}-problem`} role="alert">
          <Show when={problem()}>
            <Icon name="late" small />
            <span>{problem()}</span>
          </Show>
        </span>
      </div>
      <Show when={looksLikeCase()}>
        <div class="oa-notice oa-notice--caution oa-notice--field" role="status">
          <Icon name="info" />
          <div class="oa-stack oa-stack--tight">
            <p>
              <strong>{t('comment.form.caseTitle')}</strong> {t('comment.form.case')}
            </p>
            <p>
              <button type="button" class="oa-button oa-button--quiet" onClick={() => setCaseFine(true)}>
                {t('comment.form.caseDismiss')}
              </button>
            </p>
          </div>
        </div>
      </Show>
      <Show when={props.asksCapacity && capacities(agenda).length > 1}>
        <div class="oa-field">
          <label class="oa-field__label" for={`${id}-as`}>
            {t('comment.form.as')}
          </label>
          <select
            class="oa-input"
            id={`${id}-as`}
            onChange={(event) => setOrganisation(event.currentTarget.value as OrganisationId)}
          >
            <For each={capacities(agenda)}>
              {(party) => (
                <option value={party.id} selected={party.id === organisation()}>
                  {party.name}
                </option>
              )}
            </For>
          </select>
        </div>
      </Show>
      <p class="oa-row">
        <button type="submit" class="oa-button oa-button--primary" aria-disabled={isSending() ? 'true' : undefined}>
          {props.go}
        </button>
        <Show when={props.onCancel}>
          <button type="button" class="oa-button oa-button--quiet" onClick={cancel}>
            {t('comment.form.cancel')}
          </button>
        </Show>
      </p>
    </form>
  )
}
