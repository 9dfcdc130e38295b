import { createEffect, createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import { type Day, isDay } from '../../../../shared/date.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'

type Props = {
  label: string
  labelHidden?: boolean
  field: string
  value: Day | undefined
  onWrite: (day: Day | undefined) => void
  /** A day that must be there cannot be emptied. */
  required?: boolean
  class?: string
}

/** The browser's own field for a day. A day that is not finished or does not exist stays in the field, with a message. */
export function DateInput(props: Props) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const [problem, setProblem] = createSignal<string>()
  let input!: HTMLInputElement

  const write = (complain: boolean) => {
    const day = input.value
    const wrong = input.validity.badInput || (day !== '' && !isDay(day)) || (day === '' && props.required)
    if (wrong) {
      if (complain) setProblem(t('item.noSuchDay'))
      return
    }
    setProblem(undefined)
    const chosen = isDay(day) ? day : undefined
    if (chosen !== props.value) props.onWrite(chosen)
  }
  createEffect(() => {
    const day = props.value ?? ''
    if (input.value !== day && !problem()) input.value = day
  })
  // A panel can close, and take the field with it, before the field hears that it lost the focus.
  onMount(() => onCleanup(() => write(false)))

  return (
    <div class={`oa-field ${props.class ?? ''}`}>
      <label class="oa-field__label" classList={{ 'oa-visually-hidden': props.labelHidden }} for={id}>
        {props.label}
      </label>
      <input
        ref={input}
        id={id}
        class="oa-input oa-input--date"
        type="date"
        max="9999-12-31"
        data-field={props.field}
        data-empty={props.value === undefined ? '' : undefined}
        aria-invalid={problem() ? 'true' : undefined}
        aria-describedby={problem() ? `${id}-problem` : undefined}
        onChange={() => write(false)}
        onBlur={() => write(true)}
      />
      <Show when={problem()}>
        <span class="oa-field__error" id={`${id}-problem`} role="alert">
          <Icon name="late" small />
          {problem()}
        </span>
      </Show>
    </div>
  )
}
