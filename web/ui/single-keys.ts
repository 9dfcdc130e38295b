import { createSignal } from 'solid-js'

const [singleKeys, choose] = createSignal(localStorage.getItem('single-keys') !== 'off')

/** Whether n, / and ? do something. Speech input can set them off by accident, so they can be switched off (WCAG 2.1.4). */
export { singleKeys }

export function setSingleKeys(on: boolean): void {
  localStorage.setItem('single-keys', on ? 'on' : 'off')
  choose(on)
}

/** Whether what has the focus takes text, so that keys belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
