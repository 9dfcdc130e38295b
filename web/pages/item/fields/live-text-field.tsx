import { createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import type * as Y from 'yjs'
import { longest } from '../../../../shared/document/longest.ts'
import { useItem } from '../item-context.ts'
import { bindLiveText } from './bind-live-text.ts'
import { onUndoKey } from './undo-keys.ts'

type Props = {
  text: Y.Text | undefined
  label: string
  field: string
  class?: string
  placeholder?: string
  /** Takes the focus as soon as it is there: somebody just made it. */
  focused?: boolean
  onEnter?: () => void
}

/** One line of live text that grows over more lines as it gets longer. */
export function LiveTextField(props: Props) {
  const { agenda } = useItem()
  const [value, setValue] = createSignal('')
  let area!: HTMLTextAreaElement
  createEffect(() => {
    if (props.text) onCleanup(bindLiveText(area, props.text, setValue))
  })
  onMount(() => {
    if (props.focused) area.focus()
  })
  return (
    <span class={`oa-grow ${props.class ?? ''}`} data-value={value() || props.placeholder}>
      <textarea
        ref={area}
        rows={1}
        maxlength={longest.line}
        aria-label={props.label}
        data-field={props.field}
        placeholder={props.placeholder}
        onFocus={() => agenda.undo.boundary()}
        on:beforeinput={(event: InputEvent) => {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
          event.preventDefault()
          if (event.inputType === 'historyUndo') agenda.undo.undo()
          else agenda.undo.redo()
        }}
        onKeyDown={(event) => {
          onUndoKey(event, agenda.undo)
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          props.onEnter?.()
        }}
      />
    </span>
  )
}
