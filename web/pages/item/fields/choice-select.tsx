import { For, type JSX, Show } from 'solid-js'

export type Choice<Value extends string> = { value: Value; label: string }

type Props<Value extends string> = {
  label: string
  field: string
  value: Value | undefined
  choices: readonly Choice<Value>[]
  /** What the empty choice is called; without it there is none. */
  none?: string
  /** What an unknown value is called: somebody who is no longer at the table. */
  unknown?: string
  mark?: JSX.Element
  onChoose: (value: Value | undefined) => void
}

/** A value that reads as text and is the browser's own select: edited where it stands. */
export function ChoiceSelect<Value extends string>(props: Props<Value>) {
  const isUnknown = () => props.value !== undefined && !props.choices.some(({ value }) => value === props.value)
  return (
    <span class="oa-value">
      {props.mark}
      <select
        aria-label={props.label}
        data-field={props.field}
        data-empty={props.value === undefined ? '' : undefined}
        onChange={(event) =>
          props.onChoose(props.choices.find(({ value }) => value === event.currentTarget.value)?.value)
        }
      >
        <Show when={props.none !== undefined}>
          <option value="" selected={props.value === undefined}>
            {props.none}
          </option>
        </Show>
        <Show when={isUnknown()}>
          <option value={props.value} selected>
            {props.unknown ?? props.value}
          </option>
        </Show>
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} selected={choice.value === props.value}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
    </span>
  )
}
