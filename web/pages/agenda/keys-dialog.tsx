import '../dialog-texts.ts'
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
      t('board.keyList.names.alt'),
      t('board.keyList.names.control'),
      t('board.keyList.names.shift'),
    ]
    return [
      { keys: ['n'], what: t('board.keyList.n') },
      { keys: ['/'], what: t('board.keyList.search') },
      { keys: [`${alt} ↑`, `${alt} ↓`], what: t('board.keyList.upDown') },
      { keys: [`${alt} ←`, `${alt} →`], what: t('board.keyList.leftRight') },
      { keys: [t('board.keyList.names.enter')], what: t('board.keyList.enter') },
      { keys: [t('board.keyList.names.escape')], what: t('board.keyList.escape') },
      { keys: [`${control} Z`], what: t('board.keyList.undo') },
      { keys: [`${control} ${shift} Z`, `${control} Y`], what: t('board.keyList.redo') },
      { keys: ['r', `${control} ${alt} M`], what: t('board.keyList.comment') },
      { keys: ['?'], what: t('board.keyList.help') },
    ]
  }
  return (
    <Dialog title={t('board.keyList.title')} onClose={props.onClose}>
      <table class="oa-table">
        <caption class="oa-visually-hidden">{t('board.keyList.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.keyList.key')}</th>
            <th scope="col">{t('board.keyList.what')}</th>
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
          {t('board.keyList.single')} <span class="oa-subtle">{t('board.keyList.singleHint')}</span>
        </span>
      </label>
    </Dialog>
  )
}
