import { Show } from 'solid-js'
import type { Step } from '../../../shared/adoption.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAdoption } from './adoption-state.tsx'
import { dayOfMoment } from './moment-day.ts'

/** When it came out, with which words and number, where it stands at the party, and who recorded it. */
export function DecisionFacts(props: { step: Step }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const now = () => props.step.state
  const kind = () => {
    if (now().outcome === 'done-with-reservation') return 'reservation' as const
    return now().outcome === 'done' || now().outcome === 'pending' ? ('remark' as const) : ('reason' as const)
  }
  const who = (person: Parameters<typeof state.nameOf>[0]) => state.nameOf(person) ?? t('adoption.somebody')
  return (
    <div class="oa-stack oa-stack--tight oa-adoption__facts">
      <Show when={now().date}>{(date) => <span>{t('adoption.table.on', format.day(date()))}</span>}</Show>
      <Show when={now().outcome === 'pending' && now().prepared}>
        {(day) => <span>{t('adoption.table.prepared', format.day(day()))}</span>}
      </Show>
      <Show when={now().outcome === 'pending' && now().submitted}>
        {(day) => <span>{t('adoption.table.submitted', format.day(day()))}</span>}
      </Show>
      <Show when={now().words}>
        {(words) => (
          <span class="oa-adoption__words">
            <strong>{t('adoption.table.words', kind())}</strong> {words()}
          </span>
        )}
      </Show>
      <Show when={now().reference}>{(reference) => <span>{t('adoption.table.reference', reference())}</span>}</Show>
      <Show when={now().link}>
        {(link) => (
          <a href={link()} target="_blank" rel="noopener noreferrer">
            <Icon name="external" small />
            {t('adoption.table.link')}
          </a>
        )}
      </Show>
      <Show when={props.step.recorded}>
        {(recorded) => (
          <span class="oa-subtle">
            <Show
              when={recorded().ground}
              fallback={t('adoption.table.recorded', who(recorded().person), format.day(dayOfMoment(recorded().at)))}
            >
              {(ground) => (
                <>
                  {t(
                    'adoption.table.onBehalf',
                    who(recorded().person),
                    ground(),
                    format.day(dayOfMoment(recorded().at)),
                  )}
                </>
              )}
            </Show>
          </span>
        )}
      </Show>
      <Show when={now().outcome === 'pending' && props.step.reminded}>
        {(reminded) => (
          <span class="oa-fact oa-fact--wrap">
            <Icon name="mail" />
            {t('adoption.table.reminded', format.day(dayOfMoment(reminded().at)), who(reminded().person))}
          </span>
        )}
      </Show>
    </div>
  )
}
