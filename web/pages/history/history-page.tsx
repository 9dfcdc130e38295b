import { createUniqueId } from 'solid-js'
import { history as historyTexts } from '../../../shared/messages/nl/history.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { PageTitle } from '../page-title.tsx'
import { ChangeList } from './change-list.tsx'
import { PastView } from './past/past-view.tsx'

addDutchTexts({ history: historyTexts })

/** The agenda as it was, and who changed what and when. */
export function HistoryPage() {
  const { t } = useLanguage()
  const changesId = createUniqueId()
  return (
    <div class="oa-page oa-page--past oa-stack oa-stack--wide">
      <PageTitle title={t('history.title')} />
      <div>
        <h1>{t('history.title')}</h1>
        <p class="oa-text oa-subtle">{t('past.intro')}</p>
      </div>
      <PastView />
      <section class="oa-stack" aria-labelledby={changesId}>
        <div>
          <h2 id={changesId}>{t('past.changes')}</h2>
          <p class="oa-text oa-subtle">{t('history.intro')}</p>
        </div>
        <ChangeList />
      </section>
    </div>
  )
}
