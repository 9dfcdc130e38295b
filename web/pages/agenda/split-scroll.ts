import { type Accessor, createComputed, createEffect, on } from 'solid-js'

/**
 * An item opens at its top, with its card in sight beside it; closing it goes back to where one was on the board. The
 * board's height is another one with an item beside it, so the browser cannot do this by itself.
 */
export function createSplitScroll(openItem: Accessor<string | undefined>): void {
  let onBoard = 0
  // Before the page changes: this is where one was.
  createComputed(
    on(openItem, (item, before) => {
      if (item !== undefined && before === undefined) onBoard = scrollY
      return item
    }),
  )
  createEffect(
    on(openItem, (item, before) => {
      if (item === undefined) {
        if (before !== undefined) scrollTo({ top: onBoard, behavior: 'instant' })
        return item
      }
      scrollTo({ top: 0, behavior: 'instant' })
      // After the columns have found their place in the narrower board.
      requestAnimationFrame(() =>
        document.querySelector(`.oa-view [data-item="${CSS.escape(item)}"]`)?.scrollIntoView({ block: 'nearest' }),
      )
      return item
    }),
  )
}
