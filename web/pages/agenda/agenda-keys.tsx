import { useNavigate } from '@solidjs/router'
import {
  createContext,
  createSignal,
  lazy,
  onCleanup,
  onMount,
  type ParentProps,
  Show,
  Suspense,
  useContext,
} from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { isTyping, singleKeys } from '../../ui/single-keys.ts'
import { useBoard } from '../board/board-state.tsx'
import { useAddresses } from './addresses.ts'
import { useUndo } from './undo-buttons.tsx'

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }))
const KeysContext = createContext<{ showKeys: () => void }>()

/** The keys that work anywhere on an agenda. What takes text, a menu or a dialog keeps its keys to itself. */
export function AgendaKeys(props: ParentProps) {
  const agenda = useAgenda()
  const addresses = useAddresses()
  const board = useBoard()
  const navigate = useNavigate()
  const steps = useUndo()
  const [shown, setShown] = createSignal(false)

  const single = (event: KeyboardEvent): boolean => {
    if (!singleKeys() || event.ctrlKey || event.metaKey || event.altKey) return false
    switch (event.key) {
      case 'n':
        return agenda.mayEdit() && focusOn('[data-new-item="joint"]')
      case '/':
        return focusOn('[data-search]')
      case '?':
        setShown(true)
        return true
      default:
        return false
    }
  }
  const undoOrRedo = (event: KeyboardEvent): boolean => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !agenda.mayEdit()) return false
    const key = event.key.toLowerCase()
    if (key === 'z') (event.shiftKey ? steps.redo : steps.undo)()
    else if (key === 'y' && !event.shiftKey) steps.redo()
    else return false
    return true
  }
  const closeItem = (event: KeyboardEvent): boolean => {
    const open = addresses.openItem()
    if (event.key !== 'Escape' || open === undefined) return false
    navigate(board.viewHref(), { scroll: false })
    requestAnimationFrame(() => focusOn(`[data-item="${CSS.escape(open)}"] a`))
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
    if (isTyping(event.target)) return
    if (single(event) || undoOrRedo(event) || closeItem(event)) event.preventDefault()
  }
  onMount(() => {
    document.addEventListener('keydown', onKeyDown)
    onCleanup(() => document.removeEventListener('keydown', onKeyDown))
  })

  return (
    <KeysContext.Provider value={{ showKeys: () => setShown(true) }}>
      {props.children}
      <Show when={shown()}>
        <Suspense>
          <KeysDialog onClose={() => setShown(false)} />
        </Suspense>
      </Show>
    </KeysContext.Provider>
  )
}

export function useAgendaKeys() {
  const keys = useContext(KeysContext)
  if (!keys) throw new Error('useAgendaKeys outside AgendaKeys')
  return keys
}

/** Puts the focus on the first such element that can be seen. */
function focusOn(selector: string): boolean {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find((found) => found.checkVisibility())
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  element?.focus()
  return element !== undefined
}
