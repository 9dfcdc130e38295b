import { createUniqueId, For } from 'solid-js'
import { type ItemId, isId, type ThemeId } from '../../../shared/ids.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from './board-state.tsx'
import { useMoving } from './moving.ts'

/** Puts an item under another theme. */
export function ThemeDialog(props: { item: ItemId; onClose: () => void }) {
  const agenda = useAgenda()
  const board = useBoard()
  const moving = useMoving()
  const { t } = useLanguage()
  const name = createUniqueId()
  const current = () => agenda.text.items[props.item]?.theme
  const themes = () => agenda.text.themes.filter(({ id, hidden }) => !hidden || id === current())
  const move = (form: FormData) => {
    const theme = form.get(name)
    const { item } = props
    props.onClose()
    moving.setTheme(item, isId<ThemeId>(theme) ? theme : undefined)
  }
  return (
    <Dialog title={t('board.moving.themeTitle', board.itemName(props.item))} onClose={props.onClose}>
      <form
        class="oa-stack"
        onSubmit={(event) => {
          event.preventDefault()
          move(new FormData(event.currentTarget))
        }}
      >
        <fieldset class="oa-fieldset" aria-label={t('board.filters.theme')}>
          <For each={themes()}>
            {(theme) => (
              <label class="oa-check">
                <input type="radio" name={name} value={theme.id} checked={theme.id === current()} />
                <span>{theme.name}</span>
              </label>
            )}
          </For>
          <label class="oa-check">
            <input type="radio" name={name} value="" checked={current() === undefined} />
            <span>{t('board.group.noTheme')}</span>
          </label>
        </fieldset>
        <DialogActions go={t('board.moving.themeGo')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
