import { Route, Router } from '@solidjs/router'
import { ErrorBoundary, lazy, onCleanup, type ParentProps, Suspense } from 'solid-js'
import { BrokenPage } from './pages/broken-page.tsx'
import { NotFoundPage } from './pages/error-page.tsx'
import { Loading } from './pages/loading.tsx'
import { SessionProvider } from './pages/session.tsx'
import { Announcer } from './ui/announcer.tsx'
import { LanguageProvider } from './ui/language.tsx'
import { Toasts } from './ui/toast.tsx'
import { watchToday } from './ui/today.ts'

const StartPage = lazy(async () => ({ default: (await import('./pages/start/start-page.tsx')).StartPage }))
const AgendaPage = lazy(async () => ({ default: (await import('./pages/agenda/agenda-page.tsx')).AgendaPage }))
const ItemPage = lazy(async () => ({ default: (await import('./pages/item-page.tsx')).ItemPage }))

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
                <Route path="/agenda/:id" component={AgendaPage}>
                  <Route path="/" />
                  <Route path="/tabel" />
                  <Route path="/punt/:item" component={ItemPage} />
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
