import type { ImportedItem, ImportLine } from '../../../shared/import/imported-item.ts'
import { putImportBack, takeBackImport, writeImport } from '../../../shared/import/write-import.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { ImportState } from './import-state.ts'

/** Puts items on the agenda: one transaction, so one update to the server, and one step back for who did it. */
export function useWriteImport(state: ImportState) {
  const agenda = useAgenda()
  const announce = useAnnounce()
  const { t } = useLanguage()
  return (items: readonly ImportedItem[], lines: ImportLine[]): void => {
    // A copy that a refusal replaced is another document: this step goes with the one it was made in.
    const { doc } = agenda
    agenda.undo.boundary()
    const written = writeImport(doc, items)
    const reason = t('imports.done.takenBack')
    agenda.undo.made(
      () => takeBackImport(doc, written, reason),
      () => putImportBack(doc, written),
    )
    state.setResult({ name: state.source()?.name ?? '', lines, leftOut: state.leftOut(), written })
    state.goTo('done')
    announce(t('imports.done.added', written.items.length))
  }
}
