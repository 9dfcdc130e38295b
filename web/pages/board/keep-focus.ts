import { createComputed, createEffect, on } from 'solid-js'

const parts = ['.oa-card__title a', '[data-menu-button]']

/** Where the focus is, when it is in a card: which card, and which part of it. */
function focusedPart(): { id: string; part: string } | undefined {
  const focused = document.activeElement
  const card = focused?.closest<HTMLElement>('[data-item]')
  const id = card?.dataset.item
  const part = parts.find((selector) => focused?.matches(`[data-item] ${selector}`))
  return id && part ? { id, part } : undefined
}

function focusPart({ id, part }: { id: string; part: string }, scroll: boolean): void {
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] ${part}`)?.focus({ preventScroll: !scroll })
}

/** Does a move of one's own and lets the focus go along with the card, in sight. */
export function keepFocus(id: string, move: () => void): void {
  const part = focusedPart()?.part ?? parts[0] ?? ''
  move()
  focusPart({ id, part }, true)
}

/**
 * When the places change, by whomever: a card that had the focus keeps it, also when it had to be built anew in
 * another group. Nothing scrolls.
 */
export function holdFocus(places: () => unknown): void {
  let before: { id: string; part: string } | undefined
  // A computation runs before the page is touched, an effect after.
  createComputed(
    on(places, () => {
      before = focusedPart()
    }),
  )
  createEffect(
    on(places, () => {
      if (!before) return
      const now = focusedPart()
      const lost = document.activeElement === document.body || document.activeElement === null
      if (lost && now?.id !== before.id) focusPart(before, false)
    }),
  )
}
