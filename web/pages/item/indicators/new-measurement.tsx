import { createSignal, createUniqueId, Show } from 'solid-js'
import { isDay } from '../../../../shared/date.ts'
import { longest } from '../../../../shared/document/longest.ts'
import { setMeasurement, setMeasurementRemoved } from '../../../../shared/document/write.ts'
import type { Indicator } from '../../../../shared/item.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { today } from '../../../ui/today.ts'
import { amountFromText, isMaskedWhenKept } from '../fields/number-text.ts'
import { useItem } from '../item-context.ts'

type Problem = 'item.noSuchDay' | 'item.noNumber' | 'item.measurement.dayTaken'

/** Writes down a new measurement. A day holds one: another of the same day would take the place of the first unseen. */
export function NewMeasurement(props: { indicator: Indicator; field: string }) {
  const { agenda, id } = useItem()
  const { t, language } = useLanguage()
  const format = useFormat()
  const announce = useAnnounce()
  const [problem, setProblem] = createSignal<Problem>()
  const [masks, setMasks] = createSignal(false)
  const key = createUniqueId()
  let date!: HTMLInputElement
  let value!: HTMLInputElement
  let source!: HTMLInputElement

  const refuse = (why: Problem, input: HTMLInputElement) => {
    setProblem(why)
    input.focus()
  }
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const [day, amount] = [date.value, amountFromText(value.value, language())]
    if (!isDay(day)) return refuse('item.noSuchDay', date)
    if (props.indicator.measurements.some((measurement) => measurement.date === day)) {
      return refuse('item.measurement.dayTaken', date)
    }
    if (amount === undefined) return refuse('item.noNumber', value)
    setProblem(undefined)
    const indicator = props.indicator.id
    agenda.undo.boundary()
    setMeasurement(agenda.doc, id, indicator, day, { value: amount, source: source.value.trim() })
    agenda.undo.made(
      () => setMeasurementRemoved(agenda.doc, id, indicator, day, true),
      () => setMeasurementRemoved(agenda.doc, id, indicator, day, false),
    )
    announce(t('item.measurement.added', { day: format.day(day) }))
    value.value = ''
    setMasks(false)
    date.focus()
  }
  const describes = (why: readonly Problem[]) => {
    const now = problem()
    return now && why.includes(now) ? `${key}-problem` : undefined
  }
  return (
    <form class="oa-measurement" data-field={`${props.field}.measurements`} onSubmit={add} novalidate>
      <div class="oa-field">
        <label class="oa-field__label" for={`${key}-date`}>
          {t('item.measurement.date')}
        </label>
        <input
          ref={date}
          id={`${key}-date`}
          class="oa-input oa-input--date"
          type="date"
          max="9999-12-31"
          value={today()}
          aria-invalid={describes(['item.noSuchDay', 'item.measurement.dayTaken']) ? 'true' : undefined}
          aria-describedby={describes(['item.noSuchDay', 'item.measurement.dayTaken'])}
        />
      </div>
      <div class="oa-field oa-field--number">
        <label class="oa-field__label" for={`${key}-value`}>
          {t('item.measurement.value')}
        </label>
        <input
          ref={value}
          id={`${key}-value`}
          class="oa-input"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid={describes(['item.noNumber']) ? 'true' : undefined}
          aria-describedby={
            [describes(['item.noNumber']), masks() && `${key}-masks`].filter(Boolean).join(' ') || undefined
          }
          onInput={() => setMasks(isMaskedWhenKept(value.value, language()))}
        />
      </div>
      <div class="oa-field">
        <label class="oa-field__label" for={`${key}-source`}>
          {t('item.measurement.source')}
        </label>
        <input
          ref={source}
          id={`${key}-source`}
          class="oa-input"
          type="text"
          autocomplete="off"
          maxlength={longest.value}
        />
      </div>
      <button type="submit" class="oa-button">
        <Icon name="plus" />
        {t('item.measurement.add')}
      </button>
      <span class="oa-field__warning" id={`${key}-masks`} role="status">
        {masks() && t('item.measurement.willBeMasked')}
      </span>
      <Show when={problem()}>
        {(why) => (
          <span class="oa-field__error" id={`${key}-problem`} role="alert">
            <Icon name="late" small />
            {t(why())}
          </span>
        )}
      </Show>
    </form>
  )
}
