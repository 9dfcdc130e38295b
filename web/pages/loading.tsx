import { useLanguage } from '../ui/language.tsx'

/** The triptych, breathing: what comes will stand in these three columns. */
export function Loading() {
  const { t } = useLanguage()
  return (
    <main class="oa-loading">
      <p class="oa-visually-hidden" role="status">
        {t('board.loading')}
      </p>
      <div class="oa-triptych" aria-hidden="true">
        <LoadingColumn />
        <LoadingColumn />
        <LoadingColumn />
      </div>
    </main>
  )
}

function LoadingColumn() {
  return (
    <div class="oa-stack">
      <span class="oa-skeleton oa-skeleton--title" />
      <LoadingCard />
      <LoadingCard />
    </div>
  )
}

function LoadingCard() {
  return (
    <div class="oa-paper oa-stack oa-stack--tight">
      <span class="oa-skeleton" />
      <span class="oa-skeleton oa-skeleton--most" />
      <span class="oa-skeleton oa-skeleton--some" />
    </div>
  )
}
