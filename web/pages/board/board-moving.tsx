import '../dialog-texts.ts'
import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { duties } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from './board-state.tsx'
import { type DropTarget, makeDraggable } from './drag.ts'
import { DropLine } from './drop-line.tsx'
import { MoveMenu } from './move-menu.tsx'
import { type BoardPlace, type MoveDirection, useMoving } from './moving.ts'

const StrikeDialog = lazy(async () => ({ default: (await import('../strike-dialog.tsx')).StrikeDialog }))
const ThemeDialog = lazy(async () => ({ default: (await import('./theme-dialog.tsx')).ThemeDialog }))

/** Moving cards by hand, by key and by menu: one for the whole board, so that a card costs no more for it. */
export function BoardMoving(props: { root: () => HTMLElement }) {
  const agenda = useAgenda()
  const board = useBoard()
  const moving = useMoving()
  const announce = useAnnounce()
  const { t } = useLanguage()
  const [target, setTarget] = createSignal<DropTarget>()
  const [striking, setStriking] = createSignal<ItemId>()
  const [theming, setTheming] = createSignal<ItemId>()

  const placeAt = (item: ItemId, { duty, key, index }: DropTarget): BoardPlace | undefined => {
    const from = moving.placeOf(item)
    const column = duties.find((known) => known === duty)
    if (!from || !column) return undefined
    const group = key ?? from.key
    const room = board.group(column, group).filter((other) => other !== item).length
    return { duty: column, key: group, index: Math.min(index, room) }
  }

  const drop = (item: ItemId, place: BoardPlace) => {
    const becomesStruck = board.filtering.grouping() === 'status' && place.key === 'struck'
    if (becomesStruck && agenda.text.items[item]?.status !== 'struck') setStriking(item)
    else moving.moveTo(item, place)
  }

  // The dialog goes first, and gives the focus back, before the card moves with it.
  const strike = (item: ItemId, reason: string) => {
    setStriking(undefined)
    moving.strike(item, reason)
  }

  onMount(() =>
    makeDraggable(props.root(), {
      mayDrag: agenda.mayEdit,
      // The ids come from the cards that we drew ourselves.
      onStart: (item) => board.setDraggedItem(item as ItemId),
      onMove: (_item, over) => setTarget(over),
      onEnd: (item, over) => {
        board.setDraggedItem(undefined)
        setTarget(undefined)
        const place = over && placeAt(item as ItemId, over)
        if (place) drop(item as ItemId, place)
        else announce(t('board.moving.cancelled'))
      },
    }),
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key]
    if (!direction || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !agenda.mayEdit()) return
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null
    if (!card) return
    event.preventDefault()
    moving.step(card.dataset.item as ItemId, direction)
  }
  onMount(() => {
    const root = props.root()
    root.addEventListener('keydown', onKeyDown)
    onCleanup(() => root.removeEventListener('keydown', onKeyDown))
  })

  const label = () => {
    const [over, item] = [target(), board.draggedItem()]
    const place = over && item ? placeAt(item, over) : undefined
    return place ? t('board.moving.here', t(`words.duty.${place.duty}`), place.index + 1) : ''
  }

  return (
    <>
      <Show when={target()}>{(over) => <DropLine target={over()} label={label()} />}</Show>
      <Show when={board.menuItem()} keyed>
        {(item) => <MoveMenu item={item} onStrike={setStriking} onTheme={setTheming} />}
      </Show>
      <Suspense>
        <Show when={striking()}>
          {(item) => (
            <StrikeDialog
              title={t('board.strike.title', board.itemName(item()))}
              onStrike={(reason) => strike(item(), reason)}
              onClose={() => setStriking(undefined)}
            />
          )}
        </Show>
        <Show when={theming()}>{(item) => <ThemeDialog item={item()} onClose={() => setTheming(undefined)} />}</Show>
      </Suspense>
    </>
  )
}

const arrows: Record<string, MoveDirection> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
