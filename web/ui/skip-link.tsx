import { useLanguage } from './language.tsx'

/** The first thing the Tab key reaches: past the bar, to what the page is about. */
export function SkipLink() {
  const { t } = useLanguage()
  // External for the router, which would scroll without moving the focus; the browser does both.
  return (
    <a class="oa-skip-link" rel="external" href="#content">
      {t('board.skip')}
    </a>
  )
}
