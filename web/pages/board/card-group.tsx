import { For } from 'solid-js'
import type { Duty } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import type { GroupKey } from './arrangement.ts'
import { createList, useBoard } from './board-state.tsx'
import { ItemCard } from './item-card.tsx'

/** The cards of one column that stand together. A card that moves within its group stays the same element. */
export function CardGroup(props: { duty: Duty; key: GroupKey; room: number }) {
  const agenda = useAgenda()
  const board = useBoard()
  const ids = createList(() => board.group(props.duty, props.key))
  const drawn = createList(() => ids().slice(0, props.room))
  const count = () => ids().filter((id) => agenda.text.items[id]?.status !== 'struck').length
  return (
    <section class="oa-group" data-group={props.key}>
      <h3 class="oa-group__title">
        {board.groupName(props.key)} <span>{count()}</span>
      </h3>
      <ul class="oa-group__items">
        <For each={drawn()}>{(id) => <ItemCard id={id} />}</For>
      </ul>
    </section>
  )
}
