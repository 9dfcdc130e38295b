/** How a colleague's caret looks. Their name is told to screen readers beside the text, not in the middle of it. */
export type CaretLook = { tone: number; short: string; full: string }

export function makeCaret(document: Document, look: CaretLook): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `oa-caret ${toneClass(look.tone)}`
  caret.setAttribute('aria-hidden', 'true')
  const name = document.createElement('span')
  name.className = 'oa-caret__name'
  name.append(part(document, 'oa-caret__short', look.short), part(document, 'oa-caret__full', look.full))
  // Word joiners on both sides: without text some browsers cannot put the own caret next to this one.
  caret.append('\u2060', name, '\u2060')
  return caret
}

/** One of the four tones, as presence everywhere on the board. */
export function toneClass(tone: number): string {
  return `oa-tone-${(((tone % 4) + 4) % 4) + 1}`
}

/** Turns the names of carets near the right edge of the text to the left. */
export function flipAtEdge(text: HTMLElement): void {
  const edge = text.getBoundingClientRect().right
  for (const caret of text.querySelectorAll<HTMLElement>('.oa-caret')) {
    const name = caret.querySelector('.oa-caret__name')
    const start = caret.getBoundingClientRect().left
    caret.classList.toggle('oa-caret--flip', !!name && start + name.getBoundingClientRect().width > edge)
  }
}

function part(document: Document, className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}
