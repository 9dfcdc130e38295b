import { createMemo, createSignal, For, Show } from 'solid-js'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { matching, mentionAt, type Nameable } from './mentions.ts'

/**
 * The list of names under a text field while somebody types one after an @. The focus stays in the field: arrows go
 * through the list, Enter and Tab take a name, Escape closes it.
 */
export function createMentionList(field: () => HTMLTextAreaElement, all: () => readonly Nameable[], id: string) {
  const { t } = useLanguage()
  const announce = useAnnounce()
  const [typed, setTyped] = createSignal<{ from: number; query: string }>()
  const [at, setAt] = createSignal(0)
  const found = createMemo(() => {
    const mention = typed()
    return mention ? matching(all(), mention.query) : []
  })
  const isOpen = () => found().length > 0
  const close = () => setTyped(undefined)

  function look(): void {
    const before = typed()
    const { value, selectionStart, selectionEnd } = field()
    setTyped(selectionStart === selectionEnd ? mentionAt(value, selectionStart) : undefined)
    if (before?.query === typed()?.query) return
    setAt(0)
    if (typed()) announce(isOpen() ? t('comment.mention.found', found().length) : t('comment.mention.none'))
  }

  function take(one: Nameable): void {
    const mention = typed()
    if (!mention) return
    const element = field()
    element.setRangeText(`@${one.name} `, mention.from, element.selectionStart, 'end')
    close()
    element.focus()
    // Whoever keeps the text hears of it as of every letter.
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!isOpen() || event.isComposing) return
    const one = found()[at()]
    switch (event.key) {
      case 'ArrowDown':
        setAt((at() + 1) % found().length)
        break
      case 'ArrowUp':
        setAt((at() + found().length - 1) % found().length)
        break
      case 'Enter':
      case 'Tab':
        if (event.shiftKey || !one) return
        take(one)
        break
      case 'Escape':
        close()
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const option = (index: number) => `${id}-name-${index}`
  const List = () => (
    <Show when={isOpen()}>
      <div class="oa-mentions" id={`${id}-names`} role="listbox" aria-label={t('comment.mention.list')}>
        <For each={found()}>
          {(one, index) => (
            <button
              type="button"
              class="oa-menu__item"
              id={option(index())}
              role="option"
              tabindex="-1"
              aria-selected={index() === at()}
              // Not click: the field would lose the focus first.
              onPointerDown={(event) => {
                event.preventDefault()
                take(one)
              }}
            >
              <span>{one.name}</span>
              <span class="oa-subtle">{one.about}</span>
            </button>
          )}
        </For>
      </div>
    </Show>
  )
  return {
    List,
    look,
    close,
    onKeyDown,
    controls: () => (isOpen() ? `${id}-names` : undefined),
    activeOption: () => (isOpen() ? option(at()) : undefined),
  }
}
