import { mayReadDraft } from '../../../shared/roles.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useBoard } from '../board/board-state.tsx'
import { ExportDialog } from './export-dialog.tsx'
import type { Shown } from './exportable.ts'

/** Takes the open agenda along as a file; when the board is filtered, also what it shows alone. */
export function AgendaExport(props: { onClose: () => void }) {
  const agenda = useAgenda()
  const board = useBoard()
  const shown = (): Shown | undefined => {
    if (board.filtering.count() === 0 || board.shown().length === 0) return undefined
    const items = board.shown().map(({ id }) => id)
    return {
      items,
      numbers: items.flatMap((id) => agenda.number(id) ?? []),
      hasStruck: board.shown().some(({ status }) => status === 'struck'),
    }
  }
  // As it was when the dialog opened: what somebody chose must not change under their hands.
  const begun = shown()
  return (
    <ExportDialog
      of={{
        agenda: agenda.record.id,
        mayReadDraft: mayReadDraft(agenda.record.me.role),
        themes: agenda.text.themes.filter(({ hidden }) => !hidden),
        parties: agenda.record.organisations,
        ...(begun && { shown: begun }),
      }}
      onClose={props.onClose}
    />
  )
}
