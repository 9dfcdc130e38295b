import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { CommentId } from '../../../../shared/ids.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { isTyping } from '../../../ui/single-keys.ts'
import type { Passages, SelectedText } from './passages.ts'

/** How long the selection must rest: while somebody drags or extends it, nothing jumps about. */
const restMs = 200
const gapPx = 8

type Props = {
  passages: Passages
  onComment: (selected: SelectedText) => void
  /** Leads to the comments on the passage in which somebody writes, where those do not stand beside it. */
  onThread: ((thread: CommentId) => void) | undefined
}

/** Stands beside what somebody selected in the text, and opens the form. On a phone it stands at the foot of the screen. */
export function SelectionButton(props: Props) {
  const { t } = useLanguage()
  const [selected, setSelected] = createSignal<SelectedText>()
  const [thread, setThread] = createSignal<CommentId>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      setSelected(props.passages.selected())
      const isWriting = props.onThread !== undefined && isTyping(document.activeElement)
      setThread(isWriting ? props.passages.threadAtCaret() : undefined)
    }, restMs)
  }
  const hide = () => setSelected(undefined)
  onMount(() => {
    document.addEventListener('selectionchange', look)
    document.addEventListener('scroll', look, { capture: true, passive: true })
    onCleanup(() => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('scroll', look, { capture: true })
    })
  })
  const place = (box: DOMRect) => {
    const above = box.top - gapPx * 6
    return {
      '--oa-selection-x': `${Math.max(gapPx, Math.min(box.left + box.width / 2, innerWidth - 80))}px`,
      '--oa-selection-y': `${above > 60 ? above : Math.min(box.bottom + gapPx, innerHeight - 60)}px`,
    }
  }
  return (
    <Show when={selected()} fallback={<ThreadButton />}>
      {(now) => (
        <button
          type="button"
          class="oa-button oa-button--primary oa-select-button"
          style={place(now().box)}
          // The selection stays as it is while the button is pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            const chosen = props.passages.selected() ?? now()
            hide()
            props.onComment(chosen)
          }}
        >
          <Icon name="comment" />
          {t('comment.selection.button')}
        </button>
      )}
    </Show>
  )

  function ThreadButton() {
    return (
      <Show when={thread()}>
        {(at) => (
          <button
            type="button"
            class="oa-button oa-select-button oa-select-button--foot"
            onClick={() => {
              const to = at()
              setThread(undefined)
              props.onThread?.(to)
            }}
          >
            <Icon name="comment" />
            {t('comment.selection.thread')}
          </button>
        )}
      </Show>
    )
  }
}
