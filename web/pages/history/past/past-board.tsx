import { createMemo, For, Show } from 'solid-js'
import type { ItemId } from '../../../../shared/ids.ts'
import { type Duty, duties } from '../../../../shared/item.ts'
import { type OpenAgenda, useAgenda } from '../../../live/open-agenda.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { createParties } from '../../agenda/parties.ts'
import { arrange, type Entry, type Group, type GroupKey, groupOrder } from '../../board/arrangement.ts'
import { createList } from '../../board/board-state.tsx'
import { ColumnSwitch } from '../../board/column-switch.tsx'
import { createGrowingRoom } from '../../board/growing-room.ts'
import { PastCard } from './past-card.tsx'

type Props = { at: string; open: ItemId | undefined; onOpen: (item: ItemId) => void }

/** The three columns as they stood, by theme. Read from the agenda of then, which it stands in. */
export function PastBoard(props: Props) {
  const agenda = useAgenda()
  const parties = createParties()
  let columns!: HTMLDivElement
  const placed = createMemo(() => {
    const entries = agenda.itemIds().flatMap((id): Entry[] => {
      const item = agenda.text.items[id]
      if (!item) return []
      const { duty, rank, status, theme, priority, owner } = item
      return [{ id, duty, rank, status, theme, priority, owner: owner.organisation, late: false }]
    })
    return arrange(entries, 'theme', groupOrder('theme', agenda.text.themes, []))
  })
  const largest = createMemo(() =>
    Math.max(0, ...duties.flatMap((duty) => placed()[duty].map(({ ids }) => ids.length))),
  )
  const room = createGrowingRoom(largest)
  // In this window a card opens beside the board, without a way through the address of its link.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('.oa-card__title a') : null
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const item = link.closest<HTMLElement>('[data-item]')?.dataset.item
    if (!item) return
    event.preventDefault()
    // Only cards of items are marked so.
    props.onOpen(item as ItemId)
  }
  return (
    <div class="oa-board" on:click={follow}>
      <ColumnSwitch columns={() => columns} open={props.open} />
      <div ref={columns} class="oa-board__columns" tabindex={agenda.itemIds().length === 0 ? 0 : undefined}>
        <For each={duties as readonly Duty[]}>
          {(duty) => <Column {...props} duty={duty} groups={placed()[duty]} room={room()} parties={parties} />}
        </For>
      </div>
    </div>
  )
}

type ColumnProps = Props & {
  duty: Duty
  groups: Group[]
  room: number
  parties: ReturnType<typeof createParties>
}

function Column(props: ColumnProps) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const keys = createList(() => props.groups.map(({ key }) => key))
  const total = () =>
    countOf(
      agenda,
      props.groups.flatMap(({ ids }) => ids),
    )
  return (
    <section class="oa-column" classList={{ 'oa-column--joint': props.duty === 'joint' }} data-duty={props.duty}>
      <h3 class="oa-column__title">
        <span>{t(`words.duty.${props.duty}`)}</span> <span class="oa-column__count">{t('past.points', total())}</span>
      </h3>
      <Show when={props.groups.length === 0}>
        <p class="oa-column__empty">{t('past.noColumnItems')}</p>
      </Show>
      <For each={keys()}>{(key) => <CardGroup {...props} key={key} />}</For>
    </section>
  )
}

/** The cards of one theme. What stands at two moments in the same place stays the same element. */
function CardGroup(props: ColumnProps & { key: GroupKey }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const ids = createList(() => props.groups.find(({ key }) => key === props.key)?.ids ?? [])
  const drawn = createList(() => ids().slice(0, props.room))
  const themeName = () => agenda.text.themes.find(({ id }) => id === props.key)?.name ?? t('board.group.noTheme')
  return (
    <section class="oa-group">
      <h4 class="oa-group__title">
        {themeName()} <span>{countOf(agenda, ids())}</span>
      </h4>
      <ul class="oa-group__items">
        <For each={drawn()}>
          {(id) => (
            <Show when={agenda.text.items[id]}>
              {(item) => <PastCard item={item()} at={props.at} parties={props.parties} isOpen={props.open === id} />}
            </Show>
          )}
        </For>
      </ul>
    </section>
  )
}

/** Struck items do not count. */
function countOf({ text }: OpenAgenda, ids: readonly ItemId[]): number {
  return ids.filter((id) => text.items[id]?.status !== 'struck').length
}
