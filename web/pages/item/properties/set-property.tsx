import { For, type JSX, Show } from 'solid-js'
import type { ItemSet } from '../../../../shared/document/layout.ts'
import { setInSet } from '../../../../shared/document/write.ts'
import { CheckboxSet } from '../fields/checkbox-set.tsx'
import { useItem } from '../item-context.ts'
import { Property } from './property.tsx'

type Props = {
  label: string
  set: ItemSet
  chosen: readonly string[]
  choices: readonly { id: string; label: () => JSX.Element }[]
  /** Short words stand after each other with commas, longer ones below each other. */
  inline?: boolean
}

/** A property that holds any number of known values. */
export function SetProperty(props: Props) {
  const { agenda, id } = useItem()
  const chosen = () => props.choices.filter((choice) => props.chosen.includes(choice.id))
  return (
    <Property label={props.label} field={props.set}>
      <CheckboxSet
        label={props.label}
        field={props.set}
        choices={props.choices.map((choice) => ({ id: choice.id, label: choice.label() }))}
        chosen={chosen().map((choice) => choice.id)}
        onSet={(value, present) => setInSet(agenda.doc, id, props.set, value, present)}
      >
        <span class={props.inline ? 'oa-value__inline' : 'oa-value__stack'}>
          <For each={chosen()}>
            {(choice, index) => (
              <span>
                {choice.label()}
                <Show when={props.inline && index() < chosen().length - 1}>, </Show>
              </span>
            )}
          </For>
        </span>
      </CheckboxSet>
    </Property>
  )
}
