import { createUniqueId, type JSX, onCleanup, onMount } from 'solid-js'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'

/**
 * A modal dialog: show it by rendering it, close it by no longer doing so. The focus returns to where it was, unless
 * the page has put it elsewhere.
 */
export function Dialog(props: { title: string; onClose: () => void; children: JSX.Element }) {
  const { t } = useLanguage()
  const title = createUniqueId()
  const before = document.activeElement
  let dialog!: HTMLDialogElement
  onMount(() => {
    dialog.tabIndex = -1
    dialog.showModal()
    // Reading begins at the dialog itself, not at its close button, unless a field asks for the focus.
    if (!dialog.querySelector('[autofocus]')) dialog.focus()
  })
  onCleanup(() => {
    if (dialog.open) dialog.close()
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  })
  return (
    <dialog
      ref={dialog}
      class="oa-dialog"
      aria-labelledby={title}
      onClose={() => props.onClose()}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        if (event.target === dialog && isOutside(dialog, event)) props.onClose()
      }}
    >
      <div class="oa-dialog__head">
        <h2 id={title}>{props.title}</h2>
        <button
          type="button"
          class="oa-button oa-button--quiet oa-button--icon"
          aria-label={t('board.close')}
          onClick={() => props.onClose()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="oa-dialog__body oa-stack">{props.children}</div>
    </dialog>
  )
}

function isOutside(dialog: HTMLDialogElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
