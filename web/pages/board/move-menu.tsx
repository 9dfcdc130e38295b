import { Show } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { duties, type Item } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { MenuItem, MenuLine, MenuPanel } from '../../ui/menu.tsx'
import { StatusIcon } from '../../ui/status-mark.tsx'
import { useBoard } from './board-state.tsx'
import { type MoveDirection, useMoving } from './moving.ts'

type Props = { item: ItemId; onStrike: (item: ItemId) => void; onTheme: (item: ItemId) => void }

/** The menu of a card's six dots: for keyboard and screen reader the way to do what dragging does. */
export function MoveMenu(props: Props) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const name = () => board.itemName(props.item)
  const button = () => document.querySelector<HTMLElement>(`[data-item="${CSS.escape(props.item)}"] [data-menu-button]`)
  return (
    <Show when={button()} keyed>
      {(anchor) => (
        <MenuPanel
          label={t('board.moving.heading', name())}
          heading={t('board.moving.heading', name())}
          anchor={anchor}
          onClose={() => board.setMenuItem(undefined)}
        >
          <Show when={agenda.text.items[props.item]}>{(item) => <Moves {...props} item={item()} />}</Show>
        </MenuPanel>
      )}
    </Show>
  )
}

function Moves(props: { item: Item; onStrike: (item: ItemId) => void; onTheme: (item: ItemId) => void }) {
  const board = useBoard()
  const moving = useMoving()
  const { t } = useLanguage()
  const id = () => props.item.id
  const place = () => moving.placeOf(id())
  const isLast = () => {
    const at = place()
    return at === undefined || at.index >= board.group(at.duty, at.key).length - 1
  }
  const neighbour = (step: -1 | 1) => duties[duties.indexOf(props.item.duty) + step]
  const go = (direction: MoveDirection) => () => moving.step(id(), direction)
  return (
    <>
      <MenuItem onChoose={go('up')} disabled={place()?.index === 0}>
        <Icon name="up" />
        {t('board.moving.up')}
        <kbd>Alt ↑</kbd>
      </MenuItem>
      <MenuItem onChoose={go('down')} disabled={isLast()}>
        <Icon name="down" />
        {t('board.moving.down')}
        <kbd>Alt ↓</kbd>
      </MenuItem>
      <Show when={neighbour(-1)}>
        {(duty) => (
          <MenuItem onChoose={go('left')}>
            <Icon name="left" />
            {t('board.moving.to', t(`words.duty.${duty()}`))}
            <kbd>Alt ←</kbd>
          </MenuItem>
        )}
      </Show>
      <Show when={neighbour(1)}>
        {(duty) => (
          <MenuItem onChoose={go('right')}>
            <Icon name="right" />
            {t('board.moving.to', t(`words.duty.${duty()}`))}
            <kbd>Alt →</kbd>
          </MenuItem>
        )}
      </Show>
      <MenuLine />
      <MenuItem onChoose={() => props.onTheme(id())}>
        <Icon name="folder" />
        {t('board.moving.theme')}
      </MenuItem>
      <Show
        when={props.item.status === 'struck'}
        fallback={
          <MenuItem onChoose={() => props.onStrike(id())}>
            <StatusIcon status="struck" />
            {t('board.moving.strike')}
          </MenuItem>
        }
      >
        <MenuItem onChoose={() => moving.putBack(id())}>
          <Icon name="undo" />
          {t('board.moving.putBack')}
        </MenuItem>
      </Show>
    </>
  )
}
