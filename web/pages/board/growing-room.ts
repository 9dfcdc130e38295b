import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

const firstCards = 8

/**
 * How many cards of a group may be drawn. When there are suddenly many more than there were (the board opens, a filter is
 * cleared), a few come at once and twice as many each turn, so that a board of thousands shows itself and hears keys
 * meanwhile. There is always room for some more than there are: a card that is added or moved is there at once.
 */
export function createGrowingRoom(largest: Accessor<number>): Accessor<number> {
  const [room, setRoom] = createSignal(firstCards)
  let timer: ReturnType<typeof setTimeout> | undefined
  const makeRoom = () => {
    const enough = Math.max(firstCards, largest() * 2)
    setRoom((now) => Math.min(now * 2, enough))
    if (room() < enough) timer = setTimeout(() => untrack(makeRoom))
  }
  createEffect(
    on(largest, () => {
      clearTimeout(timer)
      makeRoom()
    }),
  )
  onCleanup(() => clearTimeout(timer))
  return room
}
