import { createEffect, on, onCleanup } from 'solid-js'
import type { CommentId } from '../../../../shared/ids.ts'
import { isInRange, showMarks } from './highlights.ts'
import type { ItemComments, PassageField } from './item-comments.ts'
import { mapText, type TextMap } from './text-map.ts'

/** The passages of this item as they stand on the screen. */
export type Passages = {
  /** Where the element of a passage is, from the top of the window; undefined when it is not shown. */
  topOf: (thread: CommentId | 'chosen') => number | undefined
  /** Brings a passage into view, and puts the selection on it. */
  show: (thread: CommentId) => void
  /** What is selected of the item's text. */
  selected: () => SelectedText | undefined
  /** What was selected of it last, also when the focus has gone to a button since. */
  lastSelected: () => SelectedText | undefined
  /** Puts the focus back into the text. */
  backToText: (field: PassageField) => void
  /** The thread in whose passage the caret stands. */
  threadAtCaret: () => CommentId | undefined
  /** Tells when the passages may have moved on the screen. */
  onMove: (listener: () => void) => void
}

export type SelectedText = { field: PassageField; from: number; to: number; box: DOMRect }

/**
 * Marks the passages in the text and keeps the marks where they belong, whoever draws the text: both the editor and the
 * rendering for who may not write show the plain text that the offsets are of.
 */
export function createPassages(
  sheet: HTMLElement,
  comments: ItemComments,
  onChoose: (thread: CommentId) => void,
): Passages {
  const ranges = new Map<CommentId, Range>()
  const listeners = new Set<() => void>()
  let chosenRange: Range | undefined
  let frame = 0

  const rootOf = (field: PassageField) =>
    sheet.querySelector<HTMLElement>(field === 'title' ? '.oa-sheet__title h1' : '.oa-sheet__main .oa-text')
  const mapOf = (field: PassageField): TextMap | undefined => {
    const root = rootOf(field)
    return root ? mapText(root, comments.textOf(field)) : undefined
  }

  function paint(): void {
    const maps = new Map<PassageField, TextMap | undefined>()
    const rangeOf = (field: PassageField, from: number, to: number) => {
      if (!maps.has(field)) maps.set(field, mapOf(field))
      return maps.get(field)?.rangeOf(from, to)
    }
    ranges.clear()
    for (const thread of comments.threads()) {
      const place = comments.placeOf(thread)
      const state = comments.store.comment(thread)?.state.state
      if (place.at !== 'passage' || state === 'withdrawn') continue
      const range = rangeOf(place.field, place.from, place.to)
      if (range) ranges.set(thread, range)
    }
    const chosen = comments.chosen()
    const at = chosen && comments.chosenAt()
    chosenRange = at && rangeOf(chosen.field, at.from, at.to)
    const active = comments.active()
    const activeRange = active && ranges.get(active)
    showMarks({
      passages: [...ranges.values()],
      active: [...(activeRange ? [activeRange] : []), ...(chosenRange ? [chosenRange] : [])],
    })
    for (const listener of listeners) listener()
  }
  const paintSoon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(paint)
  }
  createEffect(
    on(
      () => [
        comments.threads().map((thread) => [comments.placeOf(thread), comments.store.comment(thread)?.state.state]),
        comments.active(),
        comments.chosenAt(),
      ],
      paintSoon,
    ),
  )
  const text = sheet.querySelector('.oa-sheet__text')
  const drawn = new MutationObserver(paintSoon)
  if (text) drawn.observe(text, { childList: true, subtree: true, characterData: true })
  onCleanup(() => {
    drawn.disconnect()
    cancelAnimationFrame(frame)
    showMarks({ passages: [], active: [] })
  })

  const onClick = (event: MouseEvent) => {
    if (!getSelection()?.isCollapsed || (event.target instanceof Element && event.target.closest('a, button'))) return
    const hit = [...ranges].find(([, range]) => isInRange(range, event.clientX, event.clientY))
    if (hit) onChoose(hit[0])
  }
  text?.addEventListener('click', onClick as EventListener)
  onCleanup(() => text?.removeEventListener('click', onClick as EventListener))

  function show(thread: CommentId): void {
    comments.setActive(thread)
    paint()
    const place = comments.placeOf(thread)
    const titleField = place.at === 'passage' && place.field === 'title' ? titleArea() : undefined
    if (titleField && place.at === 'passage') {
      titleField.focus()
      titleField.setSelectionRange(place.from, place.to)
      return
    }
    const range = ranges.get(thread)
    const block = range?.startContainer.parentElement
    if (!range || !block) return
    block.scrollIntoView({ block: 'center' })
    const editor = block.closest<HTMLElement>('[contenteditable="true"]')
    const holder = editor ?? rootOf(place.at === 'passage' ? place.field : 'body')
    if (!editor && holder) holder.tabIndex = -1
    holder?.focus({ preventScroll: true })
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range.cloneRange())
  }

  const titleArea = () => sheet.querySelector<HTMLTextAreaElement>('.oa-title textarea') ?? undefined

  function selected(): SelectedText | undefined {
    const area = titleArea()
    if (area && document.activeElement === area) {
      const { selectionStart: from, selectionEnd: to } = area
      return from < to ? { field: 'title', from, to, box: area.getBoundingClientRect() } : undefined
    }
    const selection = getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
    const range = selection.getRangeAt(0)
    for (const field of ['body', 'title'] as const) {
      const root = rootOf(field)
      if (!root || !range.intersectsNode(root)) continue
      const offsets = mapText(root, comments.textOf(field)).offsetsOf(range)
      if (offsets) return { field, ...offsets, box: range.getBoundingClientRect() }
    }
    return undefined
  }

  let last: SelectedText | undefined
  const remember = () => {
    const now = selected()
    const node = getSelection()?.anchorNode
    if (now || (node && text?.contains(node))) last = now
  }
  document.addEventListener('selectionchange', remember)
  onCleanup(() => document.removeEventListener('selectionchange', remember))

  function backToText(field: PassageField): void {
    const root = field === 'title' ? (titleArea() ?? rootOf('title')) : rootOf('body')
    if (!root) return
    if (!root.isContentEditable && root !== titleArea()) root.tabIndex = -1
    root.focus({ preventScroll: true })
  }

  function threadAtCaret(): CommentId | undefined {
    const selection = getSelection()
    if (!selection?.isCollapsed || !selection.anchorNode) return undefined
    const { anchorNode, anchorOffset } = selection
    return [...ranges].find(([, range]) => range.isPointInRange(anchorNode, anchorOffset))?.[0]
  }

  return {
    threadAtCaret,
    lastSelected: () => selected() ?? last,
    backToText,
    topOf: (thread) => (thread === 'chosen' ? chosenRange : ranges.get(thread))?.getBoundingClientRect().top,
    show,
    selected,
    onMove: (listener) => {
      listeners.add(listener)
      onCleanup(() => listeners.delete(listener))
    },
  }
}
