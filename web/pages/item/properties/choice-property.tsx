import { type JSX, Show } from 'solid-js'
import { type Choice, ChoiceSelect } from '../fields/choice-select.tsx'
import { useItem } from '../item-context.ts'
import { Property } from './property.tsx'

type Props<Value extends string> = {
  label: string
  field: string
  value: Value | undefined
  choices: readonly Choice<Value>[]
  none?: string
  mark?: JSX.Element
  onChoose: (value: Value | undefined) => void
}

/** A property with one of a few values. */
export function ChoiceProperty<Value extends string>(props: Props<Value>) {
  const { mayEdit } = useItem()
  const reading = () => props.choices.find(({ value }) => value === props.value)?.label
  return (
    <Property label={props.label} field={props.field}>
      <Show
        when={mayEdit()}
        fallback={
          <>
            {props.mark}
            <span classList={{ 'oa-subtle': reading() === undefined }}>{reading() ?? props.none}</span>
          </>
        }
      >
        <ChoiceSelect {...props} />
      </Show>
    </Property>
  )
}
