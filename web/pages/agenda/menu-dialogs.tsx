import { lazy, Match, Suspense, Switch } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'

const SignOutDialog = lazy(async () => ({ default: (await import('../sign-out-dialog.tsx')).SignOutDialog }))
const ThemesDialog = lazy(async () => ({ default: (await import('./themes-dialog.tsx')).ThemesDialog }))
const AgendaExport = lazy(async () => ({ default: (await import('../export/agenda-export.tsx')).AgendaExport }))
const CalendarDialog = lazy(async () => ({ default: (await import('../calendar/calendar-dialog.tsx')).CalendarDialog }))
const HeadDialog = lazy(async () => ({ default: (await import('./head-dialog.tsx')).HeadDialog }))

export type MenuDialog = 'sign-out' | 'themes' | 'head' | 'export' | 'calendar'

/** What the menu opens. It comes with the first of them, so that the board need not wait for where they are. */
export function MenuDialogs(props: { open: MenuDialog; onClose: () => void }) {
  const agenda = useAgenda()
  return (
    <Suspense>
      <Switch>
        <Match when={props.open === 'sign-out'}>
          <SignOutDialog onClose={props.onClose} />
        </Match>
        <Match when={props.open === 'themes'}>
          <ThemesDialog onClose={props.onClose} />
        </Match>
        <Match when={props.open === 'export'}>
          <AgendaExport onClose={props.onClose} />
        </Match>
        <Match when={props.open === 'calendar'}>
          <CalendarDialog agenda={agenda.record.id} role={agenda.record.me.role} onClose={props.onClose} />
        </Match>
        <Match when={props.open === 'head'}>
          <HeadDialog onClose={props.onClose} />
        </Match>
      </Switch>
    </Suspense>
  )
}
