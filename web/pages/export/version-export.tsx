import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import { mayReadDraft } from '../../../shared/roles.ts'
import type { Version } from '../../../shared/version/version.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

/** Takes a version along as a file, also for who reads versions only. */
export function VersionExport(props: { agenda: Agenda; version: Version }) {
  const { t } = useLanguage()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <button type="button" class="oa-button" onClick={() => setOpen(true)}>
        <Icon name="export" />
        {t('board.menu.export')}
      </button>
      <Suspense>
        <Show when={isOpen()}>
          <ExportDialog
            of={{
              agenda: props.agenda.id,
              mayReadDraft: mayReadDraft(props.agenda.role),
              version: props.version.number,
              themes: props.version.metadata.themes,
              parties: props.version.metadata.parties,
            }}
            onClose={() => setOpen(false)}
          />
        </Show>
      </Suspense>
    </>
  )
}
