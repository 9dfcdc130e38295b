import { Show } from 'solid-js'
import { setItemValues } from '../../../../shared/document/write.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { DraftInput } from '../fields/draft-input.tsx'
import { useItem } from '../item-context.ts'
import { Property } from './property.tsx'

/** Which item of an earlier agenda this one continues, in words. */
export function LineageProperty() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  return (
    <Property label={t('item.property.lineage')} field="lineage">
      <Show
        when={mayEdit()}
        fallback={<span classList={{ 'oa-subtle': !item().lineage }}>{item().lineage || t('item.none')}</span>}
      >
        <DraftInput
          class="oa-field--flat"
          label={t('item.property.lineage')}
          labelHidden
          grows
          field="lineage"
          value={item().lineage}
          placeholder={t('item.lineagePlaceholder')}
          onWrite={(lineage) => {
            setItemValues(agenda.doc, id, { lineage: lineage.trim() })
            return undefined
          }}
        />
      </Show>
    </Property>
  )
}
