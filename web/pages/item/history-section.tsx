import { createSignal, createUniqueId, lazy, Show, Suspense } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useItem } from './item-context.ts'

const ChangeList = lazy(async () => ({ default: (await import('../history/change-list.tsx')).ChangeList }))

/** Who changed what in this item, and when; fetched when somebody wants to see it. */
export function HistorySection() {
  const { id } = useItem()
  const { t } = useLanguage()
  const [isShown, setShown] = createSignal(false)
  const headingId = createUniqueId()
  return (
    <section class="oa-sheet__section" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('item.history.heading')}</h2>
      <Show
        when={isShown()}
        fallback={
          <button type="button" class="oa-button" onClick={() => setShown(true)}>
            <Icon name="history" />
            {t('item.history.show')}
          </button>
        }
      >
        <Suspense>
          <ChangeList item={id} />
        </Suspense>
      </Show>
    </section>
  )
}
