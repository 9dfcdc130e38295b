import { For, Show } from 'solid-js'
import type { Mandate } from '../../../shared/people.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'
import { usePeople } from './people-state.tsx'

/** For whom somebody takes position, until when, on what ground. */
export function MandateLines(props: { mandates: readonly Mandate[] }) {
  return <For each={props.mandates}>{(mandate) => <MandateLine mandate={mandate} />}</For>
}

function MandateLine(props: { mandate: Mandate }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = usePeople()
  const organisation = () => state.organisation(props.mandate.organisation)?.name ?? ''
  const deputy = () => (props.mandate.deputy ? state.member(props.mandate.deputy)?.name : undefined)
  const until = () => (props.mandate.until ? format.day(props.mandate.until) : '')
  const rest = () =>
    [
      props.mandate.ground,
      props.mandate.from > today() ? t('people.mandate.later', format.day(props.mandate.from)) : '',
      props.mandate.until && props.mandate.until < today() ? t('people.mandate.over') : '',
      deputy() ? t('people.mandate.deputy', deputy() ?? '') : '',
    ].filter(Boolean)
  return (
    <p class="oa-mandate">
      <Icon name="agreement" small />
      <span>
        {t('people.mandate.of', organisation(), until())}
        <Show when={rest().length > 0}>
          <span class="oa-subtle">{` (${rest().join('; ')})`}</span>
        </Show>
      </span>
    </p>
  )
}
