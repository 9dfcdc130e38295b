import { history as historyTexts } from '../../../shared/messages/nl/history.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { PageTitle } from '../page-title.tsx'
import { ChangeList } from './change-list.tsx'

addDutchTexts({ history: historyTexts })

/** Who changed what and when, in the whole agenda. */
export function HistoryPage() {
  const { t } = useLanguage()
  return (
    <div class="oa-page oa-stack oa-stack--wide">
      <PageTitle title={t('history.title')} />
      <div>
        <h1>{t('history.title')}</h1>
        <p class="oa-text oa-subtle">{t('history.intro')}</p>
      </div>
      <ChangeList />
    </div>
  )
}
