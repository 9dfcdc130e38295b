import { Show } from 'solid-js'
import { type Amount, placeOf } from '../../shared/amount.ts'
import { currentValue, type Indicator } from '../../shared/item.ts'
import { useFormat } from './format.ts'
import { useLanguage } from './language.tsx'

/** An indicator in the width of a word: its course, its target as a dotted line, and where it is now. */
export function Spark(props: { indicator: Indicator }) {
  const { t } = useLanguage()
  const format = useFormat()
  const values = () => sparkValues(props.indicator)
  const now = () => currentValue(props.indicator)
  const sentence = () => {
    const [first, last, target] = [values()[0], now(), props.indicator.target]
    return t('board.spark', {
      name: props.indicator.name,
      from: first === undefined ? '' : format.measured(first),
      to: last === undefined ? '' : format.measured(last),
      target: target === undefined ? '' : format.measured(target),
    })
  }
  return (
    <Show when={now() !== undefined}>
      <span class="oa-fact oa-fact--strong" title={sentence()}>
        <Show when={values().length > 1} fallback={<span class="oa-visually-hidden">{sentence()}</span>}>
          <svg class="oa-spark" viewBox="0 0 54 18" role="img" aria-label={sentence()}>
            <Show when={targetHeight(props.indicator)}>
              {(height) => <path class="oa-spark__target" d={`M0 ${height()}H54`} />}
            </Show>
            <path d={sparkPath(props.indicator)} />
            <path
              class="oa-spark__now"
              d={`M50 ${lastHeight(props.indicator)}m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0`}
            />
          </svg>
        </Show>
        <span aria-hidden="true">{format.measured(now() ?? 0)}</span>
      </span>
    </Show>
  )
}

/** The baseline and all that was measured. A masked count has one height for all of its values, so the line hides it too. */
function sparkValues(indicator: Indicator): Amount[] {
  const values = indicator.measurements.map(({ value }) => value)
  return indicator.baseline === undefined ? values : [indicator.baseline, ...values]
}

function heights(indicator: Indicator): { of: (value: Amount) => number } {
  const all = [...sparkValues(indicator), ...(indicator.target === undefined ? [] : [indicator.target])].map(placeOf)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const round = (height: number) => Math.round(height * 10) / 10
  return { of: (value) => round(high === low ? 9 : 16.5 - ((placeOf(value) - low) / (high - low)) * 14.5) }
}

function sparkPath(indicator: Indicator): string {
  const values = sparkValues(indicator)
  const { of } = heights(indicator)
  return values
    .map((value, at) => `${at ? 'L' : 'M'}${Math.round((at * 500) / (values.length - 1)) / 10} ${of(value)}`)
    .join('')
}

function lastHeight(indicator: Indicator): number {
  return heights(indicator).of(sparkValues(indicator).at(-1) ?? 0)
}

function targetHeight(indicator: Indicator): number | undefined {
  return indicator.target === undefined ? undefined : heights(indicator).of(indicator.target)
}
