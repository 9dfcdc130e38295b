import { createSignal, createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { placePopover } from './place-popover.ts'

type PopoverProps = {
  /** What is on the button. */
  button: JSX.Element
  /** The button's name where its content is no text. */
  buttonLabel?: string
  /** The panel's name. */
  label: string
  class?: string
  pressed?: boolean
  children: JSX.Element
}

/** A button with a panel that floats over the page: for a few controls. Its content exists only while it is open. */
export function Popover(props: PopoverProps) {
  const [open, setOpen] = createSignal(false)
  const id = createUniqueId()
  let button!: HTMLButtonElement
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class ?? 'oa-button'}
        aria-label={props.buttonLabel}
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        data-pressed={props.pressed ? '' : undefined}
        onClick={() => setOpen(!open())}
      >
        {props.button}
      </button>
      <Show when={open()}>
        <Panel id={id} label={props.label} anchor={button} onClose={() => setOpen(false)}>
          {props.children}
        </Panel>
      </Show>
    </>
  )
}

function Panel(props: { id: string; label: string; anchor: HTMLElement; onClose: () => void; children: JSX.Element }) {
  let panel!: HTMLDivElement
  onMount(() => {
    panel.showPopover()
    onCleanup(placePopover(panel, props.anchor))
    panel.focus({ preventScroll: true })
  })
  return (
    <div
      ref={panel}
      id={props.id}
      class="oa-popover"
      // Not 'auto': its light dismissal would close on the press on the button, whose click would open it again.
      popover="manual"
      role="dialog"
      aria-label={props.label}
      tabindex="-1"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        props.anchor.focus()
        props.onClose()
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget
        if (to instanceof Node && !panel.contains(to) && to !== props.anchor) props.onClose()
      }}
    >
      <OutsidePress inside={() => [panel, props.anchor]} onPress={props.onClose} />
      {props.children}
    </div>
  )
}

/** Notices a press anywhere else. */
export function OutsidePress(props: { inside: () => Element[]; onPress: () => void }) {
  const press = (event: PointerEvent) => {
    const target = event.target
    if (target instanceof Node && !props.inside().some((element) => element.contains(target))) props.onPress()
  }
  document.addEventListener('pointerdown', press, true)
  onCleanup(() => document.removeEventListener('pointerdown', press, true))
  return null
}
