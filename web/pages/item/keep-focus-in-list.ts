/**
 * Keeps the focus where it is when a list is put in another order: moving the row that holds it would drop it. Hands
 * back its cleanup.
 */
export function keepFocusInList(container: HTMLElement): () => void {
  let last: HTMLElement | undefined
  const onFocusIn = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement) last = event.target
  }
  // A focus that goes elsewhere is the person's own doing; one that is dropped goes nowhere.
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget) last = undefined
  }
  const observer = new MutationObserver(() => {
    const document = container.ownerDocument
    if (last?.isConnected && document.activeElement === document.body) last.focus({ preventScroll: true })
  })
  container.addEventListener('focusin', onFocusIn)
  container.addEventListener('focusout', onFocusOut)
  observer.observe(container, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    container.removeEventListener('focusin', onFocusIn)
    container.removeEventListener('focusout', onFocusOut)
  }
}
