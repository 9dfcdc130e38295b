import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createMemo, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Me } from '../../../shared/api.ts'
import { type AgendaId, isId } from '../../../shared/ids.ts'
import { openAgenda } from '../../live/open.ts'
import { OpenAgendaProvider } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createAsked } from '../asked.ts'
import { ErrorPage } from '../error-page.tsx'
import { Loading } from '../loading.tsx'
import { useSession } from '../session.tsx'
import { AgendaShell } from './agenda-shell.tsx'
import { RoleWatch } from './role-watch.tsx'

/** One agenda: opens it for who is signed in, and keeps it open while its board, table or items are shown. */
export function AgendaPage(props: RouteSectionProps) {
  const { who } = useSession()
  const id = createMemo(() => (isId<AgendaId>(props.params.id) ? props.params.id : undefined))
  // A memo, so that another address within the same agenda opens nothing anew.
  const toOpen = createMemo(() => {
    const [agenda, known] = [id(), who()]
    return agenda && known?.state === 'signed-in' ? { id: agenda, me: known.me } : undefined
  })
  return (
    <Switch fallback={<Loading />}>
      <Match when={!id()}>
        <NotFound />
      </Match>
      <Match when={who()?.state === 'unreachable'}>
        <Unreachable />
      </Match>
      <Match when={who()?.state === 'signed-out'}>
        <ToSignIn />
      </Match>
      <Match when={toOpen()} keyed>
        {({ id, me }) => (
          <Opening id={id} me={me}>
            {props.children}
          </Opening>
        )}
      </Match>
    </Switch>
  )
}

function Opening(props: { id: AgendaId; me: Me; children: RouteSectionProps['children'] }) {
  const { t } = useLanguage()
  let disposed = false
  const opening = openAgenda(props.id, props.me, {
    colleague: () => t('board.colleague'),
    startOver: () => location.reload(),
  })
  // Also an agenda that opens when this page has gone already is closed again.
  void opening.then((result) => {
    if (disposed && result.ok) result.agenda.close()
  })
  const opened = createAsked(() => opening)
  const agenda = () => {
    const result = opened()
    return result?.ok ? result.agenda : undefined
  }
  const failed = () => {
    const result = opened()
    return result?.ok === false ? result.reason : undefined
  }
  onCleanup(() => {
    disposed = true
    agenda()?.close()
  })
  return (
    <Switch fallback={<Loading />}>
      <Match when={agenda()} keyed>
        {(current) => (
          <OpenAgendaProvider value={current}>
            <RoleWatch />
            {/* After a refusal the document is a fresh one: what was bound to the old one is made anew. */}
            <Show when={`copy ${current.generation()}`} keyed>
              <AgendaShell>{props.children}</AgendaShell>
            </Show>
          </OpenAgendaProvider>
        )}
      </Match>
      <Match when={failed() === 'signed-out'}>
        <ToSignIn />
      </Match>
      <Match when={failed() === 'not-allowed'}>
        {/* A reader reads what was agreed, and nothing before that. */}
        <Navigate href={`/agenda/${props.id}/versies`} />
      </Match>
      <Match when={failed() === 'not-found'}>
        <NotFound />
      </Match>
      <Match when={failed() === 'unreachable'}>
        <Unreachable />
      </Match>
    </Switch>
  )
}

function ToSignIn() {
  const location = useLocation()
  return <Navigate href={`/?next=${encodeURIComponent(location.pathname + location.search)}`} />
}

function NotFound() {
  const { t } = useLanguage()
  return <ErrorPage title={t('board.error.notFoundTitle')} text={t('board.error.notFound')} />
}

function Unreachable() {
  const { t } = useLanguage()
  return (
    <ErrorPage title={t('board.error.unreachableTitle')} text={t('board.error.unreachable')}>
      <button type="button" class="oa-button oa-button--primary" onClick={() => location.reload()}>
        {t('board.error.again')}
      </button>
    </ErrorPage>
  )
}
