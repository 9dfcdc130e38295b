import { createUniqueId, For, Show } from 'solid-js'
import type { Duty } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createList, useBoard } from './board-state.tsx'
import { CardGroup } from './card-group.tsx'
import { NewItem } from './new-item.tsx'
import { PlanParagraph, UpcomingParagraph } from './plan-paragraph.tsx'

export function Column(props: { duty: Duty; room: number }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const heading = createUniqueId()
  const keys = createList(() => board.groups(props.duty).map(({ key }) => key))
  return (
    <section
      class="oa-column"
      classList={{ 'oa-column--joint': props.duty === 'joint' }}
      data-duty={props.duty}
      aria-labelledby={heading}
    >
      <div class="oa-column__head">
        <h2 class="oa-column__title" id={heading}>
          <span>
            {t(`words.duty.${props.duty}`)}
            <Show when={props.duty === 'joint'}>
              <span class="oa-column__rest">: {t('board.column.joint')}</span>
            </Show>
          </span>{' '}
          <span class="oa-column__count">{t('board.points', board.counts()[props.duty])}</span>
        </h2>
        <Show when={props.duty !== 'joint' && props.duty} fallback={<UpcomingParagraph />} keyed>
          {(side) => <PlanParagraph side={side} />}
        </Show>
      </div>
      <Show when={agenda.mayEdit()}>
        <NewItem duty={props.duty} />
      </Show>
      <Show when={keys().length === 0 && agenda.itemIds().length > 0}>
        <p class="oa-column__empty">{board.filtering.count() > 0 ? t('board.nothingShown') : t('board.nothingHere')}</p>
      </Show>
      <For each={keys()}>{(key) => <CardGroup duty={props.duty} key={key} room={props.room} />}</For>
    </section>
  )
}
