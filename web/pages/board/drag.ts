import { onCleanup } from 'solid-js'
import { edgeScroller } from './edge-scroller.ts'

/** A place under the pointer: where a card would land, and where to draw the line that says so. */
export type DropTarget = {
  duty: string
  key: string | undefined
  index: number
  line: { x: number; y: number; width: number }
}

type DragHandlers = {
  mayDrag: () => boolean
  onStart: (item: string) => void
  onMove: (item: string, target: DropTarget | undefined) => void
  /** The drag is over; without a target it was broken off. */
  onEnd: (item: string, target: DropTarget | undefined) => void
}

/** So far a press may wander and still be a click. */
const slackPx = 6

/**
 * Drags cards with mouse, pen and touch by one mechanism, pointer events: the browser's own drag and drop does not
 * exist on most touch screens. A mouse takes a card anywhere, a finger by its handle, so that swiping still scrolls.
 */
export function makeDraggable(board: HTMLElement, handlers: DragHandlers): void {
  let stop: (() => void) | undefined

  const press = (event: PointerEvent) => {
    const target = event.target
    if (stop || event.button !== 0 || !(target instanceof Element) || !handlers.mayDrag()) return
    const card = target.closest<HTMLElement>('[data-item]')
    const handle = target.closest('[data-menu-button]')
    const control = target.closest('button, input, select, textarea, [popover], dialog')
    if (!card || (control && control !== handle) || (event.pointerType === 'touch' && !handle)) return
    stop = watch(card, event, handlers, () => {
      stop = undefined
    })
  }
  // Links and pictures can be dragged by the browser; cards are dragged by us.
  const prevent = (event: Event) => event.preventDefault()
  board.addEventListener('pointerdown', press)
  board.addEventListener('dragstart', prevent)
  onCleanup(() => {
    stop?.()
    board.removeEventListener('pointerdown', press)
    board.removeEventListener('dragstart', prevent)
  })
}

function watch(card: HTMLElement, start: PointerEvent, handlers: DragHandlers, ended: () => void): () => void {
  const item = card.dataset.item ?? ''
  const box = card.getBoundingClientRect()
  const grip = { x: start.clientX - box.left, y: start.clientY - box.top }
  let pointer = { x: start.clientX, y: start.clientY }
  let ghost: HTMLElement | undefined
  let scroller: ReturnType<typeof edgeScroller> | undefined
  let target: DropTarget | undefined

  const follow = () => {
    ghost?.style.setProperty('--x', `${pointer.x - grip.x}px`)
    ghost?.style.setProperty('--y', `${pointer.y - grip.y}px`)
    target = findTarget(pointer, item)
    handlers.onMove(item, target)
  }
  const lift = () => {
    ghost = makeGhost(card, box.width)
    scroller = edgeScroller(card, () => pointer, follow)
    document.documentElement.classList.add('oa-dragging')
    getSelection()?.removeAllRanges()
    handlers.onStart(item)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return
    pointer = { x: event.clientX, y: event.clientY }
    if (!ghost && Math.hypot(pointer.x - start.clientX, pointer.y - start.clientY) < slackPx) return
    event.preventDefault()
    if (!ghost) lift()
    follow()
  }
  const drop = (event: PointerEvent) => {
    if (event.pointerId === start.pointerId) end(target)
  }
  const breakOff = () => end(undefined)
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ghost) return
    event.preventDefault()
    event.stopPropagation()
    breakOff()
  }
  const end = (landed: DropTarget | undefined) => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', drop)
    removeEventListener('pointercancel', breakOff)
    removeEventListener('keydown', key, true)
    scroller?.stop()
    document.documentElement.classList.remove('oa-dragging')
    if (ghost) {
      ghost.remove()
      ghost = undefined
      swallowClick()
      handlers.onEnd(item, landed)
    }
    ended()
  }
  addEventListener('pointermove', move, { passive: false })
  addEventListener('pointerup', drop)
  addEventListener('pointercancel', breakOff)
  addEventListener('keydown', key, true)
  return breakOff
}

/** A copy of the card under the pointer, for the eye only. */
function makeGhost(card: HTMLElement, width: number): HTMLElement {
  // A clone of a list item is the same kind of element.
  const ghost = card.cloneNode(true) as HTMLElement
  ghost.removeAttribute('data-item')
  for (const element of ghost.querySelectorAll('[id]')) element.removeAttribute('id')
  ghost.classList.add('oa-card--lifted')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.inert = true
  ghost.style.setProperty('--w', `${width}px`)
  document.body.append(ghost)
  return ghost
}

/** The release of a drag is no click on the card's link or button. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }))
}

/** Over a card: before or after it. Over a group: at its end. Elsewhere in a column: in the card's own group there. */
function findTarget({ x, y }: { x: number; y: number }, item: string): DropTarget | undefined {
  // Also through a bar that lies over the board.
  const under = document.elementsFromPoint(x, y).find((element) => element.closest('[data-duty]'))
  const column = under?.closest<HTMLElement>('[data-duty]')
  const duty = column?.dataset.duty
  if (!column || !duty) return undefined
  const group = under?.closest<HTMLElement>('[data-group]')
  const key = group?.dataset.group
  if (!group || key === undefined)
    return {
      duty,
      key: undefined,
      index: Number.POSITIVE_INFINITY,
      line: lineUnder(column.firstElementChild ?? column),
    }
  const cards = [...group.querySelectorAll<HTMLElement>('[data-item]')].filter((card) => card.dataset.item !== item)
  const index = cards.filter((card) => middle(card) < y).length
  const [before, after] = [cards[index - 1], cards[index]]
  return { duty, key, index, line: before ? lineUnder(before) : after ? lineOver(after) : lineUnder(group) }
}

function middle(card: HTMLElement): number {
  const { top, height } = card.getBoundingClientRect()
  return top + height / 2
}

function lineUnder(element: Element) {
  const { left, bottom, width } = element.getBoundingClientRect()
  return { x: left, y: bottom + 3, width }
}

function lineOver(element: Element) {
  const { left, top, width } = element.getBoundingClientRect()
  return { x: left, y: top - 5, width }
}
