import { useLanguage } from '../ui/language.tsx'

/** The last resort, outside the router: a screen that threw. The error goes to the console, where it can be copied. */
export function BrokenPage(props: { error: unknown }) {
  const { t } = useLanguage()
  console.error(props.error)
  return (
    <main class="oa-page oa-page--text">
      <div class="oa-paper oa-stack oa-stack--start" role="alert">
        <h1>{t('board.error.brokenTitle')}</h1>
        <p class="oa-text">{t('board.error.broken')}</p>
        <p class="oa-row">
          <button type="button" class="oa-button oa-button--primary" onClick={() => location.reload()}>
            {t('board.error.again')}
          </button>
        </p>
      </div>
    </main>
  )
}
