import { useNavigate } from '@solidjs/router'
import { createMemo, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { type Duty, duties } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useBoard } from './board-state.tsx'
import { Column } from './column.tsx'
import { ColumnSwitch } from './column-switch.tsx'
import { createGrowingRoom } from './growing-room.ts'
import { holdFocus } from './keep-focus.ts'
import { NothingFound } from './nothing-found.tsx'

// For who may move; it comes a moment after the cards, which can be read meanwhile.
const BoardMoving = lazy(async () => ({ default: (await import('./board-moving.tsx')).BoardMoving }))
const EmptyBoard = lazy(async () => ({ default: (await import('./empty-board.tsx')).EmptyBoard }))

/** The signature view: three columns side by side, or swiped where there is no room. */
export function Board() {
  const agenda = useAgenda()
  const board = useBoard()
  const navigate = useNavigate()
  let root!: HTMLDivElement
  let columns!: HTMLDivElement

  const largestGroup = createMemo(() =>
    Math.max(0, ...duties.flatMap((duty) => board.groups(duty).map(({ ids }) => ids.length))),
  )
  const room = createGrowingRoom(largestGroup)

  holdFocus(() => duties.map((duty) => board.groups(duty)))

  // The links of cards leave the filters out; following one in this window keeps them.
  const followLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.oa-card__title a') : null
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(link.pathname + location.search, { scroll: false })
  }

  return (
    <div
      ref={root}
      class="oa-board"
      classList={{ 'oa-board--dragging': board.draggedItem() !== undefined }}
      on:click={followLink}
    >
      <ColumnSwitch columns={() => columns} />
      <Switch>
        <Match when={agenda.saved().state === 'loading' && agenda.itemIds().length === 0}>{null}</Match>
        <Match when={agenda.itemIds().length === 0}>
          <Suspense>
            <EmptyBoard />
          </Suspense>
        </Match>
        <Match when={board.shown().length === 0}>
          <NothingFound />
        </Match>
      </Switch>
      <div
        ref={columns}
        class="oa-board__columns"
        data-may-drag={agenda.mayEdit() ? '' : undefined}
        // Without a card nothing in it takes the focus, and it may still have to be scrolled sideways by key.
        tabindex={board.shown().length === 0 ? 0 : undefined}
      >
        <For each={duties as readonly Duty[]}>{(duty) => <Column duty={duty} room={room()} />}</For>
      </div>
      <Show when={agenda.mayEdit()}>
        <Suspense>
          <BoardMoving root={() => root} />
        </Suspense>
      </Show>
    </div>
  )
}
