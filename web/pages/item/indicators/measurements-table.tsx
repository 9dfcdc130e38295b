import { For, Show } from 'solid-js'
import type { Amount } from '../../../../shared/amount.ts'
import { setMeasurement, setMeasurementRemoved } from '../../../../shared/document/write.ts'
import type { Indicator, Measurement } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { DraftInput } from '../fields/draft-input.tsx'
import { amountFromText, isMaskedWhenKept } from '../fields/number-text.ts'
import { useNumberText } from '../fields/use-number-text.ts'
import { useItem } from '../item-context.ts'
import { NewMeasurement } from './new-measurement.tsx'

type Props = { indicator: Indicator; field: string; editing: boolean }

/** What was measured, the latest first. The table is the plot for who cannot see it, and where measurements are changed. */
export function MeasurementsTable(props: Props) {
  const { t } = useLanguage()
  const latestFirst = () => [...props.indicator.measurements].reverse()
  const hasMasked = () => {
    const { baseline, target, measurements } = props.indicator
    return [baseline, target, ...measurements.map(({ value }) => value)].includes('masked')
  }
  return (
    <>
      <Show when={latestFirst().length > 0}>
        <section
          class="oa-scroll"
          tabindex="0"
          aria-label={t('item.measurement.table', { name: props.indicator.name })}
        >
          <table class="oa-table">
            <caption>
              {t('item.measurement.caption', { unit: props.indicator.unit || t('item.measurement.values') })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('item.measurement.date')}</th>
                <th scope="col" class="oa-table__number">
                  {t('item.measurement.value')}
                </th>
                <th scope="col">{t('item.measurement.source')}</th>
                <Show when={props.editing}>
                  <th scope="col">
                    <span class="oa-visually-hidden">{t('item.measurement.actions')}</span>
                  </th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={latestFirst()}>{(measurement) => <Row {...props} measurement={measurement} />}</For>
            </tbody>
          </table>
        </section>
      </Show>
      <Show when={hasMasked()}>
        <p class="oa-subtle">{t('item.measurement.masked')}</p>
      </Show>
      <Show when={props.editing}>
        <NewMeasurement indicator={props.indicator} field={props.field} />
      </Show>
    </>
  )
}

function Row(props: Props & { measurement: Measurement }) {
  const { agenda, id } = useItem()
  const { t, language } = useLanguage()
  const format = useFormat()
  const numberText = useNumberText()
  const toast = useToast()
  const day = () => format.day(props.measurement.date)
  const write = (values: { value?: Amount; source?: string }) => {
    const { date, value, source } = props.measurement
    setMeasurement(agenda.doc, id, props.indicator.id, date, { value, source, ...values })
    return undefined
  }
  const setRemoved = (removed: boolean) =>
    setMeasurementRemoved(agenda.doc, id, props.indicator.id, props.measurement.date, removed)
  return (
    <tr>
      <th scope="row" class="oa-nowrap">
        {day()}
      </th>
      <Show
        when={props.editing}
        fallback={
          <>
            <td class="oa-table__number">{format.measured(props.measurement.value)}</td>
            <td>{props.measurement.source}</td>
          </>
        }
      >
        <td class="oa-table__number">
          <DraftInput
            class="oa-field--number"
            label={t('item.measurement.valueOn', { day: day() })}
            labelHidden
            field={`${props.field}.measurements`}
            inputMode="decimal"
            value={numberText(props.measurement.value)}
            onWrite={(text) => {
              const value = amountFromText(text, language())
              return value === undefined ? t('item.noNumber') : write({ value })
            }}
            warning={(text) => (isMaskedWhenKept(text, language()) ? t('item.measurement.willBeMasked') : undefined)}
          />
        </td>
        <td>
          <DraftInput
            label={t('item.measurement.sourceOn', { day: day() })}
            labelHidden
            field={`${props.field}.measurements`}
            value={props.measurement.source}
            onWrite={(source) => write({ source: source.trim() })}
          />
        </td>
        <td>
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t('item.measurement.remove', { day: day() })}
            onClick={(event) => {
              const table = event.currentTarget.closest('.oa-scroll')
              if (table instanceof HTMLElement) table.focus({ preventScroll: true })
              agenda.undo.boundary()
              setRemoved(true)
              toast({
                text: t('item.measurement.removed'),
                action: { label: t('item.undo'), icon: 'undo', run: () => setRemoved(false) },
              })
            }}
          >
            <Icon name="trash" small />
          </button>
        </td>
      </Show>
    </tr>
  )
}
