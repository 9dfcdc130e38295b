import { Route, Router } from '@solidjs/router'
import { ErrorBoundary, lazy, onCleanup, type ParentProps, Suspense } from 'solid-js'
import { BrokenPage } from './pages/broken-page.tsx'
import { Loading } from './pages/loading.tsx'
import { SessionProvider } from './pages/session.tsx'
import { Announcer } from './ui/announcer.tsx'
import { LanguageProvider } from './ui/language.tsx'
import { Toasts } from './ui/toast.tsx'
import { watchToday } from './ui/today.ts'

const StartPage = lazy(async () => ({ default: (await import('./pages/start/start-page.tsx')).StartPage }))
const AgendaPage = lazy(async () => ({ default: (await import('./pages/agenda/agenda-page.tsx')).AgendaPage }))
const ItemPage = lazy(async () => ({ default: (await import('./pages/item-page.tsx')).ItemPage }))
const AnswersPage = lazy(async () => ({ default: (await import('./pages/comments/answers-page.tsx')).AnswersPage }))
const HistoryPage = lazy(async () => ({ default: (await import('./pages/history/history-page.tsx')).HistoryPage }))
const ImportPage = lazy(async () => ({ default: (await import('./pages/import/import-page.tsx')).ImportPage }))
const PeoplePage = lazy(async () => ({ default: (await import('./pages/people/people-page.tsx')).PeoplePage }))
const VersionsPage = lazy(async () => ({ default: (await import('./pages/versions/versions-page.tsx')).VersionsPage }))
const VersionPage = lazy(async () => ({ default: (await import('./pages/versions/version-page.tsx')).VersionPage }))
const DifferencesPage = lazy(async () => ({
  default: (await import('./pages/differences/differences-page.tsx')).DifferencesPage,
}))
const AdoptionPage = lazy(async () => ({ default: (await import('./pages/adoption/adoption-page.tsx')).AdoptionPage }))
const NotFoundPage = lazy(async () => ({ default: (await import('./pages/error-page.tsx')).NotFoundPage }))
const doorPage = (name: keyof typeof import('./pages/doors/door-pages.tsx')) =>
  lazy(async () => ({ default: (await import('./pages/doors/door-pages.tsx'))[name] }))

/** The whole app: what every page may use around it, and which page is at which address. */
export function App() {
  onCleanup(watchToday())
  return (
    <LanguageProvider>
      <Announcer>
        <Toasts>
          <ErrorBoundary fallback={(error) => <BrokenPage error={error} />}>
            <SessionProvider>
              <Router root={Page}>
                <Route path="/" component={StartPage} />
                <Route path="/sign-in/:token" component={doorPage('SignInPage')} />
                <Route path="/reageren/:agenda/:link/:secret" component={doorPage('JoinPage')} />
                <Route path="/stop/:token" component={doorPage('StopPage')} />
                <Route path="/outbox" component={doorPage('OutboxPage')} />
                <Route path="/ik" component={doorPage('AccountPage')} />
                <Route path="/agenda/:id/mensen" component={PeoplePage} />
                <Route path="/agenda/:id/versies" component={VersionsPage} />
                <Route path="/agenda/:id/versies/:version" component={VersionPage} />
                <Route path="/agenda/:id/verschillen" component={DifferencesPage} />
                <Route path="/agenda/:id/vaststelling" component={AdoptionPage} />
                <Route path="/agenda/:id" component={AgendaPage}>
                  <Route path="/" />
                  <Route path="/tabel" />
                  <Route path="/punt/:item" component={ItemPage} />
                  <Route path="/geschiedenis" component={HistoryPage} />
                  <Route path="/reacties" component={AnswersPage} />
                  <Route path="/importeren" component={ImportPage} />
                </Route>
                <Route path="*" component={NotFoundPage} />
              </Router>
            </SessionProvider>
          </ErrorBoundary>
        </Toasts>
      </Announcer>
    </LanguageProvider>
  )
}

function Page(props: ParentProps) {
  return <Suspense fallback={<Loading />}>{props.children}</Suspense>
}
