import type { Command, EditorState } from 'prosemirror-state'
import { createSignal, For } from 'solid-js'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { toolbarActions } from './toolbar-actions.ts'

type Props = {
  label: string
  controls: string
  state: EditorState | undefined
  onRun: (command: Command) => void
  onLink: () => void
}

/** The marks and blocks of the text: one stop for Tab, the arrow keys go along the buttons. */
export function Toolbar(props: Props) {
  const { t } = useLanguage()
  const [current, setCurrent] = createSignal(0)
  let bar!: HTMLDivElement
  const go = (index: number) => {
    const next = (index + toolbarActions.length) % toolbarActions.length
    setCurrent(next)
    bar.querySelectorAll('button')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: current() + 1, ArrowLeft: current() - 1, Home: 0, End: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(step)
  }
  return (
    <div
      ref={bar}
      class="oa-toolbar"
      role="toolbar"
      aria-label={props.label}
      aria-controls={props.controls}
      onKeyDown={onKeyDown}
      // The text keeps its focus and selection while somebody presses a button with the mouse.
      onPointerDown={(event) => event.preventDefault()}
      on:mousedown={(event: MouseEvent) => event.preventDefault()}
    >
      <For each={toolbarActions}>
        {(action, index) => (
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t(`item.editor.${action.name}`)}
            title={t(`item.editor.${action.name}`)}
            aria-pressed={props.state ? action.isOn(props.state) : false}
            tabindex={index() === current() ? 0 : -1}
            onFocus={() => setCurrent(index())}
            onClick={() => {
              if (
                action.name === 'link' &&
                !(props.state && action.isOn(props.state) && props.state.selection.empty === false)
              ) {
                props.onLink()
              } else props.onRun(action.run)
            }}
          >
            <Icon name={action.icon} />
          </button>
        )}
      </For>
    </div>
  )
}
