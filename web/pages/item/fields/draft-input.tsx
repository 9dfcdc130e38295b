import { createEffect, createSignal, createUniqueId, on, onCleanup, onMount, Show } from 'solid-js'
import { longest } from '../../../../shared/document/longest.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItem } from '../item-context.ts'
import { type Draft, type Meanwhile, settle, shown, textOf, typed, written } from './draft.ts'

type Props = {
  label: string
  labelHidden?: boolean
  hint?: string
  field: string
  value: string
  /** Writes the text, or says what is wrong with it; then the text stays in the field and nothing is written. */
  onWrite: (text: string) => string | undefined
  /** What is to be known before this text is kept; then it is kept on leaving the field or with Enter, not after a pause. */
  warning?: (text: string) => string | undefined
  /** Grows over more lines as the text gets longer. */
  grows?: boolean
  inputMode?: 'text' | 'decimal' | 'url'
  placeholder?: string
  class?: string
  focused?: boolean
}

/** Long enough to type on, short enough to call it live. */
const pauseMs = 500

/** A field for a plain value: written after a pause, on leaving it and with Enter. */
export function DraftInput(props: Props) {
  const { agenda } = useItem()
  const { t } = useLanguage()
  const id = createUniqueId()
  const [draft, setDraft] = createSignal<Draft>(shown)
  const [problem, setProblem] = createSignal<string>()
  const [warning, setWarning] = createSignal<string>()
  const [meanwhile, setMeanwhile] = createSignal<Meanwhile>()
  let input!: HTMLInputElement | HTMLTextAreaElement
  let timer: ReturnType<typeof setTimeout> | undefined

  /** `typing`: the field goes on being typed in, so that nothing in it may change and nobody needs a complaint yet. */
  const write = (typing: boolean) => {
    clearTimeout(timer)
    const outcome = settle(draft(), props.value)
    if (outcome.write !== undefined) {
      const wrong = props.onWrite(outcome.write)
      if (wrong) {
        if (!typing) setProblem(wrong)
        return
      }
      if (outcome.meanwhile) setMeanwhile(outcome.meanwhile)
    }
    setProblem(undefined)
    if (!typing) setWarning(undefined)
    setDraft(typing ? written(draft(), props.value) : shown)
  }
  const leave = () => {
    setMeanwhile(undefined)
    input.focus()
  }
  // The caret stays where it is when a colleague changes the value of a field that I only look at.
  createEffect(
    on(
      () => textOf(draft(), props.value),
      (text) => {
        if (input.value === text) return
        const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0]
        input.value = text
        if (document.activeElement === input) input.setSelectionRange(start, end)
      },
    ),
  )
  const shared = {
    id,
    ref: (element: HTMLInputElement | HTMLTextAreaElement) => {
      input = element
    },
    autocomplete: 'off' as const,
    maxlength: longest.value,
    get placeholder() {
      return props.placeholder
    },
    get 'data-field'() {
      return props.field
    },
    get 'aria-invalid'() {
      return problem() ? ('true' as const) : undefined
    },
    get 'aria-describedby'() {
      return (
        [props.hint && `${id}-hint`, problem() && `${id}-problem`, warning() && `${id}-warning`]
          .filter(Boolean)
          .join(' ') || undefined
      )
    },
    onFocus: () => agenda.undo.boundary(),
    onInput: (event: InputEvent) => {
      setDraft(typed(draft(), input.value, props.value))
      setWarning(props.warning?.(input.value))
      if (!event.isComposing) setMeanwhile(undefined)
      clearTimeout(timer)
      if (!warning()) timer = setTimeout(() => write(true), pauseMs)
    },
    onBlur: () => write(false),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing) return
      if (props.grows) event.preventDefault()
      write(false)
    },
  }
  onMount(() => {
    if (props.focused) input.focus()
  })
  onCleanup(() => write(true))

  return (
    <div class={`oa-field ${props.class ?? ''}`}>
      <label class="oa-field__label" classList={{ 'oa-visually-hidden': props.labelHidden }} for={id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <span class="oa-field__hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
      <Show
        when={props.grows}
        fallback={<input {...shared} type="text" inputmode={props.inputMode} class="oa-input" />}
      >
        <span class="oa-grow" data-value={textOf(draft(), props.value) || props.placeholder}>
          <textarea {...shared} rows={1} />
        </span>
      </Show>
      <Show when={problem()}>
        <span class="oa-field__error" id={`${id}-problem`} role="alert">
          <Icon name="late" small />
          {problem()}
        </span>
      </Show>
      <Show when={props.warning}>
        <span class="oa-field__warning" id={`${id}-warning`} role="status">
          {warning()}
        </span>
      </Show>
      <Show when={meanwhile()}>
        {(both) => (
          <div class="oa-notice oa-notice--accent oa-notice--field" role="status">
            <Icon name="info" />
            <div class="oa-stack oa-stack--tight">
              <p>{t('item.meanwhile', { theirs: both().theirs })}</p>
              <p class="oa-row">
                <button
                  type="button"
                  class="oa-button"
                  onClick={() => {
                    props.onWrite(both().theirs)
                    leave()
                  }}
                >
                  {t('item.takeTheirs')}
                </button>
                <button type="button" class="oa-button oa-button--quiet" onClick={leave}>
                  {t('item.keepMine')}
                </button>
              </p>
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}
