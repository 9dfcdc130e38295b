import { createContext, createSignal, onCleanup, type ParentProps, Show, useContext } from 'solid-js'
import { useAnnounce } from './announcer.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { useLanguage } from './language.tsx'

type Toast = { text: string; action?: { label: string; icon?: IconName; run: () => void } }
type ShowToast = (toast: Toast) => void

const shownForMs = 12_000
const ToastContext = createContext<ShowToast>()

/**
 * What was just done, with a way back, for a while. It is also announced. Nothing depends on catching it: undo has its
 * own key and button.
 */
export function Toasts(props: ParentProps) {
  const { t } = useLanguage()
  const announce = useAnnounce()
  const [toast, setToast] = createSignal<Toast>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => setToast(undefined), shownForMs)
  }
  const hold = () => clearTimeout(timer)
  let before: EventTarget | null = null
  const enter = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    hold()
    const from = event.relatedTarget
    if (!(from instanceof Node && event.currentTarget.contains(from))) before = from
  }
  /** Who pressed something in it was somewhere before: the focus goes back there, and not with the toast. */
  const leave = () => {
    setToast(undefined)
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }
  onCleanup(hold)
  const show: ShowToast = (next) => {
    setToast(next)
    announce(next.text)
    wait()
  }
  return (
    <ToastContext.Provider value={show}>
      {props.children}
      <Show when={toast()}>
        {(shown) => (
          <div class="oa-toasts">
            <div class="oa-toast" onPointerEnter={hold} onPointerLeave={wait} onFocusIn={enter} onFocusOut={wait}>
              <span>{shown().text}</span>
              <Show when={shown().action}>
                {(action) => (
                  <button
                    type="button"
                    class="oa-button"
                    onClick={() => {
                      const { run } = action()
                      leave()
                      run()
                    }}
                  >
                    <Show when={action().icon}>{(icon) => <Icon name={icon()} />}</Show>
                    {action().label}
                  </button>
                )}
              </Show>
              <button
                type="button"
                class="oa-button oa-button--icon oa-toast__close"
                aria-label={t('board.dismiss')}
                onClick={leave}
              >
                <Icon name="close" />
              </button>
            </div>
          </div>
        )}
      </Show>
    </ToastContext.Provider>
  )
}

export function useToast(): ShowToast {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToast outside Toasts')
  return show
}
