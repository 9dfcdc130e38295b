import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'

type CellProps = {
  /** What is chosen here, and of which item: the name of the cell for who cannot see its column. */
  what: string
  name: string
  value: string
  shown: string
  mark?: JSX.Element
  isNone?: boolean
  /** A short value that stays on one line. */
  fixed?: boolean
  choices: () => { value: string; label: string }[]
  onChoose: (value: string) => void
}

/** A value that turns into a list of choices when it is pressed: a thousand open lists would be slow to draw. */
export function ChoiceCell(props: CellProps) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const [choosing, setChoosing] = createSignal(false)
  let button: HTMLButtonElement | undefined
  const close = (returnFocus: boolean) => {
    setChoosing(false)
    if (returnFocus) button?.focus()
  }
  return (
    <td data-label={props.what} classList={{ 'oa-table__fixed': props.fixed }}>
      <Show
        when={agenda.mayEdit()}
        fallback={
          <span class="oa-cell" classList={{ 'oa-cell--none': props.isNone }}>
            <Value {...props} />
          </span>
        }
      >
        <Show
          when={choosing()}
          fallback={
            <button
              ref={button}
              type="button"
              class="oa-cell"
              classList={{ 'oa-cell--none': props.isNone }}
              aria-label={t('board.table.change', props.what, props.name, props.shown)}
              onClick={() => setChoosing(true)}
            >
              <Value {...props} />
            </button>
          }
        >
          <ChoiceList {...props} onClose={close} />
        </Show>
      </Show>
    </td>
  )
}

function Value(props: CellProps) {
  return (
    <Show when={props.mark && !props.isNone} fallback={props.shown}>
      {props.mark}
    </Show>
  )
}

function ChoiceList(props: CellProps & { onClose: (returnFocus: boolean) => void }) {
  const { t } = useLanguage()
  let list!: HTMLSelectElement
  let chosen = false
  onMount(() => {
    list.focus()
    // Opens at once where the browser can; elsewhere it is one more press.
    try {
      list.showPicker()
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  })
  return (
    <select
      ref={list}
      class="oa-input"
      aria-label={t('board.table.of', props.what, props.name)}
      value={props.value}
      onChange={(event) => {
        chosen = true
        props.onChoose(event.currentTarget.value)
        props.onClose(true)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onClose(true)
      }}
      onBlur={() => {
        if (!chosen) props.onClose(false)
      }}
    >
      <For each={props.choices()}>
        {(choice) => (
          <option value={choice.value} selected={choice.value === props.value}>
            {choice.label}
          </option>
        )}
      </For>
    </select>
  )
}
