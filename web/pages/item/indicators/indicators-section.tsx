import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { addIndicator } from '../../../../shared/document/write.ts'
import { type EntryId, makeId } from '../../../../shared/ids.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItem } from '../item-context.ts'
import { OvertakenNotice } from '../overtaken-notice.tsx'
import { createStableOrder } from '../stable-order.ts'
import { useEntries } from '../use-entries.ts'
import { IndicatorView } from './indicator-view.tsx'

/** How the region sees whether the item helps: each indicator as a sentence, a plot and a table. */
export function IndicatorsSection() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const entries = useEntries('indicators')
  const headingId = createUniqueId()
  const indicators = createStableOrder(() => item().indicators)
  const [made, setMade] = createSignal<EntryId>()
  let addButton: HTMLButtonElement | undefined
  const add = () => {
    const entry = makeId<EntryId>()
    setMade(entry)
    addIndicator(agenda.doc, id, { id: entry, name: '', unit: '', direction: 'down' })
    entries.made(entry)
  }
  return (
    <section class="oa-sheet__section" aria-labelledby={headingId}>
      <div class="oa-row oa-row--apart">
        <h2 id={headingId}>{t('item.indicator.heading')}</h2>
        <Show when={mayEdit()}>
          <button ref={addButton} type="button" class="oa-button" onClick={add}>
            <Icon name="plus" />
            {t('item.indicator.add')}
          </button>
        </Show>
      </div>
      <OvertakenNotice field="indicators" />
      <For
        each={indicators()}
        fallback={<p class="oa-subtle">{mayEdit() ? t('item.indicator.first') : t('item.indicator.empty')}</p>}
      >
        {(indicator) => (
          <IndicatorView
            indicator={indicator}
            open={made() === indicator.id}
            onRemove={() => entries.remove(indicator.id, t('item.indicator.removed'), addButton)}
          />
        )}
      </For>
    </section>
  )
}
