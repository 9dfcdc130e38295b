const edgePx = 56
const stepPx = 14

/** While something is dragged near an edge, what scrolls there goes on scrolling. */
export function edgeScroller(
  from: HTMLElement,
  pointer: () => { x: number; y: number },
  moved: () => void,
): { stop: () => void } {
  const columns = from.closest<HTMLElement>('.oa-board__columns')
  const view = from.closest<HTMLElement>('.oa-split > .oa-view')
  let frame = requestAnimationFrame(function tick() {
    const { x, y } = pointer()
    const up = speed(y, 0, innerHeight)
    const aside = speed(x, 0, innerWidth)
    const before = [scrollY, view?.scrollTop, columns?.scrollLeft].join()
    if (up) (view ?? window).scrollBy(0, up)
    if (aside) columns?.scrollBy(aside, 0)
    if ([scrollY, view?.scrollTop, columns?.scrollLeft].join() !== before) moved()
    frame = requestAnimationFrame(tick)
  })
  return { stop: () => cancelAnimationFrame(frame) }
}

function speed(at: number, low: number, high: number): number {
  if (at < low + edgePx) return -stepPx
  return at > high - edgePx ? stepPx : 0
}
