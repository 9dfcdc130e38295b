/**
 * Puts an open popover under the button it belongs to, or above it when there is more room, no taller than that room,
 * and keeps it there while the page scrolls. Hands back its cleanup.
 */
export function placePopover(panel: HTMLElement, anchor: HTMLElement): () => void {
  const [edge, gap, leastRoom] = [8, 4, 160]
  const place = () => {
    const at = anchor.getBoundingClientRect()
    const below = innerHeight - at.bottom - gap - edge
    const above = at.top - gap - edge
    const goesBelow = below >= panel.scrollHeight || below >= above
    panel.style.setProperty('--oa-popover-room', `${Math.max(goesBelow ? below : above, leastRoom)}px`)
    const { width, height } = panel.getBoundingClientRect()
    const top = goesBelow ? at.bottom + gap : at.top - gap - height
    const left = at.left + width + edge <= innerWidth ? at.left : at.right - width
    panel.style.setProperty('--oa-popover-x', `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`)
    panel.style.setProperty('--oa-popover-y', `${Math.max(edge, Math.min(top, innerHeight - height - edge))}px`)
  }
  place()
  // Its content may come a moment later.
  const grown = new ResizeObserver(place)
  grown.observe(panel)
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place)
  return () => {
    grown.disconnect()
    removeEventListener('scroll', place, { capture: true })
    removeEventListener('resize', place)
  }
}
