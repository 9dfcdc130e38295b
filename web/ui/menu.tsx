import { createContext, createSignal, type JSX, onCleanup, onMount, Show, useContext } from 'solid-js'
import { placePopover } from './place-popover.ts'
import { OutsidePress } from './popover.tsx'

type MenuProps = {
  /** What is on the button. */
  button: JSX.Element
  /** The name of the menu, and of the button where its content is no text. */
  label: string
  /** The button's own name, when it says more than its content and is not the menu's name. */
  buttonLabel?: string
  heading?: string
  class?: string
  children: JSX.Element
}

const MenuContext = createContext<{ choose: (action: () => void) => void }>()

/** A button with a menu: arrow keys, Home, End and first letters go through it, Escape and Tab close it. */
export function Menu(props: MenuProps) {
  const [open, setOpen] = createSignal(false)
  let button!: HTMLButtonElement
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class ?? 'oa-button'}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-label={props.buttonLabel}
        data-menu-button
        onClick={() => setOpen(!open())}
        onKeyDown={(event) => {
          if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {props.button}
      </button>
      <Show when={open()}>
        <MenuPanel label={props.label} heading={props.heading} anchor={button} onClose={() => setOpen(false)}>
          {props.children}
        </MenuPanel>
      </Show>
    </>
  )
}

type PanelProps = {
  label: string
  heading?: string | undefined
  anchor: HTMLElement
  onClose: () => void
  children: JSX.Element
}

/** The open menu of a button that is somewhere else. */
export function MenuPanel(props: PanelProps) {
  let panel!: HTMLDivElement
  const close = () => {
    props.anchor.focus({ preventScroll: true })
    props.onClose()
  }
  // Closed and refocused first: what the action opens then hands the focus back to the button, not to a lost item.
  const choose = (action: () => void) => {
    close()
    action()
  }
  const items = () => [...panel.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  onMount(() => {
    panel.showPopover()
    onCleanup(placePopover(panel, props.anchor))
    const isChoice = items()[0]?.getAttribute('role') === 'menuitemradio'
    const first = (isChoice && items().find((item) => item.ariaChecked === 'true')) || items()[0]
    ;(first ?? panel).focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const go = (index: number) => all[(index + all.length) % all.length]?.focus()
    event.stopPropagation()
    switch (event.key) {
      case 'Escape':
        close()
        break
      case 'Tab':
        close()
        return
      case 'ArrowDown':
        go(at + 1)
        break
      case 'ArrowUp':
        go(at - 1)
        break
      case 'Home':
        go(0)
        break
      case 'End':
        go(-1)
        break
      default: {
        if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return
        const letter = event.key.toLowerCase()
        const next = [...all.slice(at + 1), ...all].find((item) =>
          item.textContent?.trim().toLowerCase().startsWith(letter),
        )
        if (!next) return
        next.focus()
      }
    }
    event.preventDefault()
  }
  return (
    <div
      ref={panel}
      class="oa-popover oa-menu"
      popover="manual"
      role="menu"
      aria-label={props.label}
      tabindex="-1"
      onKeyDown={onKeyDown}
    >
      <OutsidePress inside={() => [panel, props.anchor]} onPress={props.onClose} />
      <Show when={props.heading}>
        {(heading) => (
          <p class="oa-menu__heading" role="presentation">
            {heading()}
          </p>
        )}
      </Show>
      <MenuContext.Provider value={{ choose }}>{props.children}</MenuContext.Provider>
    </div>
  )
}

type ItemProps = {
  onChoose: () => void
  /** Why it cannot be chosen now: it stays in the menu and says so. */
  disabled?: boolean
  /** For one of several choices: whether it is the present one. */
  checked?: boolean
  children: JSX.Element
}

export function MenuItem(props: ItemProps) {
  const menu = useContext(MenuContext)
  const kind = () =>
    props.checked === undefined
      ? { role: 'menuitem' as const }
      : { role: 'menuitemradio' as const, 'aria-checked': props.checked }
  return (
    <button
      type="button"
      class="oa-menu__item"
      {...kind()}
      aria-disabled={props.disabled ? 'true' : undefined}
      tabindex="-1"
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (!props.disabled) menu?.choose(props.onChoose)
      }}
    >
      {props.children}
    </button>
  )
}

export function MenuLine() {
  return <hr class="oa-menu__line" />
}
