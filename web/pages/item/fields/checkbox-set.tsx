import { For, type JSX, Show } from 'solid-js'
import { useLanguage } from '../../../ui/language.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useItem } from '../item-context.ts'

export type SetChoice = { id: string; label: JSX.Element }

type Props = {
  label: string
  field: string
  choices: readonly SetChoice[]
  chosen: readonly string[]
  /** How what is chosen reads on the sheet. */
  children: JSX.Element
  onSet: (id: string, present: boolean) => void
}

/** A set of values: reads as text, and opens as a group of checkboxes. */
export function CheckboxSet(props: Props) {
  const { mayEdit } = useItem()
  const { t } = useLanguage()
  const reading = () => (
    <Show when={props.chosen.length > 0} fallback={<span class="oa-subtle">{t('item.none')}</span>}>
      {props.children}
    </Show>
  )
  return (
    <Show when={mayEdit()} fallback={reading()}>
      <Popover
        class="oa-value oa-value--button"
        label={props.label}
        button={
          <>
            <span class="oa-visually-hidden">{t('item.change', { what: props.label })}: </span>
            {reading()}
          </>
        }
      >
        <fieldset class="oa-fieldset oa-choices" data-field={props.field}>
          <legend>{props.label}</legend>
          <For each={props.choices} fallback={<p class="oa-subtle">{t('item.nothingToChoose')}</p>}>
            {(choice) => (
              <label class="oa-check">
                <input
                  type="checkbox"
                  checked={props.chosen.includes(choice.id)}
                  onChange={(event) => props.onSet(choice.id, event.currentTarget.checked)}
                />
                <span>{choice.label}</span>
              </label>
            )}
          </For>
        </fieldset>
      </Popover>
    </Show>
  )
}
