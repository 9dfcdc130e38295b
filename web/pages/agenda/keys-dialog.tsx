import '../../styles/table.css'
import { For } from 'solid-js'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { setSingleKeys, singleKeys } from '../../ui/single-keys.ts'

/** The list of keys, and the switch for those of one character. */
export function KeysDialog(props: { onClose: () => void }) {
  const { t } = useLanguage()
  const rows = () => {
    const [alt, control, shift] = [
      t('board.keys.names.alt'),
      t('board.keys.names.control'),
      t('board.keys.names.shift'),
    ]
    return [
      { keys: ['n'], what: t('board.keys.n') },
      { keys: ['/'], what: t('board.keys.search') },
      { keys: [`${alt} ↑`, `${alt} ↓`], what: t('board.keys.upDown') },
      { keys: [`${alt} ←`, `${alt} →`], what: t('board.keys.leftRight') },
      { keys: [t('board.keys.names.enter')], what: t('board.keys.enter') },
      { keys: [t('board.keys.names.escape')], what: t('board.keys.escape') },
      { keys: [`${control} Z`], what: t('board.keys.undo') },
      { keys: [`${control} ${shift} Z`, `${control} Y`], what: t('board.keys.redo') },
      { keys: ['r', `${control} ${alt} M`], what: t('board.keys.comment') },
      { keys: ['?'], what: t('board.keys.help') },
    ]
  }
  return (
    <Dialog title={t('board.keys.title')} onClose={props.onClose}>
      <table class="oa-table">
        <caption class="oa-visually-hidden">{t('board.keys.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.keys.key')}</th>
            <th scope="col">{t('board.keys.what')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">
                  <span class="oa-row">
                    <For each={row.keys}>{(key) => <kbd>{key}</kbd>}</For>
                  </span>
                </th>
                <td>{row.what}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <label class="oa-check">
        <input
          type="checkbox"
          checked={singleKeys()}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        <span>
          {t('board.keys.single')} <span class="oa-subtle">{t('board.keys.singleHint')}</span>
        </span>
      </label>
    </Dialog>
  )
}
