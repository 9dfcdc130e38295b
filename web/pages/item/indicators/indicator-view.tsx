import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Indicator } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { FieldPresence } from '../field-presence.tsx'
import { useItem } from '../item-context.ts'
import { FindingSentence } from './finding-sentence.tsx'
import { IndicatorChart } from './indicator-chart.tsx'
import { IndicatorFields } from './indicator-fields.tsx'
import { MeasurementsTable } from './measurements-table.tsx'

/** One indicator. It reads as part of the document until somebody presses "Wijzig". */
export function IndicatorView(props: { indicator: Indicator; open: boolean; onRemove: () => void }) {
  const { mayEdit } = useItem()
  const { t } = useLanguage()
  const format = useFormat()
  const [editing, setEditing] = createSignal(props.open)
  const fieldsId = createUniqueId()
  const field = `indicators.${props.indicator.id}`
  const facts = () => {
    const { baseline, target, targetDate, unit } = props.indicator
    return [
      unit && t('item.indicator.unitFact', { unit }),
      baseline !== undefined && t('item.indicator.baselineFact', { value: format.measured(baseline) }),
      target !== undefined &&
        (targetDate
          ? t('item.indicator.targetByFact', { value: format.measured(target), day: format.day(targetDate) })
          : t('item.indicator.targetFact', { value: format.measured(target) })),
      t(`words.direction.${props.indicator.direction}`),
    ].filter((fact) => typeof fact === 'string' && fact !== '')
  }
  return (
    <div class="oa-indicator" data-field={field}>
      <div class="oa-row oa-row--apart">
        <h3>{props.indicator.name || t('item.indicator.unnamed')}</h3>
        <Show when={mayEdit()}>
          <span class="oa-row">
            <FieldPresence field={field} />
            <button
              type="button"
              class="oa-button oa-button--quiet"
              aria-expanded={editing()}
              aria-controls={editing() ? fieldsId : undefined}
              onClick={() => setEditing(!editing())}
            >
              <Icon name={editing() ? 'check' : 'edit'} small />
              {editing() ? t('item.indicator.stop') : t('item.indicator.edit')}
              <span class="oa-visually-hidden">: {props.indicator.name}</span>
            </button>
          </span>
        </Show>
      </div>
      <p>
        <FindingSentence indicator={props.indicator} />
      </p>
      <Show when={mayEdit() && editing()}>
        <IndicatorFields
          id={fieldsId}
          indicator={props.indicator}
          field={field}
          focused={props.open}
          onRemove={props.onRemove}
        />
      </Show>
      <IndicatorChart indicator={props.indicator} />
      <p class="oa-subtle">{facts().join(' · ')}</p>
      <MeasurementsTable indicator={props.indicator} field={field} editing={mayEdit() && editing()} />
    </div>
  )
}
