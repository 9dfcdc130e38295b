import { Show } from 'solid-js'
import { putItemBack } from '../../../shared/document/write.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useItem } from './item-context.ts'

/** Says that the item was struck and why, with the way back. */
export function StruckNotice() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  return (
    <Show when={item().status === 'struck'}>
      <div class="oa-notice">
        <Icon name="info" />
        <div class="oa-stack oa-stack--tight">
          <p>
            <strong>{t('item.strike.struck')}</strong> {item().struckReason}
          </p>
          <Show when={mayEdit()}>
            <p>
              <button type="button" class="oa-button" onClick={() => putItemBack(agenda.doc, id)}>
                <Icon name="undo" />
                {t('item.strike.putBack')}
              </button>
            </p>
          </Show>
        </div>
      </div>
    </Show>
  )
}
