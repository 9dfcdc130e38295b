import type { JSX } from 'solid-js'
import { useLanguage } from '../ui/language.tsx'
import { PageTitle } from './page-title.tsx'
import { PlainTopBar } from './plain-top-bar.tsx'

/** Says what happened, what is safe, and what to do. */
export function ErrorPage(props: { title: string; text: string; children?: JSX.Element }) {
  const { t } = useLanguage()
  return (
    <>
      <PlainTopBar />
      <PageTitle title={props.title} />
      <main class="oa-page oa-page--text" id="content" tabindex="-1">
        <div class="oa-paper oa-stack oa-stack--start" role="alert">
          <h1>{props.title}</h1>
          <p class="oa-text">{props.text}</p>
          <p class="oa-row">
            {props.children}
            <a class="oa-button" href="/">
              {t('board.error.home')}
            </a>
          </p>
        </div>
      </main>
    </>
  )
}

export function NotFoundPage() {
  const { t } = useLanguage()
  return <ErrorPage title={t('board.error.pageTitle')} text={t('board.error.page')} />
}
