import { Show } from 'solid-js'
import type { PlannedStep } from '../../../shared/adoption.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { type PartyRow, useAdoption } from './adoption-state.tsx'
import { dayOfMoment } from './moment-day.ts'

/** Who set the bodies that decide here, on whose behalf and on what ground; nothing where they are as usual. */
export function BodiesFacts(props: { row: PartyRow }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const recorded = () => {
    const setting = state.settings(props.row.organisation)
    // Where something happened already, they may be of before.
    return setting && isSamePlan(setting.steps, props.row.steps) ? setting.recorded : undefined
  }
  return (
    <Show when={recorded()}>
      {(set) => (
        <span class="oa-adoption__since">
          {t('adoption.table.bodiesSet', {
            who: state.nameOf(set().person) ?? t('adoption.somebody'),
            party: state.organisation(props.row.organisation)?.name ?? '',
            when: format.day(dayOfMoment(set().at)),
            ground: set().ground,
          })}
        </span>
      )}
    </Show>
  )
}

function isSamePlan(one: readonly PlannedStep[], other: readonly PlannedStep[]): boolean {
  const said = (steps: readonly PlannedStep[]) =>
    JSON.stringify(steps.map(({ id, body, name = '', capacity }) => [id, body, name, capacity]))
  return said(one) === said(other)
}
