import { createMemo, Show } from 'solid-js'
import { moveItem } from '../../../../shared/document/write.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { columnOf, rankOneFurther } from '../column-order.ts'
import { useItem } from '../item-context.ts'
import { Property } from './property.tsx'

/** Where the item stands in its column, with buttons to move it by one. */
export function RankProperty() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const announce = useAnnounce()
  const column = createMemo(() => columnOf(Object.values(agenda.text.items), item().duty))
  const place = () => column().findIndex((entry) => entry.id === id) + 1
  const move = (step: -1 | 1) => {
    const rank = rankOneFurther(column(), id, step)
    if (rank === undefined) return
    moveItem(agenda.doc, id, { rank })
    announce(t('item.movedTo', place(), t(`words.duty.${item().duty}`)))
  }
  return (
    <Property label={t('item.property.rank')} field="rank">
      <Show when={place() > 0} fallback={<span class="oa-subtle">{t('item.none')}</span>}>
        <span>{t('item.placeIn', place(), t(`words.duty.${item().duty}`))}</span>
        <Show when={mayEdit()}>
          <span class="oa-value__buttons" data-field="rank">
            <button
              type="button"
              class="oa-button oa-button--quiet oa-button--icon"
              aria-label={t('item.moveUp')}
              aria-disabled={place() <= 1 ? 'true' : undefined}
              onClick={() => move(-1)}
            >
              <Icon name="up" small />
            </button>
            <button
              type="button"
              class="oa-button oa-button--quiet oa-button--icon"
              aria-label={t('item.moveDown')}
              aria-disabled={place() >= column().length ? 'true' : undefined}
              onClick={() => move(1)}
            >
              <Icon name="down" small />
            </button>
          </span>
        </Show>
      </Show>
    </Property>
  )
}
