import { Show } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** Takes back what I did in this window, never what somebody else did, and says what happened. */
export function useUndo() {
  const { undo } = useAgenda()
  const { t } = useLanguage()
  const announce = useAnnounce()
  return {
    undo: () => {
      if (!undo.canUndo()) return announce(t('board.keys.nothingToUndo'))
      undo.undo()
      announce(t('board.keys.undone'))
    },
    redo: () => {
      if (!undo.canRedo()) return announce(t('board.keys.nothingToRedo'))
      undo.redo()
      announce(t('board.keys.redone'))
    },
  }
}

export function UndoButtons() {
  const agenda = useAgenda()
  const steps = useUndo()
  const { t } = useLanguage()
  return (
    <Show when={agenda.mayEdit()}>
      <span class="oa-topbar__undo">
        <button
          type="button"
          class="oa-button oa-button--quiet oa-button--icon"
          aria-label={t('board.menu.undo')}
          title={t('board.menu.undo')}
          aria-disabled={!agenda.undo.canUndo()}
          onClick={steps.undo}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          class="oa-button oa-button--quiet oa-button--icon oa-wide"
          aria-label={t('board.menu.redo')}
          title={t('board.menu.redo')}
          aria-disabled={!agenda.undo.canRedo()}
          onClick={steps.redo}
        >
          <Icon name="redo" />
        </button>
      </span>
    </Show>
  )
}
