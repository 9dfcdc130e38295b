import { Show } from 'solid-js'
import type { Step } from '../../../shared/adoption.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAdoptionDialogs } from './adoption-dialogs.tsx'
import { useAdoption } from './adoption-state.tsx'
import { useStepWords } from './step-words.ts'

/** What may be done about a step: fill in how it stands, and remind the party of it. */
export function StepActions(props: { step: Step; organisation: OrganisationId; version: number }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const words = useStepWords()
  const open = useAdoptionDialogs()
  const place = () => ({ version: props.version, organisation: props.organisation, step: props.step.id })
  const party = () => state.organisation(props.organisation)?.name ?? ''
  const isNew = () => props.step.recorded === undefined
  const body = () => words.body(props.step)
  return (
    <div class="oa-row">
      <Show when={state.authority(props.organisation)}>
        <button
          type="button"
          class="oa-button"
          aria-label={t(`adoption.table.${isNew() ? 'fillOf' : 'changeOf'}`, party(), body())}
          onClick={() => open({ kind: 'step', ...place() })}
        >
          <Icon name="edit" />
          <span>{t(`adoption.table.${isNew() ? 'fill' : 'change'}`)}</span>
        </button>
      </Show>
      <Show when={state.mayRemind() && props.step.state.outcome === 'pending'}>
        <button
          type="button"
          class="oa-button oa-button--quiet"
          aria-label={t('adoption.table.remindOf', party(), body())}
          onClick={() => open({ kind: 'reminder', ...place() })}
        >
          <Icon name="mail" />
          <span>{t('adoption.table.remind')}</span>
        </button>
      </Show>
    </div>
  )
}
