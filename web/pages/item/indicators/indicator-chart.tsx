import { createMemo, For, Show } from 'solid-js'
import type { Indicator } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { type Chart, chartOf, type Place } from './chart-geometry.ts'
import { useMonths } from './use-months.ts'

/** The course of an indicator: a line with its begin, now and target written beside it. The table below says the same. */
export function IndicatorChart(props: { indicator: Indicator }) {
  const chart = createMemo(() => (props.indicator.measurements.length > 1 ? chartOf(props.indicator) : undefined))
  return <Show when={chart()}>{(drawn) => <Plot chart={drawn()} indicator={props.indicator} />}</Show>
}

function Plot(props: { chart: Chart; indicator: Indicator }) {
  const { t } = useLanguage()
  const format = useFormat()
  const months = useMonths()
  const first = () => props.chart.points[0]
  const now = () => props.chart.points.at(-1)
  const sentence = () => {
    const [start, last] = [props.indicator.measurements[0], props.indicator.measurements.at(-1)]
    if (!start || !last) return ''
    const course = t('item.plot.course', {
      from: format.measured(start.value),
      fromMonth: months.long(start.date),
      to: format.measured(last.value),
      toMonth: months.long(last.date),
    })
    const { target, targetDate } = props.indicator
    if (target === undefined || !targetDate) return course
    return `${course} ${t('item.plot.target', { value: format.measured(target), month: months.long(targetDate) })}`
  }
  return (
    <div class="oa-plot" role="img" aria-label={sentence()}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <For each={props.chart.rows}>{(row) => <path class="oa-plot__grid" d={`M0 ${row.y}H100`} />}</For>
        <path class="oa-plot__aim" d={props.chart.aim ?? ''} />
        <path class="oa-plot__line" d={props.chart.line} />
      </svg>
      <For each={props.chart.rows}>
        {(row) => (
          <span class="oa-plot__row" style={at({ x: 0, y: row.y })}>
            {format.number(row.value)}
          </span>
        )}
      </For>
      <For each={props.chart.points}>{(point) => <span class="oa-plot__point" style={at(point)} />}</For>
      <Show when={first()}>
        {(point) => (
          <span class={`oa-plot__value oa-plot__value--${props.chart.begin}`} style={at(point())}>
            {t('item.plot.begin', { value: format.measured(point().value) })}
          </span>
        )}
      </Show>
      <Show when={now()}>
        {(point) => (
          <span class={`oa-plot__value oa-plot__value--${props.chart.now}`} style={at(point())}>
            {t('item.plot.now', { value: format.measured(point().value) })}
          </span>
        )}
      </Show>
      <Show when={props.chart.target}>
        {(target) => (
          <>
            <span class="oa-plot__point oa-plot__point--target" style={at(target())} />
            <span class="oa-plot__value" style={at(target())}>
              {t('item.plot.aim', { value: format.measured(target().value) })}
            </span>
          </>
        )}
      </Show>
      <For each={props.chart.columns}>
        {(column) => (
          <span class="oa-plot__column" style={at({ x: column.x, y: 100 })}>
            {months.short(column.date)}
          </span>
        )}
      </For>
    </div>
  )
}

function at({ x, y }: Place): Record<string, string> {
  return { '--x': `${x}%`, '--y': `${y}%` }
}
